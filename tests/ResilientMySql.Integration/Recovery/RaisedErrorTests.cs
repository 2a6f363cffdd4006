using System.Data.Common;
using MySqlConnector;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Recovery;

/// <summary>Stored programs can raise any error number by hand, so that none of them proves what its number says.</summary>
public sealed class RaisedErrorTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task RaisedDisconnection_DoesNotRunTheStatementAgain(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        TestServer server = rented.Server;
        await server.ExecuteAsync($"DROP PROCEDURE IF EXISTS {server.Database}.leaves");
        await server.ExecuteAsync(
            $"""
            CREATE PROCEDURE {server.Database}.leaves() BEGIN
              INSERT INTO {server.Database}.city (city, country_id) VALUES ('Atlantis', 102);
              SIGNAL SQLSTATE 'HY000' SET MYSQL_ERRNO = 4031, MESSAGE_TEXT = 'raised by hand';
            END
            """);
        await using var connection = new ResilientMySqlConnection(server.ConnectionString);
        await mode.OpenAsync(connection);

        Exception? failure = await Record.ExceptionAsync(() => mode.ExecuteAsync(connection, "CALL leaves()"));

        Assert.NotNull(failure);
        Assert.NotEqual(ExecutionOutcome.NotExecuted, ResilientMySqlException.OutcomeOf(failure));
        Assert.Equal(1, await server.QueryAsync<long>($"SELECT COUNT(*) FROM {server.Database}.city WHERE city = 'Atlantis'"));
        await server.ExecuteAsync($"DROP PROCEDURE {server.Database}.leaves");
    }

    [SkippableTheory]
    [InlineData(CallMode.Sync)]
    [InlineData(CallMode.Async)]
    public async Task MariaDbsOwn4031_IsAnAnswerAndTheTransactionItCommittedIsNotCalledRolledBack(CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(ServerEngine.MariaDb);
        TestServer server = rented.Server;
        await using var connection = new ResilientMySqlConnection(server.ConnectionString);
        await mode.OpenAsync(connection);
        await using DbTransaction transaction = await mode.BeginAsync(connection);
        await mode.ExecuteAsync(connection, "INSERT INTO city (city, country_id) VALUES ('Atlantis', 102)", transaction);

        var answer = await Assert.ThrowsAsync<MySqlException>(() => mode.ExecuteAsync(
            connection, "CREATE TRIGGER later BEFORE INSERT ON city FOR EACH ROW FOLLOWS missing SET NEW.city = 'x'", transaction));
        var lost = await Assert.ThrowsAsync<ResilientMySqlException>(() => mode.CommitAsync(transaction));

        Assert.Equal(4031, answer.Number);
        Assert.Equal((LossCause.Transaction, ExecutionOutcome.Unknown), (lost.Cause, lost.Outcome));
        Assert.Equal(1, await server.QueryAsync<long>($"SELECT COUNT(*) FROM {server.Database}.city WHERE city = 'Atlantis'"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task RaisedDeadlock_LeavesTheTransactionToItsUser(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        TestServer server = rented.Server;
        await server.ExecuteAsync($"DROP TRIGGER IF EXISTS {server.Database}.raises");
        await server.ExecuteAsync(
            $"""
            CREATE TRIGGER {server.Database}.raises BEFORE INSERT ON {server.Database}.city FOR EACH ROW BEGIN
              IF NEW.city = 'Bad' THEN SIGNAL SQLSTATE '40001' SET MYSQL_ERRNO = 1213; END IF;
            END
            """);
        await using var connection = new ResilientMySqlConnection(server.ConnectionString);
        await mode.OpenAsync(connection);
        await mode.ExecuteAsync(connection, "BEGIN");
        await mode.ExecuteAsync(connection, "INSERT INTO city (city, country_id) VALUES ('First', 102)");
        await Assert.ThrowsAsync<MySqlException>(() => mode.ExecuteAsync(connection, "INSERT INTO city (city, country_id) VALUES ('Bad', 102)"));
        await server.KillAllSessionsAsync();

        // The first row is gone with its session: what is left of the transaction must not run by itself.
        var lost = await Assert.ThrowsAsync<ResilientMySqlException>(() =>
            mode.ExecuteAsync(connection, "INSERT INTO city (city, country_id) VALUES ('Second', 102)"));

        Assert.Equal((LossCause.Transaction, ExecutionOutcome.Unknown), (lost.Cause, lost.Outcome));
        await mode.ExecuteAsync(connection, "ROLLBACK");
        Assert.Equal(600L, await mode.ScalarAsync(connection, "SELECT COUNT(*) FROM city"));
        await server.ExecuteAsync($"DROP TRIGGER {server.Database}.raises");
    }
}
