namespace ResilientMySql.Queries;

/// <summary>
/// The query must return exactly one row or, where the method's result is nullable, at most one; otherwise the method throws an
/// <see cref="InvalidOperationException"/> that says how many rows came.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SingleAttribute : Attribute;
