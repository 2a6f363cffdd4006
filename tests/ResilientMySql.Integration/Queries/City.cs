namespace ResilientMySql.Integration.Queries;

/// <summary>A row of Sakila's table.</summary>
/// <param name="CityId">Its number.</param>
/// <param name="city">Its name; the column is called like the table.</param>
/// <param name="CountryId">Where it lies.</param>
public sealed record City(int CityId, string city, int CountryId);
