namespace ResilientMySql.Wire;

/// <summary>
/// What a session has received and not read yet. Payloads of several packets are joined in place: each byte is moved once, over the
/// headers in between. Owned by a session, used by one call at a time.
/// </summary>
/// <remarks>
/// <code>
/// [ taken | joined so far | headers skipped | not looked at yet | free ]
///         _start          _joinedEnd        _next               _end
/// </code>
/// </remarks>
/// <param name="largestPayload">The largest payload that is taken, bytes.</param>
internal sealed class ReceiveBuffer(int largestPayload = ReceiveBuffer.LargestPayload)
{
    /// <summary>What it begins with, and is cut back to, bytes.</summary>
    public const int InitialBytes = 16 * 1024;

    /// <summary>What a session may keep, bytes.</summary>
    public const int KeptBytes = 1024 * 1024;

    /// <summary>The most that max_allowed_packet can be on either side, bytes.</summary>
    public const int LargestPayload = 1024 * 1024 * 1024;

    /// <summary>A packet of this length is continued in the next one.</summary>
    public const int LargestPacket = (1 << 24) - 1;

    private const int HeaderBytes = 4;

    private int _start;
    private int _joinedEnd;
    private int _next;
    private int _end;
    private byte _sequence;

    /// <summary>What payloads lie in; another array once <see cref="Free"/> was called.</summary>
    public byte[] Bytes { get; private set; } = new byte[InitialBytes];

    /// <summary>Whether nothing is left over: a session with unread bytes is not to be handed on.</summary>
    public bool IsEmpty => _start == _end;

    /// <summary>How many bytes of a packet's length are still to come before <see cref="TryTakePayload"/> can give anything; at least 1.</summary>
    public int Missing => Math.Max(1, PacketEnd() - _end);

    /// <summary>Begins an answer: what the next packet's sequence id is, one more than that of the last packet sent.</summary>
    public void Expect(byte sequence) => _sequence = sequence;

    public ReadOnlySpan<byte> Payload(PayloadRange payload) => Bytes.AsSpan(payload.Offset, payload.Length);

    /// <summary>Room for what is received next. Payloads taken before are no longer valid.</summary>
    /// <param name="atLeast">How much room is needed, bytes; mostly 1, since a packet's length makes room by itself.</param>
    public Memory<byte> Free(int atLeast)
    {
        if (IsEmpty || Bytes.Length - _end < Math.Max(atLeast, Missing))
            MoveToFront();

        if (Bytes.Length - _end < atLeast)
            Grow(_end + atLeast);

        return Bytes.AsMemory(_end);
    }

    /// <summary>Says how much of that room was filled.</summary>
    public void Received(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, (uint)(Bytes.Length - _end));
        _end += count;
    }

    /// <summary>Takes the next payload, if all of it is here. It is valid until the next call, or that of <see cref="Free"/>.</summary>
    /// <exception cref="WireProtocolException">A packet is out of order, or larger than any can be.</exception>
    public bool TryTakePayload(out PayloadRange payload)
    {
        while (_end - _next >= HeaderBytes)
        {
            int packetEnd = PacketEnd();
            if (packetEnd - _next - HeaderBytes + _joinedEnd - _start > largestPayload)
                throw new WireProtocolException($"A payload is larger than {largestPayload} bytes.");

            if (packetEnd > _end)
                break;

            int length = packetEnd - _next - HeaderBytes;
            CheckSequence(length);
            Join(length);
            _next = packetEnd;
            if (length < LargestPacket)
            {
                payload = new PayloadRange(_start, _joinedEnd - _start);
                _start = _joinedEnd = _next;
                return true;
            }
        }

        payload = default;
        return false;
    }

    /// <summary>Forgets what was received: nobody will read it.</summary>
    public void Clear() => _start = _joinedEnd = _next = _end = 0;

    /// <summary>Gives memory back that one large answer has needed. Only where it is empty.</summary>
    public void Recycle()
    {
        if (!IsEmpty || Bytes.Length <= KeptBytes)
            return;

        Bytes = new byte[InitialBytes];
        _start = _joinedEnd = _next = _end = 0;
    }

    /// <summary>Where the packet that is being received ends, or its header, as long as that is not here.</summary>
    private int PacketEnd() => _end - _next < HeaderBytes ? _next + HeaderBytes : _next + HeaderBytes + (Bytes[_next] | Bytes[_next + 1] << 8 | Bytes[_next + 2] << 16);

    private void CheckSequence(int length)
    {
        byte sequence = Bytes[_next + 3];
        bool isInOrder = sequence == _sequence;
        _sequence = (byte)(sequence + 1);

        // What a server says of its own accord (its end, ours for idling) has whatever number it has.
        bool isError = _joinedEnd == _start && length is > 0 and < LargestPacket && Bytes[_next + HeaderBytes] == ErrPayload.Header;
        if (!isInOrder && !isError)
            throw new WireProtocolException($"A packet is out of order: its number is {sequence}.");
    }

    private void Join(int length)
    {
        int body = _next + HeaderBytes;
        if (_joinedEnd == _start)
            _start = _joinedEnd = body;
        else
            Bytes.AsSpan(body, length).CopyTo(Bytes.AsSpan(_joinedEnd));

        _joinedEnd += length;
    }

    private void MoveToFront()
    {
        if (!IsEmpty)
            Bytes.AsSpan(_start, _end - _start).CopyTo(Bytes);

        _joinedEnd -= _start;
        _next -= _start;
        _end -= _start;
        _start = 0;
    }

    /// <summary>
    /// Makes room for all that a packet announces, but never for more than has come: an announcement costs the server nothing. What is
    /// continued in another packet announces no end.
    /// </summary>
    private void Grow(int needed)
    {
        int announced = IsContinued() ? int.MaxValue : PacketEnd();
        int most = (int)Math.Min(_end * 2L, (long)largestPayload + 2 * LargestPacket);
        byte[] larger = new byte[Math.Max(needed, Math.Min(announced, most))];
        Bytes.AsSpan(0, _end).CopyTo(larger);
        Bytes = larger;
    }

    private bool IsContinued() => _joinedEnd > _start || PacketEnd() - _next - HeaderBytes == LargestPacket;
}
