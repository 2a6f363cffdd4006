using ResilientMySql.Testing.Protocol;

namespace ResilientMySql.Testing.Scripting;

/// <summary>The statement ran and has no rows.</summary>
public sealed record OkReply : Reply
{
    /// <summary>How many rows it changed; 0 or more.</summary>
    public long AffectedRows { get; init; }

    /// <summary>The first key that it generated, or 0.</summary>
    public long LastInsertId { get; init; }

    internal override ValueTask WriteAsync(ReplyWriter writer) =>
        writer.PayloadAsync(ServerPackets.Ok(0x00, (ulong)AffectedRows, (ulong)LastInsertId, ServerStatus.Autocommit));
}
