using System.Buffers.Binary;
using System.Text;

namespace ResilientMySql.Tests.Wire;

/// <summary>Writes payloads as the protocol's documentation has them, field by field.</summary>
internal sealed class PayloadBuilder
{
    private readonly List<byte> _bytes = [];

    public PayloadBuilder Raw(params ReadOnlySpan<byte> bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    public PayloadBuilder UInt16(int value)
    {
        Span<byte> bytes = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)value);
        return Raw(bytes);
    }

    public PayloadBuilder UInt32(uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return Raw(bytes);
    }

    public PayloadBuilder UInt64(ulong value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, value);
        return Raw(bytes);
    }

    public PayloadBuilder LengthEncoded(ulong value) => value switch
    {
        <= 250 => Raw((byte)value),
        <= 0xFFFF => Raw(0xFC).UInt16((int)value),
        <= 0xFFFFFF => Raw(0xFD, (byte)value, (byte)(value >> 8), (byte)(value >> 16)),
        _ => Raw(0xFE).UInt64(value),
    };

    public PayloadBuilder LengthEncoded(ReadOnlySpan<byte> bytes) => LengthEncoded((ulong)bytes.Length).Raw(bytes);

    public PayloadBuilder Text(string text) => LengthEncoded(Encoding.UTF8.GetBytes(text));

    public byte[] ToArray() => [.. _bytes];
}
