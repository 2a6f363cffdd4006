using System.Data;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Recovery;

/// <summary>State that cannot be rebuilt is never replaced behind the caller's back.</summary>
public sealed class StateLossTests
{
    public static TheoryData<ServerEngine, CallMode, string> Pins
    {
        get
        {
            string[] pins =
            [
                "CREATE TEMPORARY TABLE basket (city_id INT)",
                "SELECT GET_LOCK('resilient', 0)",
                "LOCK TABLES city WRITE",
                "SET @total = (SELECT COUNT(*) FROM city)",
                "PREPARE statement FROM 'SELECT 1'",
                "HANDLER city OPEN",
                "/*!40000 SET @hidden = 1 */",
            ];
            var cells = new TheoryData<ServerEngine, CallMode, string>();
            foreach (ServerEngine engine in Enum.GetValues<ServerEngine>())
            {
                foreach (CallMode mode in Enum.GetValues<CallMode>())
                {
                    foreach (string pin in pins)
                        cells.Add(engine, mode, pin);
                }
            }

            return cells;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Pins))]
    public async Task PinnedSessionDied_IsBrokenUntilClosed(ServerEngine engine, CallMode mode, string pin)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        TestServer server = rented.Server;
        await using var connection = new ResilientMySqlConnection(server.ConnectionString + ";Allow User Variables=true");
        await mode.OpenAsync(connection);
        await mode.ExecuteAsync(connection, pin);
        await server.KillAllSessionsAsync();

        for (int i = 0; i < 2; i++)
        {
            var lost = await Assert.ThrowsAsync<ResilientMySqlException>(() => mode.ScalarAsync(connection, "SELECT 1"));
            Assert.Equal((LossCause.SessionState, ExecutionOutcome.NotExecuted), (lost.Cause, lost.Outcome));
            Assert.Contains(pin[..pin.IndexOf(' ', StringComparison.Ordinal)].Trim('/', '*', '!', '4', '0'), lost.Reason, StringComparison.Ordinal);
            Assert.StartsWith(lost.Reason, lost.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("resilient'", lost.Message, StringComparison.Ordinal);
        }

        Assert.Equal(ConnectionState.Broken, connection.State);
        await mode.CloseAsync(connection);
        await mode.OpenAsync(connection);
        Assert.Equal(1L, Convert.ToInt64(await mode.ScalarAsync(connection, "SELECT 1"), null));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task LastInsertIdOfADeadSession_IsRefusedInReadsAndWrites(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        TestServer server = rented.Server;
        await using var connection = new ResilientMySqlConnection(server.ConnectionString);
        await mode.OpenAsync(connection);
        await mode.ExecuteAsync(connection, "INSERT INTO city (city, country_id) VALUES ('Atlantis', 102)");
        await server.KillAllSessionsAsync();

        var read = await Assert.ThrowsAsync<ResilientMySqlException>(() => mode.ScalarAsync(connection, "SELECT LAST_INSERT_ID()"));
        var write = await Assert.ThrowsAsync<ResilientMySqlException>(() =>
            mode.ExecuteAsync(connection, "UPDATE city SET country_id = 20 WHERE city_id = LAST_INSERT_ID()"));

        Assert.Equal((LossCause.OneShotState, ExecutionOutcome.NotExecuted), (read.Cause, read.Outcome));
        Assert.Equal((LossCause.OneShotState, ExecutionOutcome.NotExecuted), (write.Cause, write.Outcome));
        Assert.Equal(601L, await mode.ScalarAsync(connection, "SELECT COUNT(*) FROM city"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task LastInsertIdOfTheLeaseBefore_CannotBeSeen(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString);
        await using var connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        await mode.ExecuteAsync(connection, "INSERT INTO city (city, country_id) VALUES ('Atlantis', 102)");
        Assert.Equal(601L, Convert.ToInt64(await mode.ScalarAsync(connection, "SELECT LAST_INSERT_ID()"), null));
        await mode.CloseAsync(connection);

        await mode.OpenAsync(connection);

        Assert.Equal(0L, Convert.ToInt64(await mode.ScalarAsync(connection, "SELECT LAST_INSERT_ID()"), null));
        await mode.CloseAsync(connection);

        // An update gives no number, and quotes do not hide the question.
        await mode.OpenAsync(connection);
        await mode.ExecuteAsync(connection, "INSERT INTO city (city, country_id) VALUES ('Avalon', 102)");
        await mode.CloseAsync(connection);
        await mode.OpenAsync(connection);
        await mode.ExecuteAsync(connection, "UPDATE city SET country_id = 1 WHERE city_id = 1");
        Assert.Equal(0L, Convert.ToInt64(await mode.ScalarAsync(connection, "SELECT @@session.`identity`"), null));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task WhatThisLeaseDidBefore_IsRemembered(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString);
        await using var connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        await mode.ScalarAsync(connection, "SELECT 1");
        await mode.CloseAsync(connection);

        await mode.OpenAsync(connection);
        await mode.ScalarAsync(connection, "SELECT SQL_CALC_FOUND_ROWS city_id FROM city LIMIT 10");
        Assert.Equal(600L, await mode.ScalarAsync(connection, "SELECT FOUND_ROWS()"));
        await mode.CloseAsync(connection);

        await mode.OpenAsync(connection);
        await mode.ScalarAsync(connection, "SELECT CAST('x' AS SIGNED)");
        Assert.Equal("Warning", await mode.ScalarAsync(connection, "SHOW WARNINGS"));
        await mode.CloseAsync(connection);

        await mode.OpenAsync(connection);
        await mode.ExecuteAsync(connection, "UPDATE city SET country_id = country_id + 1 WHERE city_id IN (1, 2)");
        Assert.Equal(2L, Convert.ToInt64(await mode.ScalarAsync(connection, "SELECT ROW_COUNT()"), null));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task LastInsertIdOfADeadSession_IsRefusedAlsoAfterAnotherStatementHasRepairedIt(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await mode.OpenAsync(connection);
        await mode.ExecuteAsync(connection, "INSERT INTO city (city, country_id) VALUES ('Parent', 102)");
        await rented.Server.KillAllSessionsAsync();
        await mode.ScalarAsync(connection, "SELECT 1");

        var lost = await Assert.ThrowsAsync<ResilientMySqlException>(() =>
            mode.ExecuteAsync(connection, "INSERT INTO city (city, country_id) SELECT CONCAT('Child of ', LAST_INSERT_ID()), 102"));

        Assert.Equal((LossCause.OneShotState, ExecutionOutcome.NotExecuted), (lost.Cause, lost.Outcome));
        Assert.Equal(601L, await mode.ScalarAsync(connection, "SELECT COUNT(*) FROM city"));

        // Made again, it can be asked for again.
        await mode.ExecuteAsync(connection, "INSERT INTO city (city, country_id) VALUES ('Parent', 102)");
        Assert.True(Convert.ToInt64(await mode.ScalarAsync(connection, "SELECT LAST_INSERT_ID()"), null) > 600);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task WhatTheLeaseBeforeLeft_IsOverwrittenOnTheSameSession(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString);
        await using var connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        await mode.ExecuteAsync(connection, "INSERT INTO city (city, country_id) VALUES ('Theirs', 102)");
        await mode.ScalarAsync(connection, "SELECT SQL_CALC_FOUND_ROWS city_id FROM city LIMIT 10");
        await mode.CloseAsync(connection);

        await mode.OpenAsync(connection);
        int thread = connection.ServerThread;
        await mode.ExecuteAsync(connection, "INSERT INTO city (city, country_id) VALUES ('Ours', 102)");
        long ours = await rented.Server.QueryAsync<long>($"SELECT city_id FROM {rented.Server.Database}.city WHERE city = 'Ours'");
        Assert.NotEqual(601L, Convert.ToInt64(await mode.ScalarAsync(connection, "SELECT FOUND_ROWS()"), null));

        Assert.Equal(ours, Convert.ToInt64(await mode.ScalarAsync(connection, "SELECT LAST_INSERT_ID()"), null));
        Assert.Equal(thread, connection.ServerThread);
        await mode.CloseAsync(connection);

        // In a transaction there is no other session to ask.
        await mode.OpenAsync(connection);
        await using var transaction = await mode.BeginAsync(connection);
        await using var command = new ResilientMySqlCommand("SELECT LAST_INSERT_ID()", connection, (ResilientMySqlTransaction)transaction);
        Assert.Equal(0L, Convert.ToInt64(await mode.ScalarAsync(command), null));
    }
}
