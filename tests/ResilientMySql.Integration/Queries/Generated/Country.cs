namespace ResilientMySql.Integration.Queries.Generated;

/// <summary>A row inside a row.</summary>
public sealed record Country(int CountryId, string Name);
