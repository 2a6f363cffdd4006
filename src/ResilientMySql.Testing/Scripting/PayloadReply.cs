namespace ResilientMySql.Testing.Scripting;

/// <summary>Payloads as they are, each in a proper packet: for answers that have no class of their own.</summary>
/// <param name="Payloads">What the packets hold.</param>
public sealed record PayloadReply(params IReadOnlyList<ReadOnlyMemory<byte>> Payloads) : Reply
{
    internal override async ValueTask WriteAsync(ReplyWriter writer)
    {
        foreach (ReadOnlyMemory<byte> payload in Payloads)
            await writer.PayloadAsync(payload).ConfigureAwait(false);
    }
}
