using MySqlConnector;

namespace ResilientMySql.Queries;

/// <summary>The row that the driver's reader stands on.</summary>
internal readonly struct DriverRow(MySqlDataReader reader) : IRow
{
    public bool IsNull(int ordinal) => reader.IsDBNull(ordinal);

    public bool Boolean(int ordinal) => reader.GetBoolean(ordinal);

    public sbyte SByte(int ordinal) => reader.GetSByte(ordinal);

    public byte Byte(int ordinal) => reader.GetByte(ordinal);

    public short Int16(int ordinal) => reader.GetInt16(ordinal);

    public ushort UInt16(int ordinal) => reader.GetUInt16(ordinal);

    public int Int32(int ordinal) => reader.GetInt32(ordinal);

    public uint UInt32(int ordinal) => reader.GetUInt32(ordinal);

    public long Int64(int ordinal) => reader.GetInt64(ordinal);

    public ulong UInt64(int ordinal) => reader.GetUInt64(ordinal);

    public float Single(int ordinal) => reader.GetFloat(ordinal);

    public double Double(int ordinal) => reader.GetDouble(ordinal);

    public decimal Decimal(int ordinal) => reader.GetDecimal(ordinal);

    public DateTime DateTime(int ordinal) => reader.GetDateTime(ordinal);

    public DateTimeOffset DateTimeOffset(int ordinal) => reader.GetDateTimeOffset(ordinal);

    public DateOnly DateOnly(int ordinal) => reader.GetDateOnly(ordinal);

    public TimeOnly TimeOnly(int ordinal) => reader.GetTimeOnly(ordinal);

    public TimeSpan TimeSpan(int ordinal) => reader.GetTimeSpan(ordinal);

    public Guid Guid(int ordinal) => reader.GetGuid(ordinal);

    public string String(int ordinal) => reader.GetString(ordinal);

    public byte[] Bytes(int ordinal) => reader.GetFieldValue<byte[]>(ordinal);
}
