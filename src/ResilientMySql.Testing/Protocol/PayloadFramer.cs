namespace ResilientMySql.Testing.Protocol;

/// <summary>
/// Cuts one direction of a connection into payloads, in whatever pieces it comes; a payload of 16 MiB and more spans
/// several packets. Keeps the beginning of each payload only.
/// </summary>
internal sealed class PayloadFramer(int prefixLimit)
{
    private const int HeaderLength = 4;
    private const int LongestPacket = 0xFF_FFFF;

    private readonly byte[] _header = new byte[HeaderLength];
    private byte[] _prefix = new byte[64];
    private int _prefixLength;
    private int _headerLength;
    private int _packetRest;
    private bool _isContinued;
    private bool _isComplete = true;

    /// <summary>How much of the payload was read so far.</summary>
    public long PayloadLength { get; private set; }

    /// <summary>Packets read completely.</summary>
    public long PacketCount { get; private set; }

    /// <summary>The payload's beginning, as far as it was read and the limit allows.</summary>
    public ReadOnlySpan<byte> Prefix => _prefix.AsSpan(0, _prefixLength);

    public bool IsPrefixFull => _prefixLength == prefixLimit;

    /// <summary>Whether no payload is half read.</summary>
    public bool IsBetweenPayloads => _isComplete;

    /// <summary>Reads up to the end of the payload or of the input, and says how far that was: at least one byte.</summary>
    public int Read(ReadOnlySpan<byte> input, out bool isComplete)
    {
        if (_isComplete && !input.IsEmpty)
            BeginPayload();

        int position = 0;
        while (position < input.Length && !_isComplete)
        {
            if (_headerLength < HeaderLength)
                ReadHeader(input[position++]);
            else
                position += ReadBody(input[position..]);
        }

        isComplete = _isComplete;
        return position;
    }

    private void BeginPayload()
    {
        _isComplete = false;
        _headerLength = 0;
        _prefixLength = 0;
        PayloadLength = 0;
    }

    private void ReadHeader(byte value)
    {
        _header[_headerLength++] = value;
        if (_headerLength < HeaderLength)
            return;

        _packetRest = _header[0] | (_header[1] << 8) | (_header[2] << 16);
        _isContinued = _packetRest == LongestPacket;
        if (_packetRest == 0)
            EndPacket();
    }

    private int ReadBody(ReadOnlySpan<byte> input)
    {
        int count = Math.Min(_packetRest, input.Length);
        Keep(input[..count]);
        PayloadLength += count;
        _packetRest -= count;
        if (_packetRest == 0)
            EndPacket();
        return count;
    }

    private void EndPacket()
    {
        PacketCount++;
        _headerLength = 0;
        _isComplete = !_isContinued;
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        bytes = bytes[..Math.Min(bytes.Length, prefixLimit - _prefixLength)];
        int length = _prefixLength + bytes.Length;
        if (length > _prefix.Length)
            Array.Resize(ref _prefix, Math.Min(prefixLimit, Math.Max(length, _prefix.Length * 2)));

        bytes.CopyTo(_prefix.AsSpan(_prefixLength));
        _prefixLength = length;
    }
}
