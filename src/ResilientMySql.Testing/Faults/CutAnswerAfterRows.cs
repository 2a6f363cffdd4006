using ResilientMySql.Testing.Protocol;
using ResilientMySql.Testing.Proxying;

namespace ResilientMySql.Testing.Faults;

/// <summary>
/// The client gets a number of rows and neither another one nor the end of the result. An answer with fewer rows passes
/// whole, unharmed.
/// </summary>
public sealed record CutAnswerAfterRows : Fault
{
    /// <summary>Cuts after that many rows.</summary>
    /// <param name="rowCount">Rows of all result sets of the answer together; 0 or more. With 0 the client gets the columns only.</param>
    public CutAnswerAfterRows(long rowCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rowCount);
        RowCount = rowCount;
    }

    /// <summary>How many rows the client gets.</summary>
    public long RowCount { get; }

    /// <summary>How the connection ends for the client.</summary>
    public Ending Ending { get; init; } = Ending.Fin;

    /// <inheritdoc/>
    public override FaultPoint Point => FaultPoint.InAnswer;

    /// <inheritdoc/>
    public override bool NeedsPackets => true;

    internal override ValueTask StrikeAsync(ProxyLink link)
    {
        link.End(Ending);
        return ValueTask.CompletedTask;
    }

    internal override AnswerRuling Rule(AnswerProgress progress) =>
        new(progress.ByteCount, progress.IsInRows && progress.RowCount == RowCount);
}
