using ResilientMySql.Testing.Protocol;

namespace ResilientMySql.Testing.Scripting;

/// <summary>Payloads on a stream, in packets that are numbered on from the last one read.</summary>
internal sealed class PacketStream(Stream stream)
{
    private const int LongestPacket = 0xFF_FFFF;

    private readonly byte[] _header = new byte[4];

    /// <summary>The number of the next packet to write.</summary>
    public byte Sequence { get; set; }

    /// <summary>The next payload; null where the client has ended.</summary>
    public async ValueTask<byte[]?> ReadAsync(CancellationToken cancellationToken)
    {
        byte[] payload = [];
        int length;
        do
        {
            if (await stream.ReadAtLeastAsync(_header, _header.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false) < _header.Length)
                return null;

            length = _header[0] | (_header[1] << 8) | (_header[2] << 16);
            Sequence = (byte)(_header[3] + 1);
            int start = payload.Length;
            Array.Resize(ref payload, start + length);
            await stream.ReadExactlyAsync(payload.AsMemory(start), cancellationToken).ConfigureAwait(false);
        }
        while (length == LongestPacket);

        return payload;
    }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        int count;
        do
        {
            count = Math.Min(payload.Length, LongestPacket);
            await stream.WriteAsync(ServerPackets.Frame(Sequence++, payload[..count]), cancellationToken).ConfigureAwait(false);
            payload = payload[count..];
        }
        while (count == LongestPacket);
    }

    public ValueTask WriteRawAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => stream.WriteAsync(bytes, cancellationToken);
}
