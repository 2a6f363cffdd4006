using ResilientMySql.FaultMatrix.Lanes;
using ResilientMySql.Statements;

namespace ResilientMySql.FaultMatrix.Operations;

internal sealed class Commit : TransactionEnd
{
    public override string Name => "commit";

    public override StatementEffects? Effects => new StatementEffects(StatementKind.Commit);

    public override int RowsOnSuccess => 1;

    public override Task RunAsync(Cell cell) => cell.Mode.CommitAsync(cell.Transaction!);
}
