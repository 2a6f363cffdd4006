using ResilientMySql.Testing.Protocol;

namespace ResilientMySql.Testing.Scripting;

/// <summary>The server asks for a file of the client's, as LOAD DATA LOCAL INFILE does, and takes what it gets: see <see cref="ScriptedServer.ReceivedFiles"/>.</summary>
/// <param name="FileName">The name that the client is asked for.</param>
public sealed record LocalFileReply(string FileName) : Reply
{
    /// <summary>The answer when the file has come.</summary>
    public Reply After { get; init; } = new OkReply();

    internal override async ValueTask WriteAsync(ReplyWriter writer)
    {
        const byte LocalFile = 0xFB;
        await writer.PayloadAsync(new PayloadWriter().Byte(LocalFile).Text(FileName).Payload).ConfigureAwait(false);
        await writer.ReceiveFileAsync().ConfigureAwait(false);
        await After.WriteAsync(writer).ConfigureAwait(false);
    }
}
