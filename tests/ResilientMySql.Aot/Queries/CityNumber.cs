namespace ResilientMySql.Aot.Queries;

public readonly record struct CityNumber(int CityId, Continent Continent);
