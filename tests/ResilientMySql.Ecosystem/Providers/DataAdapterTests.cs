using System.Data;
using System.Data.Common;
using ResilientMySql.TestServers;

namespace ResilientMySql.Ecosystem.Providers;

/// <summary>Tables filled and written back through the factory, as code does that knows no provider. Adapters are synchronous only.</summary>
public sealed class DataAdapterTests
{
    private const string Mine = "SELECT city_id, city, country_id FROM city WHERE country_id = 102 ORDER BY city_id";

    private static readonly DbProviderFactory Factory = ResilientMySqlFactory.Instance;

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task Changes_AreWrittenBackAlthoughTheSessionDiedInBetween(ServerEngine engine)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using DbConnection connection = Connect(rented.Server);
        using DbDataAdapter adapter = CreateAdapter(connection);
        using DbCommandBuilder builder = Factory.CreateCommandBuilder()!;
        builder.DataAdapter = adapter;
        using var table = new DataTable();
        Assert.Equal(8, adapter.Fill(table));
        table.PrimaryKey = [table.Columns["city_id"]!];

        table.Rows[0]["city"] = "renamed";
        table.Rows[1].Delete();
        table.Rows.Add(601, "Atlantis", 102);
        await rented.Server.KillAllSessionsAsync();
        Assert.Equal(3, adapter.Update(table));

        await rented.Server.KillAllSessionsAsync();
        using var fresh = new DataTable();
        Assert.Equal(8, adapter.Fill(fresh));
        Assert.Equal(("renamed", "Atlantis"), (fresh.Rows[0]["city"], fresh.Rows[7]["city"]));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task SomebodyElseWasFaster_IsAConcurrencyException(ServerEngine engine)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using DbConnection connection = Connect(rented.Server);
        using DbDataAdapter adapter = CreateAdapter(connection);
        using DbCommandBuilder builder = Factory.CreateCommandBuilder()!;
        builder.DataAdapter = adapter;
        using var table = new DataTable();
        adapter.Fill(table);
        await rented.Server.ExecuteAsync($"UPDATE {rented.Server.Database}.city SET city = 'theirs' WHERE city_id = {table.Rows[0]["city_id"]}");

        table.Rows[0]["city"] = "mine";

        Assert.Throws<DBConcurrencyException>(() => adapter.Update(table));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task DiedInATransaction_IsSaidAndNoRowIsThere(ServerEngine engine)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using DbConnection connection = Connect(rented.Server);
        await connection.OpenAsync();
        using DbDataAdapter adapter = CreateAdapter(connection);
        using DbCommandBuilder builder = Factory.CreateCommandBuilder()!;
        builder.DataAdapter = adapter;
        using var table = new DataTable();
        adapter.Fill(table);
        await using (DbTransaction transaction = await connection.BeginTransactionAsync())
        {
            adapter.SelectCommand!.Transaction = transaction;
            table.Rows.Add(601, "Atlantis", 102);
            Assert.Equal(1, adapter.Update(table));
            await rented.Server.KillAllSessionsAsync();
            table.Rows.Add(602, "Avalon", 102);

            var lost = Assert.Throws<ResilientMySqlException>(() => adapter.Update(table));

            Assert.Equal((LossCause.Transaction, ExecutionOutcome.NotExecuted), (lost.Cause, lost.Outcome));
            Assert.True(table.Rows[table.Rows.Count - 1].HasErrors);
        }

        using var fresh = new DataTable();
        adapter.SelectCommand.Transaction = null;
        Assert.Equal(8, adapter.Fill(fresh));
    }

    private static DbConnection Connect(TestServer server)
    {
        DbConnection connection = Factory.CreateConnection()!;
        connection.ConnectionString = server.ConnectionString;
        return connection;
    }

    private static DbDataAdapter CreateAdapter(DbConnection connection)
    {
        DbDataAdapter adapter = Factory.CreateDataAdapter()!;
        DbCommand select = connection.CreateCommand();
        select.CommandText = Mine;
        adapter.SelectCommand = select;
        return adapter;
    }
}
