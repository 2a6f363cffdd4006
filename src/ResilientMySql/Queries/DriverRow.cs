using System.Text;
using MySqlConnector;

namespace ResilientMySql.Queries;

/// <summary>The row that the driver's reader stands on.</summary>
/// <remarks>
/// Knows which column it is reading, so that an error is explained at the cost of nothing while there is none. Where the driver boxes,
/// numbers that fit are read as <see cref="int"/>, which it does not box.
/// </remarks>
internal struct DriverRow(MySqlDataReader reader) : IRow
{
    // One more than the ordinal; 0 while no column is being read.
    private int _column;
    private Type? _wanted;

    /// <summary>Whether the getter of a column has not returned: what is thrown then is thrown by it.</summary>
    public readonly bool IsReading => _column > 0;

    public readonly bool IsNull(int ordinal) => reader.IsDBNull(ordinal);

    public bool Boolean(int ordinal) => Done(ReadBoolean(At<bool>(ordinal)));

    public sbyte SByte(int ordinal) => Done(checked((sbyte)reader.GetInt32(AtWhole<sbyte>(ordinal))));

    public byte Byte(int ordinal) => Done(checked((byte)reader.GetInt32(AtWhole<byte>(ordinal))));

    public short Int16(int ordinal) => Done(checked((short)reader.GetInt32(AtWhole<short>(ordinal))));

    public ushort UInt16(int ordinal) => Done(checked((ushort)reader.GetInt32(AtWhole<ushort>(ordinal))));

    public int Int32(int ordinal) => Done(reader.GetInt32(AtWhole<int>(ordinal)));

    public uint UInt32(int ordinal) => Done(reader.GetUInt32(AtWhole<uint>(ordinal)));

    public long Int64(int ordinal) => Done(reader.GetInt64(AtWhole<long>(ordinal)));

    public ulong UInt64(int ordinal) => Done(reader.GetUInt64(AtWhole<ulong>(ordinal)));

    public float Single(int ordinal) => Done(reader.GetFloat(At<float>(ordinal)));

    public double Double(int ordinal) => Done(reader.GetDouble(At<double>(ordinal)));

    public decimal Decimal(int ordinal) => Done(reader.GetDecimal(At<decimal>(ordinal)));

    public DateTime DateTime(int ordinal) => Done(reader.GetDateTime(At<DateTime>(ordinal)));

    public DateTimeOffset DateTimeOffset(int ordinal) => Done(reader.GetDateTimeOffset(At<DateTimeOffset>(ordinal)));

    public DateOnly DateOnly(int ordinal) => Done(reader.GetDateOnly(At<DateOnly>(ordinal)));

    public TimeOnly TimeOnly(int ordinal) => Done(reader.GetTimeOnly(At<TimeOnly>(ordinal)));

    public TimeSpan TimeSpan(int ordinal) => Done(reader.GetTimeSpan(At<TimeSpan>(ordinal)));

    public Guid Guid(int ordinal) => Done(reader.GetGuid(At<Guid>(ordinal)));

    public char Char(int ordinal) => Done(ReadChar(At<char>(ordinal)));

    public string String(int ordinal) => Done(reader.GetString(At<string>(ordinal)));

    public byte[] Bytes(int ordinal) => Done(reader.GetFieldValue<byte[]>(At<byte[]>(ordinal)));

    public MySqlGeometry Geometry(int ordinal) => Done(reader.GetMySqlGeometry(At<MySqlGeometry>(ordinal)));

    public MySqlDecimal MySqlDecimal(int ordinal) => Done(reader.GetMySqlDecimal(At<MySqlDecimal>(ordinal)));

    public MySqlDateTime MySqlDateTime(int ordinal) => Done(reader.GetMySqlDateTime(At<MySqlDateTime>(ordinal)));

    /// <remarks>The driver gives no text before it has decoded it.</remarks>
    public ReadOnlySpan<byte> Utf8(int ordinal)
    {
        _wanted = typeof(ReadOnlySpan<byte>);
        _column = ordinal + 1;
        byte[] value = ReadUtf8(ordinal);
        _column = 0;
        return value;
    }

    /// <summary>What was thrown while a column was read, with all there is to say about that column.</summary>
    /// <param name="cause">What the getter threw.</param>
    /// <param name="members">The members that the columns fill, in their order; empty where there are none.</param>
    public readonly InvalidCastException Explain(Exception cause, ReadOnlySpan<string> members) =>
        ColumnError.Explain(DriverColumn.Describe(reader, _column - 1), _wanted!, members, cause);

    private int At<T>(int ordinal)
    {
        _wanted = typeof(T);
        _column = ordinal + 1;
        return ordinal;
    }

    /// <summary>The same for a whole number: the driver would cut the fraction of a decimal off.</summary>
    private int AtWhole<T>(int ordinal)
    {
        At<T>(ordinal);
        if (reader.GetFieldType(ordinal) == typeof(decimal) && !reader.IsDBNull(ordinal) && !decimal.IsInteger(reader.GetDecimal(ordinal)))
            throw new InvalidCastException(ColumnError.HasFraction);

        return ordinal;
    }

    private T Done<T>(T value)
    {
        _column = 0;
        return value;
    }

    /// <summary>True is all that is not zero, also what is too large for an int, or lies between 0 and 1.</summary>
    private readonly bool ReadBoolean(int ordinal)
    {
        try
        {
            return reader.GetInt32(ordinal) != 0 || (reader.GetFieldType(ordinal) == typeof(decimal) && reader.GetBoolean(ordinal));
        }
        catch (OverflowException)
        {
            return reader.GetBoolean(ordinal);
        }
    }

    /// <summary>The driver would take the first of many.</summary>
    private readonly char ReadChar(int ordinal) => reader.GetString(ordinal) is [char only]
        ? only
        : throw new InvalidCastException("The text is not one UTF-16 unit long.");

    private readonly byte[] ReadUtf8(int ordinal)
    {
        Type type = reader.GetFieldType(ordinal);
        if (type == typeof(string))
            return Encoding.UTF8.GetBytes(reader.GetString(ordinal));

        if (type == typeof(decimal))
            return Encoding.UTF8.GetBytes(reader.GetMySqlDecimal(ordinal).ToString()!);

        if (type == typeof(Guid) && reader.GetDataTypeName(ordinal) is ['C', ..] name)
            return Encoding.UTF8.GetBytes(reader.GetGuid(ordinal).ToString(name == "CHAR(32)" ? "N" : "D"));

        using Stream stream = reader.GetStream(ordinal);
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
