namespace ResilientMySql.Generators.Findings.Reading;

/// <summary>Where a text has a parameter: <c>?</c>, or a name with its @.</summary>
internal readonly record struct Placeholder(int Start, int Length);
