namespace ResilientMySql.Integration.Queries.Bulk;

/// <summary>A row to insert.</summary>
internal sealed record NewCity(string Name, int CountryId);
