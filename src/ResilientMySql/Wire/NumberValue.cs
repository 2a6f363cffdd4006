using System.Buffers.Binary;
using System.Buffers.Text;
using ResilientMySql.Queries;

namespace ResilientMySql.Wire;

/// <summary>
/// Reads the value of a column as a number: what is a number fits where its value does, and a whole number takes no fraction. A value
/// that does not fit ends in an <see cref="OverflowException"/>, a column that is none in an <see cref="InvalidCastException"/>.
/// </summary>
internal static class NumberValue
{
    public static long Int64(ColumnDefinition column, ReadOnlySpan<byte> value) => column.Kind switch
    {
        ColumnKind.Int32 => BinaryPrimitives.ReadInt32LittleEndian(value),
        ColumnKind.Int64 => BinaryPrimitives.ReadInt64LittleEndian(value),
        ColumnKind.Boolean => value[0] == 0 ? 0 : 1,
        ColumnKind.SByte => (sbyte)value[0],
        ColumnKind.Byte => value[0],
        ColumnKind.Int16 or ColumnKind.Year => BinaryPrimitives.ReadInt16LittleEndian(value),
        ColumnKind.UInt16 => BinaryPrimitives.ReadUInt16LittleEndian(value),
        ColumnKind.UInt32 => BinaryPrimitives.ReadUInt32LittleEndian(value),
        ColumnKind.UInt64 => checked((long)BinaryPrimitives.ReadUInt64LittleEndian(value)),
        ColumnKind.Bit => checked((long)BitValue.Read(column, value)),
        ColumnKind.Decimal => (long)Whole(value),
        _ => throw Mismatch(),
    };

    public static ulong UInt64(ColumnDefinition column, ReadOnlySpan<byte> value) => column.Kind switch
    {
        ColumnKind.UInt64 => BinaryPrimitives.ReadUInt64LittleEndian(value),
        ColumnKind.Bit => BitValue.Read(column, value),
        ColumnKind.Decimal => (ulong)Whole(value),
        _ => checked((ulong)Int64(column, value)),
    };

    /// <summary>True is all that is not zero, also what no integer could hold, or lies between 0 and 1.</summary>
    public static bool IsNotZero(ColumnDefinition column, ReadOnlySpan<byte> value) =>
        column.Kind is ColumnKind.Decimal ? ParseDecimal(value) != 0 : Bits(column, value) != 0;

    public static float Single(ColumnDefinition column, ReadOnlySpan<byte> value) => column.Kind switch
    {
        ColumnKind.Single => BinaryPrimitives.ReadSingleLittleEndian(value),
        ColumnKind.Double => BinaryPrimitives.ReadDoubleLittleEndian(value) is >= float.MinValue and <= float.MaxValue and var number ? (float)number : throw Mismatch(),
        ColumnKind.Decimal => (float)ParseDecimal(value),
        _ => throw Mismatch(),
    };

    public static double Double(ColumnDefinition column, ReadOnlySpan<byte> value) => column.Kind switch
    {
        ColumnKind.Double => BinaryPrimitives.ReadDoubleLittleEndian(value),
        ColumnKind.Single => BinaryPrimitives.ReadSingleLittleEndian(value),
        ColumnKind.Decimal => (double)ParseDecimal(value),
        _ => throw Mismatch(),
    };

    public static decimal Decimal(ColumnDefinition column, ReadOnlySpan<byte> value) => column.Kind switch
    {
        ColumnKind.Decimal => ParseDecimal(value),
        ColumnKind.Double => (decimal)BinaryPrimitives.ReadDoubleLittleEndian(value),
        ColumnKind.Single => (decimal)BinaryPrimitives.ReadSingleLittleEndian(value),
        _ => throw Mismatch(),
    };

    /// <summary>DECIMAL travels as text. Beyond 28 digits <see cref="decimal"/> has no room; MySqlDecimal has.</summary>
    private static decimal ParseDecimal(ReadOnlySpan<byte> value) =>
        Utf8Parser.TryParse(value, out decimal number, out int consumed) && consumed == value.Length ? number : throw Mismatch();

    private static decimal Whole(ReadOnlySpan<byte> value) =>
        ParseDecimal(value) is var number && decimal.IsInteger(number) ? number : throw new InvalidCastException(ColumnError.HasFraction);

    /// <summary>A whole number, negative ones too: zero is zero in either way.</summary>
    private static ulong Bits(ColumnDefinition column, ReadOnlySpan<byte> value) => column.Kind switch
    {
        ColumnKind.UInt64 => BinaryPrimitives.ReadUInt64LittleEndian(value),
        ColumnKind.Bit => BitValue.Read(column, value),
        _ => unchecked((ulong)Int64(column, value)),
    };

    private static InvalidCastException Mismatch() => new("The column holds no such number.");
}
