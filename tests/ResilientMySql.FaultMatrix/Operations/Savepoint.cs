using ResilientMySql.FaultMatrix.Lanes;
using ResilientMySql.Failures;
using ResilientMySql.Statements;

namespace ResilientMySql.FaultMatrix.Operations;

/// <summary>A savepoint in a transaction that has written nothing.</summary>
internal sealed class Savepoint : Operation
{
    public override string Name => "savepoint";

    public override Situation Situation => Situation.InTransaction;

    public override StatementEffects? Effects => new StatementEffects(StatementKind.Savepoint);

    public override Halt Halt => Halt.OnItsWay;

    public override async Task ArmAsync(Cell cell)
    {
        await base.ArmAsync(cell);
        cell.Transaction = await cell.Mode.BeginAsync(cell.Connection);
    }

    public override async Task RunAsync(Cell cell)
    {
        if (cell.Mode is CallMode.Sync)
            cell.Transaction!.Save("here");
        else
            await cell.Transaction!.SaveAsync("here");
    }
}
