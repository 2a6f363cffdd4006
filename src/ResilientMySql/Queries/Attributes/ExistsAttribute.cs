namespace ResilientMySql.Queries;

/// <summary>The query's method returns <see langword="bool"/>: whether there is any row, whatever is in it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ExistsAttribute : Attribute;
