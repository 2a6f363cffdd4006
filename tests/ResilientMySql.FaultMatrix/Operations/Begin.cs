using ResilientMySql.FaultMatrix.Lanes;
using ResilientMySql.Statements;

namespace ResilientMySql.FaultMatrix.Operations;

internal sealed class Begin : Operation
{
    public override string Name => "begin";

    public override StatementEffects? Effects => new StatementEffects(StatementKind.Begin);

    public override Halt Halt => Halt.OnItsWay;

    public override async Task RunAsync(Cell cell) => cell.Transaction = await cell.Mode.BeginAsync(cell.Connection);
}
