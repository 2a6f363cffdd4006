namespace ResilientMySql.Queries;

/// <summary>
/// A parameter of type <see cref="TimeSpan"/> that is this call's time limit, rounded up to whole seconds; <see cref="TimeSpan.Zero"/>
/// for none.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class CommandTimeoutAttribute : Attribute;
