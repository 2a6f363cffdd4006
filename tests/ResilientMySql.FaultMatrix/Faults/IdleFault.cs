using ResilientMySql.FaultMatrix.Lanes;

namespace ResilientMySql.FaultMatrix.Faults;

/// <summary>Strikes while no call is under way; the calls come after it.</summary>
internal abstract class IdleFault : MatrixFault
{
    public sealed override async Task CarryOutAsync(Lane lane, IReadOnlyList<Cell> cells)
    {
        await StrikeAsync(lane, cells);
        foreach (Cell cell in cells)
            cell.Start();
        await PassAsync(lane);
    }

    /// <summary>Does it; has done so when it returns.</summary>
    protected abstract Task StrikeAsync(Lane lane, IReadOnlyList<Cell> cells);

    /// <summary>What changes while the calls wait.</summary>
    protected virtual Task PassAsync(Lane lane) => Task.CompletedTask;
}
