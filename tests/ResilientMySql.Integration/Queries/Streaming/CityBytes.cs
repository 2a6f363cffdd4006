namespace ResilientMySql.Integration.Queries.Streaming;

/// <summary>A city whose name stays where it was received.</summary>
internal readonly ref struct CityBytes(int cityId, ReadOnlySpan<byte> city)
{
    public int CityId { get; } = cityId;

    public ReadOnlySpan<byte> City { get; } = city;
}
