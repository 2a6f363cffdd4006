using System.Data.Common;
using ResilientMySql.Integration.Faults;
using ResilientMySql.TestServers;
using static ResilientMySql.Integration.Recovery.LostTransaction;

namespace ResilientMySql.Integration.Recovery;

/// <summary>The same for transactions that are open because autocommit is off.</summary>
public sealed class AutocommitLossTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task DiedWithAutocommitOff_RefusedAndOffAgainAfterRollback(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        TestServer server = rented.Server;
        await using var connection = new ResilientMySqlConnection(server.ConnectionString);
        await mode.OpenAsync(connection);
        await mode.ExecuteAsync(connection, "SET autocommit = 0");
        await mode.ExecuteAsync(connection, Insert);
        await server.KillAllSessionsAsync();

        await AssertTransactionLostAsync(() => mode.ExecuteAsync(connection, Insert));
        await mode.ExecuteAsync(connection, "ROLLBACK");
        Assert.Equal(1, await mode.ExecuteAsync(connection, Insert));

        // Replayed with the settings, so that this insert waits for its commit like the first.
        Assert.Equal(0, await CountAtlantisAsync(server));
        await mode.ExecuteAsync(connection, "COMMIT");
        Assert.Equal(1, await CountAtlantisAsync(server));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task AutocommitSetInsideATransaction_DoesNotHideIt(ServerEngine engine)
    {
        string[][] histories =
        [
            ["BEGIN", Insert, "SET autocommit = 0"],
            ["SET autocommit = 0", Insert, "SET autocommit = 0"],
            ["BEGIN", Insert, "SET autocommit = 1"],
        ];
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        TestServer server = rented.Server;
        foreach (string[] history in histories)
        {
            await using var connection = new ResilientMySqlConnection(server.ConnectionString);
            await connection.OpenAsync();
            foreach (string statement in history)
                await CallMode.Async.ExecuteAsync(connection, statement);

            await server.KillAllSessionsAsync();

            await AssertTransactionLostAsync(() => CallMode.Async.ExecuteAsync(connection, "COMMIT"));
            Assert.Equal(0, await CountAtlantisAsync(server));
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task BeginOverImpliedTransaction_IsRefusedAndCommitsNothing(ServerEngine engine)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await connection.OpenAsync();
        await CallMode.Async.ExecuteAsync(connection, "SET autocommit = 0");
        await CallMode.Async.ExecuteAsync(connection, Insert);

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await connection.BeginTransactionAsync());

        Assert.Equal(0, await CountAtlantisAsync(rented.Server));
        await CallMode.Async.ExecuteAsync(connection, "ROLLBACK");
        await CallMode.Async.ScalarAsync(connection, "SELECT COUNT(*) FROM city");
        await using ResilientMySqlTransaction transaction = await connection.BeginTransactionAsync();
        await transaction.RollbackAsync();
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task ServerSwitchesAutocommitOff_TransactionsAreGuardedAllTheSame(ServerEngine engine)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        TestServer server = rented.Server;
        Skip.IfNot(server.CanControl, "The server is external.");
        await server.ExecuteAsync("SET GLOBAL autocommit = 0");
        try
        {
            await using var dataSource = new ResilientMySqlDataSource(server.ConnectionString);
            await using (ResilientMySqlConnection connection = await dataSource.OpenConnectionAsync())
            {
                await CallMode.Async.ExecuteAsync(connection, Insert);
                await server.KillAllSessionsAsync();
                await AssertTransactionLostAsync(() => CallMode.Async.ExecuteAsync(connection, "COMMIT"));
                await CallMode.Async.ExecuteAsync(connection, "ROLLBACK");
                await CallMode.Async.ExecuteAsync(connection, Insert);
            }

            // Nor does the next lease commit what the last one left open.
            await using ResilientMySqlConnection next = await dataSource.OpenConnectionAsync();
            await CallMode.Async.ExecuteAsync(next, "COMMIT");
            Assert.Equal(0, await CountAtlantisAsync(server));
        }
        finally
        {
            await server.ExecuteAsync("SET GLOBAL autocommit = 1");
        }
    }
}
