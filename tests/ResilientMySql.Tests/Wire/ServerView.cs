using System.Buffers.Binary;
using System.Text;
using ResilientMySql.Wire;

namespace ResilientMySql.Tests.Wire;

/// <summary>
/// A server's side of one prepared statement: remembers the types that were sent, and reads the arguments of each execution as
/// text. Written from MySQL Internals, "COM_STMT_EXECUTE", without a look at the encoder.
/// </summary>
internal sealed class ServerView(int parameterCount, bool hasAttributes)
{
    private readonly (byte Type, bool IsUnsigned)[] _types = new (byte, bool)[parameterCount];
    private byte[] _payload = [];
    private int _position;

    /// <summary>Whether the last execution sent types.</summary>
    public bool GotTypes { get; private set; }

    public string?[] Read(byte[] payload)
    {
        _payload = payload;
        _position = 0;
        Expect(0x17);
        Take(sizeof(uint));
        Expect(hasAttributes ? (byte)8 : (byte)0);
        Assert.Equal(1u, BinaryPrimitives.ReadUInt32LittleEndian(Take(sizeof(uint))));
        if (hasAttributes)
            Assert.Equal(parameterCount, TakeLength());

        byte[] nulls = Take((parameterCount + 7) / 8).ToArray();
        GotTypes = Take(1)[0] == 1;
        for (int i = 0; GotTypes && i < parameterCount; i++)
            ReadType(ref _types[i]);

        var values = new string?[parameterCount];
        for (int i = 0; i < parameterCount; i++)
            values[i] = (nulls[i / 8] & (1 << (i % 8))) != 0 ? null : ReadValue(_types[i].Type, _types[i].IsUnsigned);

        Assert.Equal(payload.Length, _position);
        return values;
    }

    private void ReadType(ref (byte Type, bool IsUnsigned) type)
    {
        byte code = Take(1)[0];
        byte flags = Take(1)[0];
        Assert.Equal(0, flags & 0x7F);
        type = (code, flags == 0x80);
        if (hasAttributes)
            Expect(0);
    }

    private string ReadValue(byte type, bool isUnsigned) => (ParameterType)type switch
    {
        ParameterType.Tiny => isUnsigned ? $"{Take(1)[0]}" : $"{(sbyte)Take(1)[0]}",
        ParameterType.Short => isUnsigned ? $"{BinaryPrimitives.ReadUInt16LittleEndian(Take(2))}" : $"{BinaryPrimitives.ReadInt16LittleEndian(Take(2))}",
        ParameterType.Long => isUnsigned ? $"{BinaryPrimitives.ReadUInt32LittleEndian(Take(4))}" : $"{BinaryPrimitives.ReadInt32LittleEndian(Take(4))}",
        ParameterType.LongLong => isUnsigned ? $"{BinaryPrimitives.ReadUInt64LittleEndian(Take(8))}" : $"{BinaryPrimitives.ReadInt64LittleEndian(Take(8))}",
        ParameterType.Float => $"{BinaryPrimitives.ReadSingleLittleEndian(Take(4)):R}",
        ParameterType.Double => $"{BinaryPrimitives.ReadDoubleLittleEndian(Take(8)):R}",
        ParameterType.Date or ParameterType.DateTime => ReadDateTime(),
        ParameterType.Time => ReadTime(),
        ParameterType.NewDecimal or ParameterType.VarString or ParameterType.String => Encoding.UTF8.GetString(Take(TakeLength())),
        ParameterType.Blob => Convert.ToHexString(Take(TakeLength())),
        _ => throw new InvalidDataException($"No type that the sink sends: {type}."),
    };

    private string ReadDateTime()
    {
        ReadOnlySpan<byte> value = Take(Take(1)[0]);
        int second = value.Length > 4 ? (((value[4] * 60) + value[5]) * 60) + value[6] : 0;
        int microsecond = value.Length > 7 ? BinaryPrimitives.ReadInt32LittleEndian(value[7..]) : 0;
        return $"{BinaryPrimitives.ReadUInt16LittleEndian(value)}-{value[2]}-{value[3]} {(second * 1_000_000L) + microsecond}";
    }

    private string ReadTime()
    {
        ReadOnlySpan<byte> value = Take(Take(1)[0]);
        if (value.IsEmpty)
            return "0";

        long second = (((((BinaryPrimitives.ReadInt32LittleEndian(value[1..]) * 24L) + value[5]) * 60) + value[6]) * 60) + value[7];
        long microsecond = value.Length > 8 ? BinaryPrimitives.ReadInt32LittleEndian(value[8..]) : 0;
        return $"{(value[0] == 1 ? -1 : 1) * ((second * 1_000_000) + microsecond)}";
    }

    private int TakeLength() => Take(1)[0] switch
    {
        0xFC => BinaryPrimitives.ReadUInt16LittleEndian(Take(2)),
        0xFD => Take(1)[0] | (BinaryPrimitives.ReadUInt16LittleEndian(Take(2)) << 8),
        0xFE => (int)BinaryPrimitives.ReadUInt64LittleEndian(Take(8)),
        byte length => length,
    };

    private void Expect(byte value) => Assert.Equal(value, Take(1)[0]);

    private ReadOnlySpan<byte> Take(int count)
    {
        _position += count;
        return _payload.AsSpan(_position - count, count);
    }
}
