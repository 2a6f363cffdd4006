namespace ResilientMySql.Aot.Queries;

/// <summary>A row with a row inside, which may be absent.</summary>
public sealed record Town(int TownId, Country? Country);
