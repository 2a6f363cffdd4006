using ResilientMySql.FaultMatrix.Lanes;
using ResilientMySql.Statements;

namespace ResilientMySql.FaultMatrix.Operations;

/// <summary>Goes on reading a result set that is longer than all buffers on its way.</summary>
internal sealed class MidRead : Operation
{
    private const int RowCount = 40_000;

    private const string Sql = "SELECT a.city_id, REPEAT('x', 1000) FROM sakila.city a, sakila.city b LIMIT 40000";

    public override string Name => "mid-read";

    public override StatementEffects? Effects => StatementCache.Classify(Sql);

    public override Halt Halt => Halt.ByItsLength;

    public override async Task ArmAsync(Cell cell)
    {
        await base.ArmAsync(cell);
        if (!cell.StrikesInAnswer)
            await OpenReaderAsync(cell);
    }

    public override async Task RunAsync(Cell cell)
    {
        if (cell.Reader is null)
            await OpenReaderAsync(cell);

        int count = 1;
        while (await cell.Mode.ReadAsync(cell.Reader!))
            count++;
        Assert.Equal(RowCount, count);
    }

    private static async Task OpenReaderAsync(Cell cell)
    {
        cell.Command = cell.Connection.CreateCommand();
        cell.Command.CommandText = Sql;
        cell.Reader = await cell.Mode.ReaderAsync(cell.Command);
        Assert.True(await cell.Mode.ReadAsync(cell.Reader));
    }
}
