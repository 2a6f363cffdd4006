using MySqlConnector;
using ResilientMySql.FaultMatrix.Expectations;
using ResilientMySql.FaultMatrix.Faults;
using ResilientMySql.FaultMatrix.Operations;

namespace ResilientMySql.FaultMatrix.Lanes;

/// <summary>Lets every operation meet one fault on one lane, and sees what became of it.</summary>
internal sealed class FaultRun(Lane lane, MatrixFault fault)
{
    // Cells are armed under their own deadlines, which are short for some: not all of them connect at once.
    private const int ArmedAtOnce = 4;

    private readonly List<CellResult> _results = [];

    public IReadOnlyList<CellResult> Results => _results;

    public async Task RunAsync()
    {
        List<Cell> cells = [];
        Dictionary<Cell, Exception> wedged = [];
        try
        {
            cells.AddRange(CreateCells());
            try
            {
                await fault.PrepareAsync(lane);
                await ArmAsync(cells);
                await fault.CarryOutAsync(lane, cells);
                await Task.WhenAll(cells.Select(cell => cell.EndAsync(fault.Timeouts.Patience())));
            }
            finally
            {
                await fault.HealAsync(lane);
                foreach (Cell cell in cells)
                    cell.Proxy?.Heal();
            }

            foreach (Cell cell in cells.Where(static cell => cell.HasEnded))
            {
                if (await cell.GoOnAsync() is { } failure)
                    wedged[cell] = failure;
            }
        }
        finally
        {
            foreach (Cell cell in cells)
                await cell.DisposeAsync();
        }

        await CheckAsync(cells, wedged);
    }

    private static Task ArmAsync(IEnumerable<Cell> cells) => Parallel.ForEachAsync(
        cells, new ParallelOptions { MaxDegreeOfParallelism = ArmedAtOnce }, static async (cell, _) => await cell.ArmAsync());

    private IEnumerable<Cell> CreateCells() =>
        from operation in MatrixOperations.All
        where fault.Meets(operation, lane.Transport)
        from mode in MatrixScope.ModesOf(fault, operation)
        from wire in MatrixScope.WiresOf(operation)
        select new Cell(lane, fault, operation, mode, wire);

    /// <summary>What the server still had to run has run when it knows of no session any more.</summary>
    private async Task CheckAsync(List<Cell> cells, Dictionary<Cell, Exception> wedged)
    {
        await Lane.UntilAsync(async () => await lane.CountSessionsAsync() == 0, "the server is through with all sessions");
        await using MySqlConnection root = await lane.OpenRootAsync();
        foreach (Cell cell in cells)
        {
            long? rows = cell.Operation.Table is { } table ? await CountAsync(root, table, cell.Tag) : null;
            string? failure = Judge(cell, rows) ?? (wedged.TryGetValue(cell, out Exception? reason) ? $"could not go on: {reason}" : null);
            _results.Add(new CellResult($"{lane.Engine}, {lane.Transport}", fault, cell.Operation, cell.Mode, cell.Wire, cell.Outcome, rows, failure));
        }
    }

    private static async Task<long> CountAsync(MySqlConnection root, string table, string tag)
    {
        await using var command = new MySqlCommand($"SELECT COUNT(*) FROM {MatrixSchema.Database}.{table} WHERE tag = '{tag}'", root);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private string? Judge(Cell cell, long? rows)
    {
        if (cell.Injection is { StrikeCount: 0 })
            return "the fault never struck";

        if (cell.Operation.IsGenerated && cell.ExecutionsOnWire > 0 != cell.Wire is WireMode.Auto)
            return $"{cell.ExecutionsOnWire} executions went past the driver";

        string expected = ExpectedOutcomes.Of(fault, cell.Operation);
        if (!ExpectedOutcomes.Allows(expected, cell.Outcome.Code))
            return $"expected {expected}";

        (long least, long most) = RowRule.For(cell.Operation, cell.Outcome, fault.Delivery);
        return rows < least || rows > most ? $"expected {least} to {most} rows" : null;
    }
}
