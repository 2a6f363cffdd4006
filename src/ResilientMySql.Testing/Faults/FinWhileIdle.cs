using ResilientMySql.Testing.Protocol;
using ResilientMySql.Testing.Proxying;

namespace ResilientMySql.Testing.Faults;

/// <summary>
/// The connection ends in order (FIN), as when its session is killed or the server is shut down.
/// It does so while the client waits for nothing: at once in <see cref="FaultProxy.StrikeIdle"/>; injected into a request, when
/// this has been answered (on an encrypted connection: when the answer has begun).
/// </summary>
public sealed record FinWhileIdle : Fault
{
    /// <inheritdoc/>
    public override FaultPoint Point => FaultPoint.Idle;

    internal override ValueTask StrikeAsync(ProxyLink link)
    {
        link.End(Ending.Fin);
        return ValueTask.CompletedTask;
    }

    internal override AnswerRuling Rule(AnswerProgress progress) => new(progress.ByteCount, progress.IsAnswered);
}
