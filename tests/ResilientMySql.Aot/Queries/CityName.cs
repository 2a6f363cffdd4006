namespace ResilientMySql.Aot.Queries;

/// <summary>A city whose name stays where it was received.</summary>
public readonly ref struct CityName(int cityId, ReadOnlySpan<byte> name)
{
    /// <summary>Its number.</summary>
    public int CityId { get; } = cityId;

    /// <summary>Its name, as UTF-8.</summary>
    public ReadOnlySpan<byte> Name { get; } = name;
}
