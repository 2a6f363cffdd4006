namespace ResilientMySql.Generators.Findings;

/// <summary>A member that a column fills.</summary>
/// <param name="Name">Its name, or null for a scalar and for a tuple's unnamed element.</param>
/// <param name="IsNullable">Whether it can hold NULL, also because the row it is nested in can be null.</param>
internal readonly record struct MemberFact(string? Name, bool IsNullable);
