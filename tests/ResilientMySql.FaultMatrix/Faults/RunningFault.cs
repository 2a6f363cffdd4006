using MySqlConnector;
using ResilientMySql.FaultMatrix.Expectations;
using ResilientMySql.FaultMatrix.Lanes;
using ResilientMySql.FaultMatrix.Operations;
using ResilientMySql.Testing;
using ResilientMySql.Testing.Faults;

namespace ResilientMySql.FaultMatrix.Faults;

/// <summary>
/// Strikes while calls are under way: statements wait for a table that is locked, what the server never lets wait is held at
/// the proxy on its way, and result sets are longer than the buffers. Nothing of it takes effect before the strike.
/// </summary>
internal abstract class RunningFault : MatrixFault
{
    private static readonly TimeSpan HeldFor = TimeSpan.FromMinutes(10);

    public override bool NeedsProxy => false;

    /// <summary>Where there is no proxy, nothing can be held on its way.</summary>
    public override bool Meets(Operation operation, Transport transport) =>
        base.Meets(operation, transport) && !(HaltOf(operation) is Halt.OnItsWay && transport is Transport.UnixSocket);

    /// <summary>How an operation is held for this fault.</summary>
    public virtual Halt HaltOf(Operation operation) => operation.Halt;

    public sealed override async Task CarryOutAsync(Lane lane, IReadOnlyList<Cell> cells)
    {
        await using MySqlConnection holder = await lane.OpenRootAsync();
        await using (var command = new MySqlCommand($"LOCK TABLES {MatrixSchema.Database}.entry WRITE", holder))
            await command.ExecuteNonQueryAsync();

        foreach (Cell cell in cells.Where(cell => HaltOf(cell.Operation) is Halt.OnItsWay))
            cell.Injection = cell.Proxy!.Inject(new Delay(HeldFor));
        foreach (Cell cell in cells.Where(cell => HaltOf(cell.Operation) is Halt.OnItsWay or Halt.AtLockedTable))
            cell.Start();

        await Task.WhenAll(cells.Select(static cell => cell.Injection?.Struck ?? Task.CompletedTask));
        int waiting = cells.Count(cell => HaltOf(cell.Operation) is Halt.AtLockedTable);
        await Lane.UntilAsync(async () => await lane.CountSessionsAsync("state LIKE 'Waiting for%'") == waiting, "all statements wait for the table");

        await StrikeAsync(lane);
        foreach (Cell cell in cells.Where(cell => HaltOf(cell.Operation) is Halt.ByItsLength))
            cell.Start();
        await holder.CloseAsync();
        await PassAsync(lane);
    }

    /// <summary>Does it; has done so when it returns.</summary>
    protected abstract Task StrikeAsync(Lane lane);

    /// <summary>What changes while the calls wait.</summary>
    protected virtual Task PassAsync(Lane lane) => Task.CompletedTask;
}
