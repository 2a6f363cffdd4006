namespace ResilientMySql.Generators.Findings;

/// <summary>Something to tell about a statement.</summary>
/// <param name="Id">Which diagnostic: one of <see cref="FindingIds"/>.</param>
/// <param name="Start">Where it begins in the SQL, in UTF-16 units.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Arguments">What fills the message.</param>
internal sealed record SqlFinding(string Id, int Start, int Length, IReadOnlyList<string> Arguments);
