using System.Buffers.Binary;
using System.Text;

namespace ResilientMySql.Wire;

/// <summary>
/// The bytes of one request, written as a payload and sent as packets. Belongs to a session and is used again by every call, so
/// that a call allocates nothing once the buffer is as long as its requests. Not thread-safe.
/// </summary>
/// <remarks>
/// The payload is written behind the room for its first header, so that one of less than 16 MiB is never moved. Source: MySQL
/// Internals, "MySQL Packets".
/// </remarks>
internal sealed class SendBuffer
{
    /// <summary>The capacity to begin with, in bytes.</summary>
    public const int InitialCapacity = 16 * 1024;

    /// <summary>The largest capacity that is kept for the next request, in bytes.</summary>
    public const int LargestKept = 1024 * 1024;

    private const int HeaderLength = 4;
    private const int LongestPacket = 0xFF_FFFF;

    // More units could make more bytes than can be counted.
    private const int LongestText = int.MaxValue / 3;

    private byte[] _bytes = new byte[InitialCapacity];
    private int _start = HeaderLength;
    private int _end = HeaderLength;
    private bool _isSealed;

    /// <summary>How much fits without growing, in bytes.</summary>
    public int Capacity => _bytes.Length;

    /// <summary>Where the next byte goes: good for <see cref="Written"/> until the payload is sealed.</summary>
    public int Position => _end;

    /// <summary>The request in packets, numbered from 0; valid until the next <see cref="Begin"/> or <see cref="Recycle"/>.</summary>
    public ReadOnlyMemory<byte> Packets => _isSealed
        ? _bytes.AsMemory(_start - HeaderLength, _end - _start + HeaderLength)
        : throw new InvalidOperationException("The request is not complete.");

    /// <summary>How many packets that are.</summary>
    public int PacketCount { get; private set; }

    /// <summary>Begins a new payload; what was there is forgotten.</summary>
    public void Begin()
    {
        _start = _end = HeaderLength;
        _isSealed = false;
    }

    /// <summary>Forgets the request, and gives back the memory of an unusually long one.</summary>
    public void Recycle()
    {
        Begin();
        if (_bytes.Length > LargestKept)
            _bytes = new byte[InitialCapacity];
    }

    /// <summary>Room for that many bytes, which hold anything; <see cref="Advance"/> makes them part of the payload.</summary>
    /// <exception cref="InvalidOperationException">The request would be longer than an array can be.</exception>
    public Span<byte> Reserve(int count)
    {
        if (count > _bytes.Length - _end)
            Grow(count);

        return _bytes.AsSpan(_end, count);
    }

    public void Advance(int count) => _end += count;

    /// <summary>Bytes that are part of the payload already.</summary>
    public Span<byte> Written(int position, int count) => _bytes.AsSpan(position, count);

    public void WriteByte(byte value)
    {
        Reserve(1)[0] = value;
        _end++;
    }

    public void WriteUInt16(ushort value)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(Reserve(sizeof(ushort)), value);
        _end += sizeof(ushort);
    }

    public void WriteUInt32(uint value)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(Reserve(sizeof(uint)), value);
        _end += sizeof(uint);
    }

    public void WriteUInt64(ulong value)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(Reserve(sizeof(ulong)), value);
        _end += sizeof(ulong);
    }

    public void WriteBytes(ReadOnlySpan<byte> value)
    {
        value.CopyTo(Reserve(value.Length));
        _end += value.Length;
    }

    /// <summary>Text as UTF-8; what is no text, such as half of a surrogate pair, becomes U+FFFD.</summary>
    public void WriteText(ReadOnlySpan<char> value) => WriteText(value, LengthOf(value));

    /// <summary>Text whose length in UTF-8 is known already.</summary>
    public void WriteText(ReadOnlySpan<char> value, int byteCount)
    {
        Encoding.UTF8.GetBytes(value, Reserve(byteCount));
        _end += byteCount;
    }

    /// <summary>How many bytes a text is as UTF-8.</summary>
    public static int LengthOf(ReadOnlySpan<char> value) => value.Length <= LongestText ? Encoding.UTF8.GetByteCount(value) : throw TooLong();

    /// <summary>Takes out the bytes before a position, by moving up those in front of them: few, where what follows may be many.</summary>
    public void RemoveBefore(int position, int count)
    {
        _bytes.AsSpan(_start, position - count - _start).CopyTo(_bytes.AsSpan(_start + count));
        _start += count;
    }

    /// <summary>Completes the payload: puts the header before it, or one before every 2^24-1 bytes.</summary>
    /// <exception cref="InvalidOperationException">The request would be longer than an array can be.</exception>
    public void Seal()
    {
        // The last packet is shorter than the longest, and empty where nothing is left: so the server knows that it is the last.
        int last = (_end - _start) / LongestPacket;
        Reserve(last * HeaderLength);
        for (int i = last; i >= 0; i--)
            Frame(i);

        _end += last * HeaderLength;
        PacketCount = last + 1;
        _isSealed = true;
    }

    /// <summary>Moves a packet's part of the payload to make room for the headers; from the last one on, so that none is overwritten.</summary>
    private void Frame(int index)
    {
        int start = _start + (index * LongestPacket);
        int length = Math.Min(_end - start, LongestPacket);
        int headers = index * HeaderLength;
        if (index > 0)
            _bytes.AsSpan(start, length).CopyTo(_bytes.AsSpan(start + headers));

        BinaryPrimitives.WriteUInt32LittleEndian(_bytes.AsSpan(start + headers - HeaderLength), (uint)length | ((uint)index << 24));
    }

    private void Grow(int count)
    {
        long needed = (long)_end + count;
        if (needed > Array.MaxLength)
            throw TooLong();

        byte[] grown = GC.AllocateUninitializedArray<byte>((int)Math.Min(Math.Max(needed, 2L * _bytes.Length), Array.MaxLength));
        _bytes.AsSpan(0, _end).CopyTo(grown);
        _bytes = grown;
    }

    private static InvalidOperationException TooLong() => new("The request is longer than 2 GiB, which is more than any server takes; nothing was sent.");
}
