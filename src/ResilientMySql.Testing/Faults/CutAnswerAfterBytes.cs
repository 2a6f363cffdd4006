using ResilientMySql.Testing.Protocol;
using ResilientMySql.Testing.Proxying;

namespace ResilientMySql.Testing.Faults;

/// <summary>The client gets a number of bytes of the answer and no more. An answer that is not longer passes whole, unharmed.</summary>
public sealed record CutAnswerAfterBytes : Fault
{
    /// <summary>Cuts after that many bytes.</summary>
    /// <param name="byteCount">Bytes of the answer as they are on the wire, packet headers included; 0 or more.</param>
    public CutAnswerAfterBytes(long byteCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(byteCount);
        ByteCount = byteCount;
    }

    /// <summary>How many bytes the client gets.</summary>
    public long ByteCount { get; }

    /// <summary>How the connection ends for the client.</summary>
    public Ending Ending { get; init; } = Ending.Fin;

    /// <inheritdoc/>
    public override FaultPoint Point => FaultPoint.InAnswer;

    internal override ValueTask StrikeAsync(ProxyLink link)
    {
        link.End(Ending);
        return ValueTask.CompletedTask;
    }

    internal override AnswerRuling Rule(AnswerProgress progress)
    {
        long rest = ByteCount - progress.BytesBefore;
        return rest < progress.ByteCount ? new AnswerRuling((int)rest, Strikes: true) : AnswerRuling.PassAll(progress);
    }
}
