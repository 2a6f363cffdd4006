using ResilientMySql.FaultMatrix.Lanes;
using ResilientMySql.Statements;

namespace ResilientMySql.FaultMatrix.Operations;

/// <summary>Closes the connection over a transaction, which is rolled back.</summary>
internal sealed class CloseInTransaction : TransactionEnd
{
    public override string Name => "close-tx";

    public override StatementEffects? Effects => null;

    public override Task RunAsync(Cell cell) => cell.Mode.CloseAsync(cell.Connection);
}
