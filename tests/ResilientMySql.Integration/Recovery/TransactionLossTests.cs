using System.Data.Common;
using ResilientMySql.Integration.Faults;
using ResilientMySql.TestServers;
using static ResilientMySql.Integration.Recovery.LostTransaction;

namespace ResilientMySql.Integration.Recovery;

/// <summary>Inside a transaction nothing is replayed, and nothing of a torn one runs by itself.</summary>
public sealed class TransactionLossTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.Deaths), MemberType = typeof(Cells))]
    public async Task DiedInTransaction_EverythingIsRefusedUntilRollback(ServerEngine engine, CallMode mode, IdleDeath death)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        TestServer server = rented.Server;
        await death.PrepareAsync(server);
        await using var connection = new ResilientMySqlConnection(server.ConnectionString);
        int rehydrations = 0;
        await mode.OpenAsync(connection);
        connection.Rehydrated += (_, _) => rehydrations++;
        DbTransaction transaction = await mode.BeginAsync(connection);
        await mode.ExecuteAsync(connection, Insert, transaction);

        await death.StrikeAsync(server);

        await AssertTransactionLostAsync(() => mode.ExecuteAsync(connection, Insert, transaction));
        await AssertTransactionLostAsync(() => mode.ScalarAsync(connection, "SELECT 1"));
        await AssertTransactionLostAsync(() => mode.CommitAsync(transaction));
        Assert.Equal(0, rehydrations);
        Assert.Equal(0, await CountAtlantisAsync(server));

        await mode.RollbackAsync(transaction);
        Assert.Equal(1, await mode.ExecuteAsync(connection, Insert));
        Assert.Equal(1, await CountAtlantisAsync(server));
        Assert.Equal(1, rehydrations);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task DiedInTransaction_CommitSaysSoAndDisposeIsQuiet(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        TestServer server = rented.Server;
        await using var connection = new ResilientMySqlConnection(server.ConnectionString);
        await mode.OpenAsync(connection);
        DbTransaction transaction = await mode.BeginAsync(connection);
        await mode.ExecuteAsync(connection, Insert, transaction);
        await server.KillAllSessionsAsync();

        ResilientMySqlException lost = await AssertTransactionLostAsync(() => mode.CommitAsync(transaction));

        Assert.Equal((ExecutionOutcome.NotExecuted, false), (lost.Outcome, lost.IsTransient));
        await mode.DisposeAsync(transaction);
        Assert.Equal(600L, await mode.ScalarAsync(connection, "SELECT COUNT(*) FROM city"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task DiedInTransactionWithTheServerAway_RollbackNeedsNoServer(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        TestServer server = rented.Server;
        Skip.IfNot(server.CanControl, "The server is external.");
        await using var connection = new ResilientMySqlConnection(server.ConnectionString);
        await mode.OpenAsync(connection);
        DbTransaction transaction = await mode.BeginAsync(connection);
        await server.KillAsync();

        await mode.RollbackAsync(transaction);
        await mode.CloseAsync(connection);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task DiedInTextualTransaction_EverythingIsRefusedUntilRollback(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        TestServer server = rented.Server;
        await using var connection = new ResilientMySqlConnection(server.ConnectionString);
        await mode.OpenAsync(connection);
        await mode.ExecuteAsync(connection, "START TRANSACTION");
        await mode.ExecuteAsync(connection, Insert);
        await server.KillAllSessionsAsync();

        await AssertTransactionLostAsync(() => mode.ExecuteAsync(connection, Insert));
        await AssertTransactionLostAsync(() => mode.ExecuteAsync(connection, "COMMIT"));
        await AssertTransactionLostAsync(() => mode.ExecuteAsync(connection, Insert));
        await mode.ExecuteAsync(connection, "ROLLBACK");

        Assert.Equal(0, await CountAtlantisAsync(server));
        Assert.Equal(1, await mode.ExecuteAsync(connection, Insert));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task BeginOverTextualTransaction_IsRefusedAndCommitsNothing(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await mode.OpenAsync(connection);
        await mode.ExecuteAsync(connection, "BEGIN");
        await mode.ExecuteAsync(connection, Insert);

        await Assert.ThrowsAsync<InvalidOperationException>(() => mode.BeginAsync(connection));

        Assert.Equal(0, await CountAtlantisAsync(rented.Server));
        await mode.ExecuteAsync(connection, "ROLLBACK");
        Assert.Equal(0, await CountAtlantisAsync(rented.Server));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task ClosedInTransaction_IsRolledBack(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await mode.OpenAsync(connection);
        DbTransaction transaction = await mode.BeginAsync(connection);
        await mode.ExecuteAsync(connection, Insert, transaction);
        await mode.CloseAsync(connection);

        await Assert.ThrowsAsync<ObjectDisposedException>(() => mode.CommitAsync(transaction));
        await mode.OpenAsync(connection);
        Assert.Equal(600L, await mode.ScalarAsync(connection, "SELECT COUNT(*) FROM city"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task SomethingInItMayHaveCommitted_TheLossIsNotCalledRolledBack(ServerEngine engine)
    {
        string[][] histories =
        [
            [Insert, "CREATE TABLE extra (a INT)"],
            [Insert, "CREATE TABLE city (a INT)"],
            [Insert, "COMMIT", Insert],
            [Insert, "LOCK TABLES country READ"],
        ];
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        TestServer server = rented.Server;
        foreach (string[] history in histories)
        {
            await using var connection = new ResilientMySqlConnection(server.ConnectionString);
            await connection.OpenAsync();
            DbTransaction transaction = await connection.BeginTransactionAsync();
            foreach (string statement in history)
            {
                Exception? answer = await Record.ExceptionAsync(() => CallMode.Async.ExecuteAsync(connection, statement, transaction));
                Assert.True(answer is null or MySqlConnector.MySqlException { Number: 1050 }, answer?.ToString());
            }

            await server.KillAllSessionsAsync();

            ResilientMySqlException lost = await AssertTransactionLostAsync(() => CallMode.Async.CommitAsync(transaction));
            Assert.Equal(ExecutionOutcome.Unknown, lost.Outcome);
            await transaction.DisposeAsync();
            await server.ExecuteAsync($"DROP TABLE IF EXISTS {server.Database}.extra");
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task DeadlockEndedTheTransaction_ItsLossIsNotCalledRolledBack(ServerEngine engine)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        TestServer server = rented.Server;
        await using var first = new ResilientMySqlConnection(server.ConnectionString);
        await using var second = new ResilientMySqlConnection(server.ConnectionString);
        ResilientMySqlConnection victim = await ProvokeDeadlockAsync(first, second);

        // The server has rolled back; this one commits by itself. Had the number been raised by hand, it would not have.
        await CallMode.Async.ExecuteAsync(victim, Insert);
        await server.KillAllSessionsAsync();
        ResilientMySqlException lost = await AssertTransactionLostAsync(() => CallMode.Async.ExecuteAsync(victim, "COMMIT"));

        Assert.Equal(ExecutionOutcome.Unknown, lost.Outcome);
        Assert.Equal(1, await CountAtlantisAsync(server));
    }

    /// <summary>Lets two textual transactions wait for each other; the one that the server gave up, still inside its transaction as it thinks.</summary>
    private static async Task<ResilientMySqlConnection> ProvokeDeadlockAsync(ResilientMySqlConnection first, ResilientMySqlConnection second)
    {
        const string One = "UPDATE city SET country_id = country_id WHERE city_id = 1";
        const string Two = "UPDATE city SET country_id = country_id WHERE city_id = 2";
        await first.OpenAsync();
        await second.OpenAsync();
        await CallMode.Async.ExecuteAsync(first, "BEGIN");
        await CallMode.Async.ExecuteAsync(second, "BEGIN");
        await CallMode.Async.ExecuteAsync(first, One);
        await CallMode.Async.ExecuteAsync(second, Two);
        Task<int> firstWaits = CallMode.Async.ExecuteAsync(first, Two);
        Task<int> secondWaits = CallMode.Async.ExecuteAsync(second, One);
        Task<int> given = await Task.WhenAny(firstWaits, secondWaits);
        Exception? firstFailure = await Record.ExceptionAsync(() => firstWaits);
        Exception? secondFailure = await Record.ExceptionAsync(() => secondWaits);
        Assert.Equal(1213, Assert.IsType<MySqlConnector.MySqlException>(firstFailure ?? secondFailure).Number);
        Assert.True(given.IsCompleted);
        return firstFailure is null ? second : first;
    }
}
