using ResilientMySql.FaultMatrix.Lanes;
using ResilientMySql.Failures;
using ResilientMySql.Statements;

namespace ResilientMySql.FaultMatrix.Operations;

/// <summary>Ends a transaction that has written a row.</summary>
internal abstract class TransactionEnd : Operation
{
    public override Situation Situation => Situation.InTransaction;

    public override StatementEffects? Effects => new StatementEffects(StatementKind.Rollback);

    public override Halt Halt => Halt.OnItsWay;

    public override string? Table => "booking";

    public override async Task ArmAsync(Cell cell)
    {
        await base.ArmAsync(cell);
        cell.Transaction = await cell.Mode.BeginAsync(cell.Connection);
        await cell.Mode.ExecuteAsync(cell.Connection, $"INSERT INTO {Table} (tag, note) VALUES ('{cell.Tag}', '')", cell.Transaction);
    }
}
