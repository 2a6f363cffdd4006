using System.Text;
using MySqlConnector;
using ResilientMySql.Driver;
using ResilientMySql.Queries;

namespace ResilientMySql.Wire;

/// <summary>The row that a session's layout stands on: the same values and the same errors as the driver's reader gives.</summary>
/// <remarks>Knows which column it is reading, so that an error is explained at the cost of nothing while there is none.</remarks>
internal struct WireRow(RowLayout layout) : IRow
{
    // One more than the ordinal; 0 while no column is being read.
    private int _column;
    private Type? _wanted;

    /// <summary>Whether the getter of a column has not returned: what is thrown then is thrown by it.</summary>
    public readonly bool IsReading => _column > 0;

    public readonly bool IsNull(int ordinal) => layout.IsNull(ordinal);

    public bool Boolean(int ordinal) => Done(NumberValue.IsNotZero(At<bool>(ordinal), layout.Value(ordinal)));

    public sbyte SByte(int ordinal) => Done(checked((sbyte)NumberValue.Int64(At<sbyte>(ordinal), layout.Value(ordinal))));

    public byte Byte(int ordinal) => Done(checked((byte)NumberValue.Int64(At<byte>(ordinal), layout.Value(ordinal))));

    public short Int16(int ordinal) => Done(checked((short)NumberValue.Int64(At<short>(ordinal), layout.Value(ordinal))));

    public ushort UInt16(int ordinal) => Done(checked((ushort)NumberValue.Int64(At<ushort>(ordinal), layout.Value(ordinal))));

    public int Int32(int ordinal) => Done(checked((int)NumberValue.Int64(At<int>(ordinal), layout.Value(ordinal))));

    public uint UInt32(int ordinal) => Done(checked((uint)NumberValue.Int64(At<uint>(ordinal), layout.Value(ordinal))));

    public long Int64(int ordinal) => Done(NumberValue.Int64(At<long>(ordinal), layout.Value(ordinal)));

    public ulong UInt64(int ordinal) => Done(NumberValue.UInt64(At<ulong>(ordinal), layout.Value(ordinal)));

    public float Single(int ordinal) => Done(NumberValue.Single(At<float>(ordinal), layout.Value(ordinal)));

    public double Double(int ordinal) => Done(NumberValue.Double(At<double>(ordinal), layout.Value(ordinal)));

    public decimal Decimal(int ordinal) => Done(NumberValue.Decimal(At<decimal>(ordinal), layout.Value(ordinal)));

    public DateTime DateTime(int ordinal) => Done(DateValue.DateTime(At<DateTime>(ordinal), layout.Value(ordinal)));

    public DateTimeOffset DateTimeOffset(int ordinal) =>
        Done(new DateTimeOffset(System.DateTime.SpecifyKind(DateValue.DateTime(At<DateTimeOffset>(ordinal), layout.Value(ordinal)), DateTimeKind.Utc)));

    public DateOnly DateOnly(int ordinal) => Done(System.DateOnly.FromDateTime(DateValue.DateTime(At<DateOnly>(ordinal), layout.Value(ordinal))));

    public TimeOnly TimeOnly(int ordinal) => Done(System.TimeOnly.FromTimeSpan(DateValue.TimeSpan(At<TimeOnly>(ordinal), layout.Value(ordinal))));

    public TimeSpan TimeSpan(int ordinal) => Done(DateValue.TimeSpan(At<TimeSpan>(ordinal), layout.Value(ordinal)));

    public Guid Guid(int ordinal) => Done(GuidValue.Guid(At<Guid>(ordinal), layout.Value(ordinal)));

    public char Char(int ordinal) => Done(TextValue.Char(At<char>(ordinal), layout.Value(ordinal)));

    public string String(int ordinal) => Done(TextValue.String(At<string>(ordinal), layout.Value(ordinal)));

    public byte[] Bytes(int ordinal) => Done(At<byte[]>(ordinal).Kind is ColumnKind.Bytes or ColumnKind.Geometry
        ? layout.Value(ordinal).ToArray()
        : throw Mismatch());

    public MySqlGeometry Geometry(int ordinal) => Done(At<MySqlGeometry>(ordinal).Kind is ColumnKind.Geometry
        ? MySqlConnector.MySqlGeometry.FromMySql(layout.Value(ordinal))
        : throw Mismatch());

    public MySqlDecimal MySqlDecimal(int ordinal) => Done(At<MySqlDecimal>(ordinal).Kind is ColumnKind.Decimal
        ? DriverDecimal.Parse(Encoding.UTF8.GetString(layout.Value(ordinal)))
        : throw Mismatch());

    public MySqlDateTime MySqlDateTime(int ordinal) => Done(At<MySqlDateTime>(ordinal).Kind is ColumnKind.DateTime
        ? new MySqlDateTime(DateValue.Binary(layout.Value(ordinal)))
        : throw Mismatch());

    /// <summary>Text, or bytes, as they lie in the receive buffer; valid until the next row is read.</summary>
    /// <exception cref="InvalidCastException">The column is NULL, or neither text nor bytes.</exception>
    public ReadOnlySpan<byte> Utf8(int ordinal)
    {
        _column = ordinal + 1;
        _wanted = typeof(ReadOnlySpan<byte>);
        if (!TextValue.IsTextOrBytes(layout.Column(ordinal).Kind))
            throw Mismatch();

        ReadOnlySpan<byte> value = layout.Value(ordinal);
        _column = 0;
        return value;
    }

    /// <summary>What was thrown while a column was read, with all there is to say about that column.</summary>
    /// <param name="cause">What the getter threw.</param>
    /// <param name="members">The members that the columns fill, in their order; empty where there are none.</param>
    public readonly InvalidCastException Explain(Exception cause, ReadOnlySpan<string> members) =>
        ColumnError.Explain(WireColumn.Describe(layout, _column - 1), _wanted!, members, cause);

    private ColumnDefinition At<T>(int ordinal)
    {
        _wanted = typeof(T);
        _column = ordinal + 1;
        return layout.Column(ordinal);
    }

    private T Done<T>(T value)
    {
        _column = 0;
        return value;
    }

    private static InvalidCastException Mismatch() => new("The column is of another type.");
}
