using ResilientMySql.FaultMatrix.Lanes;
using ResilientMySql.Failures;
using ResilientMySql.Statements;

namespace ResilientMySql.FaultMatrix.Operations;

/// <summary>A write in a transaction, which is committed afterwards where it has succeeded.</summary>
internal sealed class StatementInTransaction : Operation
{
    public override string Name => "in-tx";

    public override Situation Situation => Situation.InTransaction;

    public override StatementEffects? Effects => StatementCache.Classify(InsertSql(Table!, null));

    public override Halt Halt => Halt.AtLockedTable;

    public override string? Table => "entry";

    public override int RowsOnSuccess => 1;

    public override async Task ArmAsync(Cell cell)
    {
        await base.ArmAsync(cell);
        cell.Transaction = await cell.Mode.BeginAsync(cell.Connection);
    }

    public override async Task RunAsync(Cell cell) =>
        Assert.Equal(1, await cell.Mode.ExecuteAsync(cell.Connection, InsertSql(Table!, cell), cell.Transaction));

    public override async Task FinishAsync(Cell cell)
    {
        if (cell.HasSucceeded)
            await cell.Mode.CommitAsync(cell.Transaction!);
        await base.FinishAsync(cell);
    }
}
