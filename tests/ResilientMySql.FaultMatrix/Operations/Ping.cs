using ResilientMySql.FaultMatrix.Lanes;
using ResilientMySql.Statements;

namespace ResilientMySql.FaultMatrix.Operations;

/// <summary>Asks whether the server is there: an answer of its own for what others throw.</summary>
internal sealed class Ping : Operation
{
    public override string Name => "ping";

    public override StatementEffects? Effects => new StatementEffects(StatementKind.Empty);

    public override Halt Halt => Halt.OnItsWay;

    public override async Task RunAsync(Cell cell)
    {
        bool isThere = cell.Mode is CallMode.Sync ? cell.Connection.Ping() : await cell.Connection.PingAsync();
        if (!isThere)
            throw new NotThereException();
    }
}
