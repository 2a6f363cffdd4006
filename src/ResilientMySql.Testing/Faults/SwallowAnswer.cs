using ResilientMySql.Testing.Protocol;
using ResilientMySql.Testing.Proxying;

namespace ResilientMySql.Testing.Faults;

/// <summary>The server gets the request and runs it; the client gets nothing of the answer.</summary>
public sealed record SwallowAnswer : Fault
{
    /// <summary>How the connection ends for the client.</summary>
    public Ending Ending { get; init; } = Ending.Fin;

    /// <summary>Whether to wait until the statement has run.</summary>
    public SwallowTiming Timing { get; init; } = SwallowTiming.AfterExecution;

    /// <inheritdoc/>
    public override FaultPoint Point => FaultPoint.AfterRequest;

    internal override bool StrikesOnceForwarded => Timing is SwallowTiming.AfterForwarding;

    internal override ValueTask StrikeAsync(ProxyLink link)
    {
        link.End(Ending);
        return ValueTask.CompletedTask;
    }

    internal override AnswerRuling Rule(AnswerProgress progress) => new(0, progress.IsAnswered || progress.AsksForFile);
}
