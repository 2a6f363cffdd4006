namespace ResilientMySql.Aot.Queries;

/// <summary>An argument whose members are named in the SQL.</summary>
public sealed record NewCity(string City, int CountryId);
