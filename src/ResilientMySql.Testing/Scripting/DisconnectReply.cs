namespace ResilientMySql.Testing.Scripting;

/// <summary>
/// The server has read the request, says nothing and ends the connection; in order (FIN) unless <see cref="Reply.Then"/> says
/// otherwise. For a server that goes before it has read the request, give the reply before it a <see cref="Reply.Then"/>.
/// </summary>
public sealed record DisconnectReply : Reply
{
    /// <summary>A disconnection in order.</summary>
    public DisconnectReply() => Then = Ending.Fin;

    internal override ValueTask WriteAsync(ReplyWriter writer) => ValueTask.CompletedTask;
}
