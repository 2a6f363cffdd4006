namespace ResilientMySql.Integration.Queries.Generated;

/// <summary>A city, and its country where that was joined.</summary>
public sealed record CityInCountry(int CityId, string Name, Country? Country, DateTime LastUpdate);
