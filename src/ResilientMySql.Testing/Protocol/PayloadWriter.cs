using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace ResilientMySql.Testing.Protocol;

/// <summary>Writes a payload in the protocol's primitive types.</summary>
internal sealed class PayloadWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public ReadOnlyMemory<byte> Payload => _bytes.WrittenMemory;

    public PayloadWriter Byte(byte value) => Bytes([value]);

    public PayloadWriter UInt16(ushort value)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(_bytes.GetSpan(2), value);
        _bytes.Advance(2);
        return this;
    }

    public PayloadWriter UInt32(uint value)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(_bytes.GetSpan(4), value);
        _bytes.Advance(4);
        return this;
    }

    public PayloadWriter UInt64(ulong value)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(_bytes.GetSpan(8), value);
        _bytes.Advance(8);
        return this;
    }

    public PayloadWriter Bytes(ReadOnlySpan<byte> value)
    {
        _bytes.Write(value);
        return this;
    }

    public PayloadWriter Zeros(int count) => Bytes(new byte[count]);

    public PayloadWriter Text(string value) => Bytes(Encoding.UTF8.GetBytes(value));

    public PayloadWriter NullTerminated(string value) => Text(value).Byte(0);

    /// <summary>Protocol::LengthEncodedInteger.</summary>
    public PayloadWriter LengthEncoded(ulong value) => value switch
    {
        < 0xFB => Byte((byte)value),
        <= ushort.MaxValue => Byte(0xFC).UInt16((ushort)value),
        <= 0xFF_FFFF => Byte(0xFD).UInt16((ushort)value).Byte((byte)(value >> 16)),
        _ => Byte(0xFE).UInt64(value),
    };

    public PayloadWriter LengthEncodedBytes(ReadOnlySpan<byte> value) => LengthEncoded((ulong)value.Length).Bytes(value);

    public PayloadWriter LengthEncodedText(string value) => LengthEncodedBytes(Encoding.UTF8.GetBytes(value));
}
