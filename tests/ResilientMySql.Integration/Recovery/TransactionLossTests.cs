using System.Data.Common;
using ResilientMySql.Integration.Faults;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Recovery;

/// <summary>Inside a transaction nothing is replayed, and nothing of a torn one runs by itself.</summary>
public sealed class TransactionLossTests
{
    private const string Insert = "INSERT INTO city (city, country_id) VALUES ('Atlantis', 102)";

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

        await Assert.ThrowsAsync<InvalidOperationException>(() => mode.CommitAsync(transaction));
        await mode.OpenAsync(connection);
        Assert.Equal(600L, await mode.ScalarAsync(connection, "SELECT COUNT(*) FROM city"));
    }

    private static async Task<ResilientMySqlException> AssertTransactionLostAsync(Func<Task> call)
    {
        var lost = await Assert.ThrowsAsync<ResilientMySqlException>(call);
        Assert.Equal(LossCause.Transaction, lost.Cause);
        return lost;
    }

    private static Task<long> CountAtlantisAsync(TestServer server) =>
        server.QueryAsync<long>($"SELECT COUNT(*) FROM {server.Database}.city WHERE city = 'Atlantis'");
}
