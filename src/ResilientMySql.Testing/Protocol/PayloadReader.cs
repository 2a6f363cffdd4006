using System.Buffers.Binary;

namespace ResilientMySql.Testing.Protocol;

/// <summary>Reads the protocol's primitive types; past the end it gives zeros and says so, for what comes may be garbage.</summary>
internal ref struct PayloadReader(ReadOnlySpan<byte> payload)
{
    private ReadOnlySpan<byte> _rest = payload;

    /// <summary>Whether everything that was asked for was there.</summary>
    public bool IsValid { get; private set; } = true;

    public readonly ReadOnlySpan<byte> Rest => _rest;

    public ReadOnlySpan<byte> Bytes(ulong count)
    {
        if (count > (ulong)_rest.Length)
        {
            IsValid = false;
            _rest = default;
            return default;
        }

        ReadOnlySpan<byte> bytes = _rest[..(int)count];
        _rest = _rest[(int)count..];
        return bytes;
    }

    public byte Byte() => Bytes(1) is [byte value] ? value : (byte)0;

    public ushort UInt16() => Bytes(2) is { Length: 2 } bytes ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : (ushort)0;

    public uint UInt32() => Bytes(4) is { Length: 4 } bytes ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : 0;

    /// <summary>Protocol::LengthEncodedInteger.</summary>
    public ulong LengthEncoded()
    {
        byte first = Byte();
        return first switch
        {
            < 0xFB => first,
            0xFC => UInt16(),
            0xFD => Bytes(3) is [byte low, byte middle, byte high] ? (ulong)(low | (middle << 8) | (high << 16)) : 0,
            0xFE => Bytes(8) is { Length: 8 } bytes ? BinaryPrimitives.ReadUInt64LittleEndian(bytes) : 0,
            _ => Invalid(),
        };
    }

    public ReadOnlySpan<byte> LengthEncodedBytes() => Bytes(LengthEncoded());

    public ReadOnlySpan<byte> NullTerminated()
    {
        int end = _rest.IndexOf((byte)0);
        if (end < 0)
            return Bytes(ulong.MaxValue);

        ReadOnlySpan<byte> text = Bytes((ulong)end);
        Bytes(1);
        return text;
    }

    private ulong Invalid()
    {
        IsValid = false;
        return 0;
    }
}
