using ResilientMySql.Testing.Protocol;

namespace ResilientMySql.Testing.Scripting;

/// <summary>Writes one reply to one client.</summary>
internal sealed class ReplyWriter(PacketStream packets, Capabilities capabilities, Action<byte[]> noteFile, CancellationToken stopping)
{
    public Capabilities Capabilities => capabilities;

    /// <summary>Whether rows are in binary form: a prepared statement is run.</summary>
    public required bool IsBinary { get; init; }

    /// <summary>Cancelled when the server is disposed.</summary>
    public CancellationToken Stopping => stopping;

    public ValueTask PayloadAsync(ReadOnlyMemory<byte> payload) => packets.WriteAsync(payload, stopping);

    public ValueTask RawAsync(ReadOnlyMemory<byte> bytes) => packets.WriteRawAsync(bytes, stopping);

    /// <summary>Reads the file that the client sends, and keeps it.</summary>
    public async ValueTask ReceiveFileAsync()
    {
        var content = new PayloadWriter();
        while (await packets.ReadAsync(stopping).ConfigureAwait(false) is { Length: > 0 } piece)
            content.Bytes(piece);
        noteFile(content.Payload.ToArray());
    }
}
