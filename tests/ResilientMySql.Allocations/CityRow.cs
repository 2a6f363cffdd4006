namespace ResilientMySql.Allocations;

/// <summary>A row of two columns.</summary>
/// <param name="CityId">Its number.</param>
/// <param name="City">Its name.</param>
public sealed record CityRow(int CityId, string City);
