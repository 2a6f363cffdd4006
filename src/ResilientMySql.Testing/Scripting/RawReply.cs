namespace ResilientMySql.Testing.Scripting;

/// <summary>Bytes as they are, packet headers and all: for garbage and for half packets.</summary>
/// <param name="Bytes">What is written on the connection.</param>
public sealed record RawReply(ReadOnlyMemory<byte> Bytes) : Reply
{
    internal override ValueTask WriteAsync(ReplyWriter writer) => writer.RawAsync(Bytes);
}
