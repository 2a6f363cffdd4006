namespace ResilientMySql.Aot.Queries;

/// <summary>What is kept as JSON.</summary>
public sealed record Settings(int Volume, string? Theme);
