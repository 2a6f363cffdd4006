using System.Buffers.Binary;
using MySqlConnector;
using ResilientMySql.Queries;

namespace ResilientMySql.Wire;

/// <summary>
/// Writes the arguments of a generated statement into COM_STMT_EXECUTE, each as the driver sends it; nothing is boxed or copied
/// on the way. Made by <see cref="ExecuteEncoder.Begin"/>.
/// </summary>
/// <remarks>
/// A NULL keeps the type that its placeholder had in the last execution, so that the types need not be sent again because of it.
/// </remarks>
internal struct WireParameterSink(SendBuffer buffer, WireStatement statement, int nullsPosition, int typesPosition, int typeLength) : IParameterSink
{
    private readonly SendBuffer _buffer = buffer;
    private readonly WireStatement _statement = statement;
    private readonly int _nullsPosition = nullsPosition;
    private int _next;

    /// <summary>How many arguments there were; of those beyond the last placeholder nothing is written.</summary>
    public readonly int Count => _next;

    /// <summary>The form of a <see cref="System.Guid"/>; CHAR(36), unless set.</summary>
    public MySqlGuidFormat GuidFormat { readonly get; set; }

    internal readonly SendBuffer Buffer => _buffer;

    internal readonly WireStatement Statement => _statement;

    /// <summary>Where the types are in the buffer, after a byte that says whether they are sent.</summary>
    internal readonly int TypesPosition { get; } = typesPosition;

    /// <summary>A type's length in bytes, its parameter's empty name included.</summary>
    internal readonly int TypeLength { get; } = typeLength;

    /// <summary>Whether a type differs from the last execution's.</summary>
    internal bool HasNewTypes { readonly get; private set; } = !statement.HasBound && statement.ParameterCount > 0;

    public void Boolean(bool? value)
    {
        if (Takes(ParameterType.Tiny, value.HasValue))
            _buffer.WriteByte(value.GetValueOrDefault() ? (byte)1 : (byte)0);
    }

    public void SByte(sbyte? value)
    {
        if (Takes(ParameterType.Tiny, value.HasValue))
            _buffer.WriteByte((byte)value.GetValueOrDefault());
    }

    public void Byte(byte? value)
    {
        if (Takes(ParameterType.UnsignedTiny, value.HasValue))
            _buffer.WriteByte(value.GetValueOrDefault());
    }

    public void Int16(short? value)
    {
        if (Takes(ParameterType.Short, value.HasValue))
            _buffer.WriteUInt16((ushort)value.GetValueOrDefault());
    }

    public void UInt16(ushort? value)
    {
        if (Takes(ParameterType.UnsignedShort, value.HasValue))
            _buffer.WriteUInt16(value.GetValueOrDefault());
    }

    public void Int32(int? value)
    {
        if (Takes(ParameterType.Long, value.HasValue))
            _buffer.WriteUInt32((uint)value.GetValueOrDefault());
    }

    public void UInt32(uint? value)
    {
        if (Takes(ParameterType.UnsignedLong, value.HasValue))
            _buffer.WriteUInt32(value.GetValueOrDefault());
    }

    public void Int64(long? value)
    {
        if (Takes(ParameterType.LongLong, value.HasValue))
            _buffer.WriteUInt64((ulong)value.GetValueOrDefault());
    }

    public void UInt64(ulong? value)
    {
        if (Takes(ParameterType.UnsignedLongLong, value.HasValue))
            _buffer.WriteUInt64(value.GetValueOrDefault());
    }

    public void Single(float? value)
    {
        if (Takes(ParameterType.Float, value.HasValue))
            _buffer.WriteUInt32(BitConverter.SingleToUInt32Bits(value.GetValueOrDefault()));
    }

    public void Double(double? value)
    {
        if (Takes(ParameterType.Double, value.HasValue))
            _buffer.WriteUInt64(BitConverter.DoubleToUInt64Bits(value.GetValueOrDefault()));
    }

    public void Decimal(decimal? value)
    {
        if (Takes(ParameterType.NewDecimal, value.HasValue))
            _buffer.WriteDecimal(value.GetValueOrDefault());
    }

    public void DateTime(DateTime? value)
    {
        if (Takes(ParameterType.DateTime, value.HasValue))
            _buffer.WriteDateTime(value.GetValueOrDefault());
    }

    public void DateTimeOffset(DateTimeOffset? value)
    {
        if (Takes(ParameterType.DateTime, value.HasValue))
            _buffer.WriteDateTime(value.GetValueOrDefault().UtcDateTime);
    }

    public void DateOnly(DateOnly? value)
    {
        if (Takes(ParameterType.Date, value.HasValue))
            _buffer.WriteDate(value.GetValueOrDefault());
    }

    public void TimeOnly(TimeOnly? value)
    {
        if (Takes(ParameterType.Time, value.HasValue))
            _buffer.WriteTime(value.GetValueOrDefault().ToTimeSpan());
    }

    public void TimeSpan(TimeSpan? value)
    {
        if (Takes(ParameterType.Time, value.HasValue))
            _buffer.WriteTime(value.GetValueOrDefault());
    }

    public void Guid(Guid? value)
    {
        if (Takes(GuidEncoding.TypeFor(GuidFormat), value.HasValue))
            _buffer.WriteGuid(value.GetValueOrDefault(), GuidFormat);
    }

    public void Char(char? value)
    {
        char letter = value.GetValueOrDefault();
        if (Takes(ParameterType.VarString, value.HasValue))
            _buffer.WriteTextValue(new ReadOnlySpan<char>(in letter));
    }

    public void String(string? value)
    {
        if (Takes(ParameterType.VarString, value is not null))
            _buffer.WriteTextValue(value);
    }

    public void Bytes(byte[]? value)
    {
        if (Takes(ParameterType.Blob, value is not null))
            _buffer.WriteBytesValue(value);
    }

    public void Memory(ReadOnlyMemory<byte>? value)
    {
        if (Takes(ParameterType.Blob, value.HasValue))
            _buffer.WriteBytesValue(value.GetValueOrDefault());
    }

    /// <remarks>Under the type of text, as the driver has it.</remarks>
    public void Geometry(MySqlGeometry? value)
    {
        if (Takes(ParameterType.VarString, value is not null))
            _buffer.WriteGeometry(value!);
    }

    public void MySqlDecimal(MySqlDecimal? value)
    {
        if (Takes(ParameterType.NewDecimal, value.HasValue))
            _buffer.WriteDecimal(value.GetValueOrDefault());
    }

    public void MySqlDateTime(MySqlDateTime? value)
    {
        if (Takes(ParameterType.DateTime, value.HasValue))
            _buffer.WriteDateTime(value.GetValueOrDefault());
    }

    /// <summary>Notes the next argument's type, and whether it is NULL; says whether its value is to be written.</summary>
    private bool Takes(ParameterType type, bool hasValue)
    {
        int index = _next++;
        if (index >= _statement.ParameterCount)
            return false;

        ushort bound = _statement.BoundTypes[index];
        ushort code = !hasValue && _statement.HasBound ? bound : (ushort)type;
        HasNewTypes |= code != bound;
        BinaryPrimitives.WriteUInt16LittleEndian(_buffer.Written(TypesPosition + (index * TypeLength), sizeof(ushort)), code);
        if (!hasValue)
            _buffer.Written(_nullsPosition + (index / 8), 1)[0] |= (byte)(1 << (index % 8));

        return hasValue;
    }
}
