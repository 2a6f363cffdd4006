using MySqlConnector;

namespace ResilientMySql.Integration.Queries;

/// <summary>A row of <see cref="InsertEveryValue.Table"/>: a member of each type that the sink and the row know.</summary>
public sealed record EveryValue
{
    public bool? Flag { get; init; }

    public sbyte? Tiny { get; init; }

    public byte? UnsignedTiny { get; init; }

    public short? Small { get; init; }

    public ushort? UnsignedSmall { get; init; }

    public int? Normal { get; init; }

    public uint? UnsignedNormal { get; init; }

    public long? Big { get; init; }

    public ulong? UnsignedBig { get; init; }

    public float? Ratio { get; init; }

    public double? LongRatio { get; init; }

    public decimal? Price { get; init; }

    public DateTime? At { get; init; }

    public DateTimeOffset? Moment { get; init; }

    public DateOnly? Day { get; init; }

    public TimeOnly? Clock { get; init; }

    public TimeSpan? Span { get; init; }

    public Guid? Key { get; init; }

    public char? Letter { get; init; }

    public string? Text { get; init; }

    public byte[]? Bytes { get; init; }

    public byte[]? Memory { get; init; }

    public MySqlGeometry? Place { get; init; }

    public MySqlDecimal? Amount { get; init; }

    public MySqlDateTime? Date { get; init; }
}
