namespace ResilientMySql.Integration.Queries.ResultSets;

/// <summary>What three result sets make.</summary>
internal sealed record Overview(long Count, IReadOnlyList<City> Cities, string? Last);
