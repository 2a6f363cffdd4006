using MySqlConnector;
using ResilientMySql.FaultMatrix.Lanes;
using ResilientMySql.Statements;

namespace ResilientMySql.FaultMatrix.Operations;

/// <summary>A read and a write that are sent together, and commit by themselves.</summary>
internal sealed class Batch : Operation
{
    private const string Read = "SELECT COUNT(*) FROM sakila.city";

    public override string Name => "batch";

    public override StatementEffects? Effects => StatementCache.Classify(Read).Then(StatementCache.Classify(InsertSql(Table!, null)));

    public override Halt Halt => Halt.AtLockedTable;

    public override string? Table => "entry";

    public override int RowsOnSuccess => 1;

    public override async Task RunAsync(Cell cell)
    {
        await using ResilientMySqlBatch batch = cell.Connection.CreateBatch();
        batch.Timeout = cell.Connection.CreateCommand().CommandTimeout;
        batch.BatchCommands.Add(new MySqlBatchCommand(Read));
        batch.BatchCommands.Add(new MySqlBatchCommand(InsertSql(Table!, cell)));
        Assert.Equal(1, cell.Mode is CallMode.Sync ? batch.ExecuteNonQuery() : await batch.ExecuteNonQueryAsync());
    }
}
