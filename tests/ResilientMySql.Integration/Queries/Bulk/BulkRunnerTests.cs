using MySqlConnector;
using ResilientMySql.Integration.Queries.Streaming;
using ResilientMySql.Queries;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Queries.Bulk;

/// <summary>All rows are there or none, from all hosts, however many statements they take.</summary>
public sealed class BulkRunnerTests
{
    // With two placeholders a row, these are four statements.
    private const int VeryMany = 100_000;

    // Where packets are small, so are these.
    private const int Many = 3_000;

    [SkippableTheory]
    [MemberData(nameof(QueryHosts.All), MemberType = typeof(QueryHosts))]
    public async Task ManyRows_AreAllThere(ServerEngine engine, CallMode mode, QueryHost host)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using BulkTable table = await BulkTable.CreateAsync(rented.Server);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Maximum Pool Size=1");
        await using HostedTarget hosted = await HostedTarget.OpenAsync(mode, host, dataSource);

        Assert.Equal(VeryMany, await mode.InsertAsync(hosted.Target, new AddCities(BulkCalling.Cities(VeryMany))));
        Assert.Equal(0, await mode.InsertAsync(hosted.Target, new AddCities([])));

        Assert.Equal(VeryMany, QueryRunner.First<CountBulk, long>(hosted.Target, default));
        Assert.Equal(host is QueryHost.Transaction ? 0 : VeryMany, await table.CountAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(QueryHosts.All), MemberType = typeof(QueryHosts))]
    public async Task FailsInTheLastStatement_NothingIsThereOrTheTransactionGoesOn(ServerEngine engine, CallMode mode, QueryHost host)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using BulkTable table = await BulkTable.CreateForSmallPacketsAsync(rented.Server);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Maximum Pool Size=1");
        await using HostedTarget hosted = await HostedTarget.OpenAsync(mode, host, dataSource);

        var refused = await Assert.ThrowsAsync<MySqlException>(() =>
            mode.InsertAsync(hosted.Target, new AddCities(BulkCalling.Cities(Many, failsAtTheEnd: true))));

        Assert.Equal(MySqlErrorCode.NoReferencedRow2, refused.ErrorCode);
        Assert.Equal(0, await table.CountAsync());

        // Inside his transaction it is the caller who decides about the statements that have worked.
        Assert.Equal(host is QueryHost.Transaction, QueryRunner.First<CountBulk, long>(hosted.Target, default) > 0);
        Assert.Equal(1, await mode.InsertAsync(hosted.Target, new AddCities([new("Bulk'x", 102)])));
        Assert.Equal(host is QueryHost.Transaction ? 0 : 1, await table.CountAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task AutocommitIsOff_ItsUserCommits(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using BulkTable table = await BulkTable.CreateForSmallPacketsAsync(rented.Server);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await mode.OpenAsync(connection);
        await mode.ExecuteAsync(connection, "SET autocommit = 0");

        Assert.Equal(Many, await mode.InsertAsync(connection, new AddCities(BulkCalling.Cities(Many))));
        Assert.Equal(0, await table.CountAsync());
        await mode.ExecuteAsync(connection, "ROLLBACK");
        Assert.Equal(0L, QueryRunner.First<CountBulk, long>(connection, default));
        await mode.InsertAsync(connection, new AddCities(BulkCalling.Cities(Many)));
        await mode.ExecuteAsync(connection, "COMMIT");

        Assert.Equal(Many, await table.CountAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task TextualTransaction_IsTheCallers(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using BulkTable table = await BulkTable.CreateForSmallPacketsAsync(rented.Server);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await mode.OpenAsync(connection);
        await mode.ExecuteAsync(connection, "BEGIN");

        await mode.InsertAsync(connection, new AddCities(BulkCalling.Cities(Many)));
        await mode.ExecuteAsync(connection, "ROLLBACK");

        Assert.Equal(0, await table.CountAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task ArgumentsAroundTheRows_AreBound(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString);

        int affected = await mode.InsertAsync(dataSource, new UpsertCities(312, [313, 9_999], "Bulk'y"));

        Assert.Equal(5, affected); // two updated, counted twice, and one inserted
        Assert.Equal(3, await rented.Server.QueryAsync<long>($"SELECT COUNT(*) FROM {rented.Server.Database}.city WHERE city = 'Bulk''y' OR city = 'new'"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task IsolationLevelOfTheSession_StaysAsItIs(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using BulkTable table = await BulkTable.CreateForSmallPacketsAsync(rented.Server);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await mode.OpenAsync(connection);
        await mode.ExecuteAsync(connection, "SET SESSION TRANSACTION ISOLATION LEVEL SERIALIZABLE");

        await mode.InsertAsync(connection, new AddCities(BulkCalling.Cities(Many)));

        Assert.Equal("SERIALIZABLE", await mode.ScalarAsync(connection, engine is ServerEngine.MySql ? "SELECT @@transaction_isolation" : "SELECT @@tx_isolation"));
    }
}
