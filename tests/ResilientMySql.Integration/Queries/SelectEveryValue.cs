using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries;

/// <summary>Reads a column of each type.</summary>
internal readonly struct SelectEveryValue(long id) : IQuery<EveryValue>
{
    private static readonly string[] Names =
    [
        "Flag", "Tiny", "UnsignedTiny", "Small", "UnsignedSmall", "Normal", "UnsignedNormal", "Big", "UnsignedBig",
        "Ratio", "LongRatio", "Price", "At", "Moment", "Day", "Clock", "Span", "Key",
        "Letter", "Text", "Bytes", "Memory", "Place", "Amount", "Date",
    ];

    public static string CommandText => """
        SELECT
            `flag`, `tiny`, `unsigned_tiny`, `small`, `unsigned_small`, `normal`, `unsigned_normal`, `big`, `unsigned_big`,
            `ratio`, `long_ratio`, `price`, `at`, `moment`, `day`, `clock`, `span`, `key`,
            `letter`, `text`, `bytes`, `memory`, `place`, `amount`, `date`
        FROM every_value WHERE id = ?
        """;

    public static ReadOnlySpan<string> Members => Names;

    public static EveryValue Read<TRow>(ref TRow row)
        where TRow : struct, IRow => new()
        {
            Flag = row.IsNull(0) ? null : row.Boolean(0),
            Tiny = row.IsNull(1) ? null : row.SByte(1),
            UnsignedTiny = row.IsNull(2) ? null : row.Byte(2),
            Small = row.IsNull(3) ? null : row.Int16(3),
            UnsignedSmall = row.IsNull(4) ? null : row.UInt16(4),
            Normal = row.IsNull(5) ? null : row.Int32(5),
            UnsignedNormal = row.IsNull(6) ? null : row.UInt32(6),
            Big = row.IsNull(7) ? null : row.Int64(7),
            UnsignedBig = row.IsNull(8) ? null : row.UInt64(8),
            Ratio = row.IsNull(9) ? null : row.Single(9),
            LongRatio = row.IsNull(10) ? null : row.Double(10),
            Price = row.IsNull(11) ? null : row.Decimal(11),
            At = row.IsNull(12) ? null : row.DateTime(12),
            Moment = row.IsNull(13) ? null : row.DateTimeOffset(13),
            Day = row.IsNull(14) ? null : row.DateOnly(14),
            Clock = row.IsNull(15) ? null : row.TimeOnly(15),
            Span = row.IsNull(16) ? null : row.TimeSpan(16),
            Key = row.IsNull(17) ? null : row.Guid(17),
            Letter = row.IsNull(18) ? null : row.Char(18),
            Text = row.IsNull(19) ? null : row.String(19),
            Bytes = row.IsNull(20) ? null : row.Bytes(20),
            Memory = row.IsNull(21) ? null : row.Bytes(21),
            Place = row.IsNull(22) ? null : row.Geometry(22),
            Amount = row.IsNull(23) ? null : row.MySqlDecimal(23),
            Date = row.IsNull(24) ? null : row.MySqlDateTime(24),
        };

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink => sink.Int64(id);
}
