namespace ResilientMySql.Benchmarks.Contenders;

/// <summary>A row of Sakila's <c>city</c>.</summary>
internal sealed class CityEntity
{
    public ushort Id { get; init; }

    public required string Name { get; init; }
}
