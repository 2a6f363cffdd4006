using ResilientMySql.FaultMatrix.Lanes;
using ResilientMySql.Failures;
using ResilientMySql.Statements;

namespace ResilientMySql.FaultMatrix.Operations;

/// <summary>A generated statement that writes in a transaction, which is committed afterwards where it has succeeded.</summary>
internal sealed class GeneratedInTransaction : Operation
{
    public override string Name => "gen-tx";

    public override Situation Situation => Situation.InTransaction;

    public override StatementEffects? Effects => StatementCache.Classify("INSERT INTO entry (tag, note) VALUES (?, ?)");

    public override Halt Halt => Halt.AtLockedTable;

    public override bool IsGenerated => true;

    public override string? Table => "entry";

    public override int RowsOnSuccess => 1;

    /// <summary>Prepares the statement in a transaction of its own: one that has written to the table would keep it from being locked.</summary>
    public override async Task ArmAsync(Cell cell)
    {
        await base.ArmAsync(cell);
        cell.Transaction = await cell.Mode.BeginAsync(cell.Connection);
        await AddAsync(cell, "prepares", "");
        await cell.Mode.RollbackAsync(cell.Transaction);
        await cell.Mode.DisposeAsync(cell.Transaction);
        cell.Transaction = await cell.Mode.BeginAsync(cell.Connection);
    }

    public override Task RunAsync(Cell cell) => AddAsync(cell, cell.Tag, cell.Note);

    public override async Task FinishAsync(Cell cell)
    {
        if (cell.HasSucceeded)
            await cell.Mode.CommitAsync(cell.Transaction!);
        await base.FinishAsync(cell);
    }

    private static async Task AddAsync(Cell cell, string tag, string note)
    {
        var transaction = (ResilientMySqlTransaction)cell.Transaction!;
        Assert.Equal(1, cell.Mode is CallMode.Sync ? transaction.Add(tag, note) : await transaction.AddAsync(tag, note));
    }
}
