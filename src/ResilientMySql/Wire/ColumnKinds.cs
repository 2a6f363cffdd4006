using MySqlConnector;

namespace ResilientMySql.Wire;

/// <summary>Decides what a column's values are read as, exactly as the driver does with TreatTinyAsBoolean.</summary>
internal static class ColumnKinds
{
    private const int GuidBytes = 16;

    /// <param name="type">The column's type.</param>
    /// <param name="flags">What else is known of it.</param>
    /// <param name="collation">The number of its collation.</param>
    /// <param name="length">Its length, bytes; of numbers the width of their display.</param>
    /// <param name="guids">What a GUID looks like; <see cref="MySqlGuidFormat.Default"/> means CHAR(36), as in the driver.</param>
    public static ColumnKind Of(ColumnType type, ColumnFlags flags, ushort collation, uint length, MySqlGuidFormat guids)
    {
        bool isUnsigned = (flags & ColumnFlags.Unsigned) != 0;
        return type switch
        {
            ColumnType.Tiny when isUnsigned => ColumnKind.Byte,
            ColumnType.Tiny => length == 1 ? ColumnKind.Boolean : ColumnKind.SByte,
            ColumnType.Short => isUnsigned ? ColumnKind.UInt16 : ColumnKind.Int16,
            ColumnType.Int24 or ColumnType.Long => isUnsigned ? ColumnKind.UInt32 : ColumnKind.Int32,
            ColumnType.LongLong => isUnsigned ? ColumnKind.UInt64 : ColumnKind.Int64,
            ColumnType.Year => ColumnKind.Year,
            ColumnType.Bit => ColumnKind.Bit,
            ColumnType.Float => ColumnKind.Single,
            ColumnType.Double => ColumnKind.Double,
            ColumnType.Decimal or ColumnType.NewDecimal => ColumnKind.Decimal,
            ColumnType.Date or ColumnType.NewDate or ColumnType.DateTime or ColumnType.Timestamp => ColumnKind.DateTime,
            ColumnType.Time => ColumnKind.Time,
            ColumnType.Json => ColumnKind.Text,
            ColumnType.String when collation != Collations.Binary => OfChar(collation, length, guids),
            ColumnType.String or ColumnType.VarString or ColumnType.VarChar or ColumnType.Enum or ColumnType.Set
                or ColumnType.TinyBlob or ColumnType.Blob or ColumnType.MediumBlob or ColumnType.LongBlob => collation == Collations.Binary ? OfBytes(length, guids) : ColumnKind.Text,
            ColumnType.Geometry => ColumnKind.Geometry,
            ColumnType.Vector => ColumnKind.Vector,
            ColumnType.Null => ColumnKind.Null,
            _ => ColumnKind.Unknown,
        };
    }

    /// <summary>How many bytes a value has in a row, or a sign that the value says so.</summary>
    public static sbyte WidthOf(ColumnType type) => type switch
    {
        ColumnType.LongLong or ColumnType.Double => 8,
        ColumnType.Long or ColumnType.Int24 or ColumnType.Float => 4,
        ColumnType.Short or ColumnType.Year => 2,
        ColumnType.Tiny => 1,
        ColumnType.Date or ColumnType.NewDate or ColumnType.DateTime or ColumnType.Timestamp => ColumnWidth.Date,
        ColumnType.Time => ColumnWidth.Time,
        ColumnType.Decimal or ColumnType.NewDecimal or ColumnType.VarChar or ColumnType.VarString or ColumnType.String or ColumnType.Enum or ColumnType.Set
            or ColumnType.TinyBlob or ColumnType.Blob or ColumnType.MediumBlob or ColumnType.LongBlob or ColumnType.Json or ColumnType.Bit
            or ColumnType.Geometry or ColumnType.Vector or ColumnType.Null => ColumnWidth.LengthEncoded,
        _ => ColumnWidth.Unknown,
    };

    private static ColumnKind OfChar(ushort collation, uint length, MySqlGuidFormat guids) => (guids, Collations.BytesPerCharacter(collation)) switch
    {
        // The driver needs to know, to name the type; of some collations it does not.
        (_, 0) => ColumnKind.Unknown,
        (MySqlGuidFormat.Default or MySqlGuidFormat.Char36, var bytes) when length / (uint)bytes == 36 => ColumnKind.GuidChar36,
        (MySqlGuidFormat.Char32, var bytes) when length / (uint)bytes == 32 => ColumnKind.GuidChar32,
        _ => ColumnKind.Text,
    };

    private static ColumnKind OfBytes(uint length, MySqlGuidFormat guids) => guids switch
    {
        _ when length != GuidBytes => ColumnKind.Bytes,
        MySqlGuidFormat.Binary16 => ColumnKind.GuidBinary16,
        MySqlGuidFormat.TimeSwapBinary16 => ColumnKind.GuidTimeSwapBinary16,
        MySqlGuidFormat.LittleEndianBinary16 => ColumnKind.GuidLittleEndianBinary16,
        _ => ColumnKind.Bytes,
    };
}
