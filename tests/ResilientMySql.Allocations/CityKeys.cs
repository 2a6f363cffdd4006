namespace ResilientMySql.Allocations;

/// <summary>A row of two columns, which needs no object.</summary>
/// <param name="CityId">Its number.</param>
/// <param name="CountryId">Its country's number.</param>
public readonly record struct CityKeys(int CityId, int CountryId);
