namespace ResilientMySql.Integration.Queries.Generated;

/// <summary>Stored as JSON.</summary>
public sealed record Settings(int Volume, string? Language);
