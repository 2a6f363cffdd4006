namespace ResilientMySql.Generators.Findings;

/// <summary>A parameter that the SQL may name.</summary>
/// <param name="Name">As in <c>@name</c>, without the @.</param>
/// <param name="IsNullable">Whether it may be NULL.</param>
/// <param name="IsUnboundedList">Whether it is a list without [MaxItems].</param>
internal readonly record struct ParameterFact(string Name, bool IsNullable = false, bool IsUnboundedList = false);
