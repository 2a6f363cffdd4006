using ResilientMySql.FaultMatrix.Lanes;

namespace ResilientMySql.FaultMatrix.Operations;

internal sealed class DisposeTransaction : TransactionEnd
{
    public override string Name => "dispose";

    public override Task RunAsync(Cell cell) => cell.Mode.DisposeAsync(cell.Transaction!);
}
