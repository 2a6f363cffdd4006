using ResilientMySql.FaultMatrix.Lanes;
using ResilientMySql.Statements;

namespace ResilientMySql.FaultMatrix.Operations;

/// <summary>Open finds the pool's only session in use, and opens another one.</summary>
internal sealed class OpenNew : Operation
{
    public override string Name => "connect";

    public override StatementEffects? Effects => null;

    public override Reach Reach => Reach.NewSession;

    public override Task RunAsync(Cell cell)
    {
        cell.Second = cell.DataSource.CreateConnection();
        return cell.Mode.OpenAsync(cell.Second);
    }
}
