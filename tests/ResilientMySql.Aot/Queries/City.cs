namespace ResilientMySql.Aot.Queries;

public sealed record City(int CityId, string city, int CountryId);
