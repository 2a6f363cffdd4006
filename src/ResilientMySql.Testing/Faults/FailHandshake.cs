using ResilientMySql.Testing.Protocol;
using ResilientMySql.Testing.Proxying;

namespace ResilientMySql.Testing.Faults;

/// <summary>A new connection gets an error instead of the server's greeting, and ends; by default "Too many connections".</summary>
public sealed record FailHandshake : Fault
{
    /// <summary>The server's error number.</summary>
    public int Code { get; init; } = 1040;

    /// <summary>The error's SQLSTATE, five characters.</summary>
    public string SqlState { get; init; } = "08004";

    /// <summary>The error's text.</summary>
    public string Message { get; init; } = "Too many connections";

    /// <inheritdoc/>
    public override FaultPoint Point => FaultPoint.Connect;

    internal override async ValueTask StrikeAsync(ProxyLink link)
    {
        await link.SendToClientAsync(ServerPackets.Frame(0, ServerPackets.Error(Code, SqlState, Message))).ConfigureAwait(false);
        link.End(Ending.Fin);
    }
}
