namespace ResilientMySql.Allocations;

/// <summary>A city whose name stays where it was received.</summary>
internal readonly ref struct NameBytes(int cityId, ReadOnlySpan<byte> city)
{
    public int CityId { get; } = cityId;

    public ReadOnlySpan<byte> City { get; } = city;
}
