using ResilientMySql.FaultMatrix.Lanes;
using ResilientMySql.Statements;

namespace ResilientMySql.FaultMatrix.Operations;

/// <summary>To another schema; back again afterwards.</summary>
internal sealed class ChangeDatabase : Operation
{
    public override string Name => "use";

    public override StatementEffects? Effects => new StatementEffects(StatementKind.UseSchema);

    public override Halt Halt => Halt.OnItsWay;

    public override Task RunAsync(Cell cell) => cell.Mode.ChangeDatabaseAsync(cell.Connection, "sakila");

    public override async Task FinishAsync(Cell cell)
    {
        Assert.Equal(cell.HasSucceeded ? "sakila" : MatrixSchema.Database, await cell.Mode.ScalarAsync(cell.Connection, "SELECT DATABASE()"));
        await cell.Mode.ChangeDatabaseAsync(cell.Connection, MatrixSchema.Database);
    }
}
