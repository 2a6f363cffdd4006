using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace ResilientMySql.Wire;

/// <summary>Reads a payload's fields in their order, and never beyond its end.</summary>
internal ref struct PayloadReader(ReadOnlySpan<byte> payload)
{
    private ReadOnlySpan<byte> _rest = payload;

    public readonly int Remaining => _rest.Length;

    /// <exception cref="WireProtocolException">The payload ends before; so it is for every member.</exception>
    public ReadOnlySpan<byte> Bytes(int count)
    {
        if ((uint)count > (uint)_rest.Length)
            ThrowTruncated();

        ReadOnlySpan<byte> bytes = _rest[..count];
        _rest = _rest[count..];
        return bytes;
    }

    public byte Byte() => Bytes(1)[0];

    public ushort UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Bytes(2));

    public uint UInt24() => UInt16() | (uint)Byte() << 16;

    public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Bytes(4));

    public ulong UInt64() => BinaryPrimitives.ReadUInt64LittleEndian(Bytes(8));

    /// <summary>An integer of 1, 3, 4 or 9 bytes.</summary>
    public ulong LengthEncoded() => Byte() switch
    {
        <= 250 and var value => value,
        252 => UInt16(),
        253 => UInt24(),
        254 => UInt64(),
        var prefix => throw new WireProtocolException($"A length cannot begin with {prefix:X2}."),
    };

    /// <summary>Bytes that tell their own number first.</summary>
    public ReadOnlySpan<byte> LengthEncodedBytes()
    {
        ulong length = LengthEncoded();
        if (length > (uint)_rest.Length)
            ThrowTruncated();

        return Bytes((int)length);
    }

    /// <summary>All that is left.</summary>
    public ReadOnlySpan<byte> Rest() => Bytes(_rest.Length);

    /// <exception cref="WireProtocolException">The payload goes on, where it should not.</exception>
    public readonly void End()
    {
        if (!_rest.IsEmpty)
            throw new WireProtocolException("A packet is longer than what it holds.");
    }

    [DoesNotReturn]
    private static void ThrowTruncated() => throw new WireProtocolException("A packet ends before what it announces.");
}
