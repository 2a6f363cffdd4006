using ResilientMySql.FaultMatrix.Lanes;
using ResilientMySql.Statements;

namespace ResilientMySql.FaultMatrix.Operations;

/// <summary>Closes the connection, whose session goes back to its pool.</summary>
internal sealed class Close : Operation
{
    public override string Name => "close";

    public override StatementEffects? Effects => null;

    public override Task RunAsync(Cell cell) => cell.Mode.CloseAsync(cell.Connection);
}
