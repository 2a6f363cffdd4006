using ResilientMySql.FaultMatrix.Lanes;
using ResilientMySql.Statements;

namespace ResilientMySql.FaultMatrix.Operations;

/// <summary>A reader, up to its first row.</summary>
internal sealed class FirstRow : Operation
{
    public override string Name => "reader";

    public override StatementEffects? Effects => StatementCache.Classify(CountSql(null));

    public override Halt Halt => Halt.AtLockedTable;

    public override async Task RunAsync(Cell cell)
    {
        cell.Command = cell.Connection.CreateCommand();
        cell.Command.CommandText = CountSql(cell);
        cell.Reader = await cell.Mode.ReaderAsync(cell.Command);
        Assert.True(await cell.Mode.ReadAsync(cell.Reader));
        Assert.Equal(1L, cell.Reader.GetInt64(0));
    }
}
