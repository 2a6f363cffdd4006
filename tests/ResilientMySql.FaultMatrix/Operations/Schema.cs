using System.Data;
using ResilientMySql.FaultMatrix.Lanes;
using ResilientMySql.Statements;

namespace ResilientMySql.FaultMatrix.Operations;

/// <summary>A schema collection, which the driver asks for with statements of its own.</summary>
internal sealed class Schema : Operation
{
    public override string Name => "schema";

    public override StatementEffects? Effects => new StatementEffects(StatementKind.Read);

    public override Halt Halt => Halt.OnItsWay;

    public override async Task RunAsync(Cell cell)
    {
        DataTable databases = cell.Mode is CallMode.Sync ? cell.Connection.GetSchema("Databases") : await cell.Connection.GetSchemaAsync("Databases");
        Assert.Contains(databases.Rows.Cast<DataRow>(), static row => row["SCHEMA_NAME"] is "sakila");
    }
}
