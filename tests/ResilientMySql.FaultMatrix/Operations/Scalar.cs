using ResilientMySql.FaultMatrix.Lanes;
using ResilientMySql.Statements;

namespace ResilientMySql.FaultMatrix.Operations;

internal sealed class Scalar : Operation
{
    public override string Name => "scalar";

    public override StatementEffects? Effects => StatementCache.Classify(CountSql(null));

    public override Halt Halt => Halt.AtLockedTable;

    public override async Task RunAsync(Cell cell) => Assert.Equal(1L, await cell.Mode.ScalarAsync(cell.Connection, CountSql(cell)));
}
