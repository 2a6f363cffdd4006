using ResilientMySql.FaultMatrix.Lanes;

namespace ResilientMySql.FaultMatrix.Operations;

internal sealed class Rollback : TransactionEnd
{
    public override string Name => "rollback";

    public override Task RunAsync(Cell cell) => cell.Mode.RollbackAsync(cell.Transaction!);
}
