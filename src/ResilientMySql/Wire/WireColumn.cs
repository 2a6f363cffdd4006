using System.Globalization;
using ResilientMySql.Queries;

namespace ResilientMySql.Wire;

/// <summary>Describes a column of a row on the wire, in the words that the driver has for it.</summary>
internal static class WireColumn
{
    // What the driver calls a GUID's column, whatever it is.
    private const string Guid = "CHAR(36)";

    public static UnreadColumn Describe(RowLayout layout, int ordinal) => (uint)ordinal < (uint)layout.ColumnCount
        ? new UnreadColumn(ordinal, layout.ColumnCount, layout.Column(ordinal).Name, TypeOf(layout.Column(ordinal)), layout.IsNull(ordinal))
        : UnreadColumn.Beyond(ordinal, layout.ColumnCount);

    private static string TypeOf(ColumnDefinition column)
    {
        bool isUnsigned = column.Kind is ColumnKind.Byte or ColumnKind.UInt16 or ColumnKind.UInt32 or ColumnKind.UInt64;
        return isUnsigned ? NameOf(column) + " UNSIGNED" : NameOf(column);
    }

    private static string NameOf(ColumnDefinition column) => column.Type switch
    {
        ColumnType.Tiny => column.Kind is ColumnKind.Boolean ? "BOOL" : "TINYINT",
        ColumnType.Short => "SMALLINT",
        ColumnType.Int24 => "MEDIUMINT",
        ColumnType.Long => "INT",
        ColumnType.LongLong => "BIGINT",
        ColumnType.Year => "YEAR",
        ColumnType.Bit => "BIT",
        ColumnType.Float => "FLOAT",
        ColumnType.Double => "DOUBLE",
        ColumnType.Decimal or ColumnType.NewDecimal => "DECIMAL",
        ColumnType.Date or ColumnType.NewDate => "DATE",
        ColumnType.DateTime => "DATETIME",
        ColumnType.Timestamp => "TIMESTAMP",
        ColumnType.Time => "TIME",
        ColumnType.Json => "JSON",
        ColumnType.Enum => "ENUM",
        ColumnType.Set => "SET",
        ColumnType.Geometry => "GEOMETRY",
        ColumnType.Vector => "VECTOR",
        ColumnType.Null => "NULL",
        ColumnType.String => NameOfChar(column),
        _ => NameOfText(column, "VARCHAR"),
    };

    private static string NameOfChar(ColumnDefinition column) => column switch
    {
        { Kind: ColumnKind.GuidChar36 or ColumnKind.GuidChar32 } => Guid,
        { Flags: var flags } when (flags & ColumnFlags.Enum) != 0 => "ENUM",
        { Flags: var flags } when (flags & ColumnFlags.Set) != 0 => "SET",
        _ => NameOfText(column, string.Create(CultureInfo.InvariantCulture, $"CHAR({column.Length / Math.Max(1, Collations.BytesPerCharacter(column.Collation))})")),
    };

    private static string NameOfText(ColumnDefinition column, string text) => column.Kind switch
    {
        ColumnKind.GuidBinary16 or ColumnKind.GuidTimeSwapBinary16 or ColumnKind.GuidLittleEndianBinary16 => Guid,
        ColumnKind.Bytes => "BLOB",
        _ => text,
    };
}
