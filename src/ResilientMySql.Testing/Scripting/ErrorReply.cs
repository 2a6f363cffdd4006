using ResilientMySql.Testing.Protocol;

namespace ResilientMySql.Testing.Scripting;

/// <summary>The server answers with an error, and keeps the connection open unless <see cref="Reply.Then"/> says otherwise.</summary>
/// <param name="Code">The error's number, such as 1053.</param>
/// <param name="SqlState">The error's SQLSTATE, five characters.</param>
/// <param name="Message">The error's text.</param>
public sealed record ErrorReply(int Code, string SqlState, string Message) : Reply
{
    /// <summary>Error 1053: the server is going down. Real servers leave the connection open for a moment.</summary>
    public static ErrorReply ServerShutdown { get; } = new(1053, "08S01", "Server shutdown in progress");

    /// <summary>Error 4031: MySQL has closed the session for having been idle too long. It is sent unasked, and the connection closed.</summary>
    public static ErrorReply InactivityTimeout { get; } = new(
        4031, "HY000", "The client was disconnected by the server because of inactivity. See wait_timeout and interactive_timeout for configuring this behavior.")
    {
        Then = Ending.Fin,
    };

    internal ReadOnlyMemory<byte> Payload => ServerPackets.Error(Code, SqlState, Message);

    internal override ValueTask WriteAsync(ReplyWriter writer) => writer.PayloadAsync(Payload);
}
