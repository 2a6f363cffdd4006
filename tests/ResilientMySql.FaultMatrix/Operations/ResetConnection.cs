using ResilientMySql.FaultMatrix.Lanes;
using ResilientMySql.Statements;

namespace ResilientMySql.FaultMatrix.Operations;

/// <summary>Gives the connection a new session instead of the one it has.</summary>
internal sealed class ResetConnection : Operation
{
    public override string Name => "reset";

    public override StatementEffects? Effects => null;

    public override Reach Reach => Reach.NewSession;

    public override bool IsAsyncOnly => true;

    public override async Task RunAsync(Cell cell) => await cell.Connection.ResetConnectionAsync();
}
