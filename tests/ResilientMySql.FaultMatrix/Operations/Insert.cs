using ResilientMySql.FaultMatrix.Lanes;
using ResilientMySql.Statements;

namespace ResilientMySql.FaultMatrix.Operations;

/// <summary>A non-query that commits by itself.</summary>
internal sealed class Insert : Operation
{
    public override string Name => "insert";

    public override StatementEffects? Effects => StatementCache.Classify(InsertSql(Table!, null));

    public override Halt Halt => Halt.AtLockedTable;

    public override string? Table => "entry";

    public override int RowsOnSuccess => 1;

    public override async Task RunAsync(Cell cell) => Assert.Equal(1, await cell.Mode.ExecuteAsync(cell.Connection, InsertSql(Table!, cell)));
}
