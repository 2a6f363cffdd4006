using System.Data;
using ResilientMySql.Integration.Faults;
using ResilientMySql.Statements;
using ResilientMySql.TestServers;
using ResilientMySql.Testing;
using ResilientMySql.Testing.Scripting;

namespace ResilientMySql.Integration.Recovery;

/// <summary>What is replayed on a new session is read back, and where it is not as it was, the session is refused.</summary>
public sealed class ReplayTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task Settings_AreAsTheyWere(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString + ";Allow User Variables=true");
        await mode.OpenAsync(connection);
        string isolation = engine is ServerEngine.MySql ? "transaction_isolation" : "tx_isolation";
        (string Statement, string Question)[] settings =
        [
            // The server makes 896 of it, and says so with a warning.
            ("SET join_buffer_size = 1000", "@@join_buffer_size"),
            ("SET sql_mode = 'TRADITIONAL'", "@@sql_mode"),
            ("SET time_zone = '+5:30', foreign_key_checks = OFF", "CONCAT(@@time_zone, @@foreign_key_checks)"),
            ("SET NAMES latin1", "@@character_set_client"),
            ("SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED, READ WRITE", "@@" + isolation),
            ("SET @tag = 'Zürich', @n = 0x41, @missing = NULL", "CONCAT_WS('|', @tag, @n, @missing IS NULL)"),
            ("SET optimizer_switch = 'mrr=on'", "@@optimizer_switch LIKE '%mrr=on%'"),
            ("SET sql_select_limit = 0, group_concat_max_len = 2048", "CONCAT(@@sql_select_limit, @@group_concat_max_len)"),
            ("SET lc_time_names = 'de_DE', sql_safe_updates = 1", "CONCAT(@@lc_time_names, @@sql_safe_updates)"),
        ];
        var before = new List<object?>();
        foreach ((string statement, string question) in settings)
        {
            await mode.ExecuteAsync(connection, statement);
            before.Add(await mode.ScalarAsync(connection, $"SELECT {question} LIMIT 1"));
        }

        await mode.ChangeDatabaseAsync(connection, "information_schema");
        int thread = connection.ServerThread;
        await rented.Server.KillAllSessionsAsync();

        for (int i = 0; i < settings.Length; i++)
            Assert.Equal(before[i], await mode.ScalarAsync(connection, $"SELECT {settings[i].Question} LIMIT 1"));

        Assert.Equal("information_schema", await mode.ScalarAsync(connection, "SELECT DATABASE() LIMIT 1"));
        Assert.NotEqual(thread, connection.ServerThread);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task SchemaThatIsGone_IsStateLost(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        TestServer server = rented.Server;
        await server.ExecuteAsync("CREATE DATABASE IF NOT EXISTS resilient_gone");
        await server.ExecuteAsync($"GRANT ALL ON resilient_gone.* TO {await UserAsync(server)}");
        await using var connection = new ResilientMySqlConnection(server.ConnectionString);
        await mode.OpenAsync(connection);
        await mode.ChangeDatabaseAsync(connection, "resilient_gone");
        await server.ExecuteAsync("DROP DATABASE resilient_gone");
        await server.KillAllSessionsAsync();

        for (int i = 0; i < 2; i++)
        {
            var lost = await Assert.ThrowsAsync<ResilientMySqlException>(() => mode.ScalarAsync(connection, "SELECT 1"));
            Assert.Equal((LossCause.SessionState, ExecutionOutcome.NotExecuted), (lost.Cause, lost.Outcome));
            Assert.Contains("USE `resilient_gone`", lost.Message, StringComparison.Ordinal);
        }

        Assert.Equal(ConnectionState.Broken, connection.State);
        await mode.CloseAsync(connection);
        await mode.OpenAsync(connection);
        Assert.Equal(server.Database, await mode.ScalarAsync(connection, "SELECT DATABASE()"));
    }

    [Theory]
    [InlineData(CallMode.Sync)]
    [InlineData(CallMode.Async)]
    public async Task ValueThatIsNotKept_IsStateLostAndNotASurprise(CallMode mode)
    {
        await using var server = ScriptedServer.Start();
        server.Variables["time_zone"] = "+05:00";
        server.When("SELECT 7", new RowsReply(["7"], [7]), new DisconnectReply(), new RowsReply(["7"], [7]));
        await using var connection = new ResilientMySqlConnection($"Server=127.0.0.1;Port={server.Port};User ID=any;SSL Mode=None;Application Name={mode}");
        await mode.OpenAsync(connection);
        await mode.ExecuteAsync(connection, "SET time_zone = '+05:00'");
        await mode.ScalarAsync(connection, "SELECT 7");

        // From here on sessions come back with another one, as behind a proxy that shares sessions among its clients.
        server.Variables["time_zone"] = "SYSTEM";
        var lost = await Assert.ThrowsAsync<ResilientMySqlException>(() => mode.ScalarAsync(connection, "SELECT 7"));

        // It may have run before the session died: only its repetition was refused.
        Assert.Equal((LossCause.SessionState, ExecutionOutcome.Unknown), (lost.Cause, lost.Outcome));
        Assert.Contains("SET time_zone = ?", lost.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("05:00", lost.Message, StringComparison.Ordinal);
        Assert.Equal(ConnectionState.Broken, connection.State);
    }

    [Theory]
    [InlineData(CallMode.Sync)]
    [InlineData(CallMode.Async)]
    public async Task ServerThatHasNoIdentity_WillDo(CallMode mode)
    {
        await using var server = ScriptedServer.Start();
        server.When(static request => request.Sql?.Contains("server_uuid", StringComparison.Ordinal) == true, new ErrorReply(1193, "HY000", "Unknown system variable"));
        await using var connection = new ResilientMySqlConnection($"Server=127.0.0.1;Port={server.Port};User ID=any;SSL Mode=None;Application Name=x{mode}");
        await mode.OpenAsync(connection);

        Assert.Equal(7L, Convert.ToInt64(await mode.ScalarAsync(connection, "SELECT 7"), null));
    }

    public static TheoryData<string, string> AsApplicationsWriteThem => new()
    {
        { "SET foreign_key_checks = 0 /* app:shop */", "@@foreign_key_checks" },
        { "SET SESSION wait_timeout = 28800 -- traceparent", "@@wait_timeout" },
        { "SET NAMES binary", "@@character_set_client" },
        { "SET CHARACTER SET 'binary'", "@@character_set_client" },
        { "SET NAMES 'utf8mb4' COLLATE 'utf8mb4_unicode_ci'", "@@collation_connection" },
        { "SET optimizer_switch = 'mrr=default'", "@@optimizer_switch" },
        { "SET optimizer_switch = 'default'", "@@optimizer_switch" },
        { "SET SESSION sql_mode = 'NO_ZERO_DATE,NO_ZERO_DATE'", "@@sql_mode" },
        { "SET sql_mode = ''", "@@sql_mode" },
        { "SET SESSION sql_mode='STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION'", "@@sql_mode" },
        { "SET default_storage_engine = 'HEAP'", "@@default_storage_engine" },
        { "SET long_query_time = 0.1234567", "@@long_query_time" },
        { "SET collation_server = utf8mb4_bin; SET character_set_server = latin1", "@@collation_server" },
        { "SET @a = 1; SET @`a` = 2", "@a" },
        { "SET @x = '日本'; SET NAMES latin1", "HEX(@x)" },
        { "SET NAMES latin1; SET @x = 'é'; SET NAMES utf8mb4", "COLLATION(@x)" },
        { "SET collation_database = latin1_bin; USE information_schema", "@@collation_database" },
        { "SET SQL_AUTO_IS_NULL=0, time_zone = '+00:00', unique_checks=OFF", "CONCAT(@@sql_auto_is_null, @@time_zone, @@unique_checks)" },
        { "SET autocommit=1, sql_safe_updates=1, sql_select_limit=500, max_join_size=1000000", "@@max_join_size" },
        { "SET SESSION group_concat_max_len = @@group_concat_max_len", "@@group_concat_max_len" },
    };

    /// <summary>A replay that went well is never refused.</summary>
    [SkippableTheory]
    [MemberData(nameof(AsApplicationsWriteThem))]
    public async Task Setting_SurvivesInTheSpellingOfApplications(string statements, string question)
    {
        foreach (ServerEngine engine in Enum.GetValues<ServerEngine>())
        {
            await using RentedServer rented = await ServerPool.RentAsync(engine);
            await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString + ";Allow User Variables=true");
            await connection.OpenAsync();
            foreach (string statement in statements.Split("; "))
                await CallMode.Async.ExecuteAsync(connection, statement);

            object? before = await CallMode.Async.ScalarAsync(connection, "SELECT " + question);
            await rented.Server.KillAllSessionsAsync();
            if (StatementClassifierKnows(statements))
                Assert.Equal(before, await CallMode.Async.ScalarAsync(connection, "SELECT " + question));
            else
                await Assert.ThrowsAsync<ResilientMySqlException>(() => CallMode.Async.ScalarAsync(connection, "SELECT " + question));
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task RoleAndTheSchemaItOpens_AreReplayedInTheirOrder(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        TestServer server = rented.Server;
        string connectionString = await Roamer.ConnectionStringAsync(server);
        await server.ExecuteAsync("DROP ROLE IF EXISTS opener");
        await server.ExecuteAsync("CREATE ROLE opener");
        await server.ExecuteAsync("CREATE DATABASE IF NOT EXISTS behind");
        await server.ExecuteAsync("GRANT ALL ON behind.* TO opener");
        await server.ExecuteAsync("GRANT opener TO 'roamer'@'%'");
        await using var connection = new ResilientMySqlConnection(connectionString);
        await mode.OpenAsync(connection);
        await mode.ExecuteAsync(connection, "SET ROLE opener");
        await mode.ExecuteAsync(connection, "USE behind");
        await server.KillSessionAsync(connection.ServerThread);

        Assert.Equal("behind", await mode.ScalarAsync(connection, "SELECT DATABASE()"));
        await server.ExecuteAsync("DROP DATABASE behind");
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task DefaultsThatChangedMeanwhile_AreKeptAsTheyWereForWhoeverIsInTheMiddle(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        TestServer server = rented.Server;
        Skip.IfNot(server.CanControl, "The server is external.");
        await using var connection = new ResilientMySqlConnection(server.ConnectionString);
        await mode.OpenAsync(connection);
        const string Question = "SELECT CONCAT_WS('|', @@sql_mode, @@time_zone, @@autocommit + 0)";
        object? before = await mode.ScalarAsync(connection, Question);
        try
        {
            await server.ExecuteAsync("SET GLOBAL sql_mode = '', GLOBAL time_zone = '+09:00', GLOBAL autocommit = 0");
            await server.KillAllSessionsAsync();

            Assert.Equal(before, await mode.ScalarAsync(connection, Question));
            Assert.Equal(1, await mode.ExecuteAsync(connection, "INSERT INTO city (city, country_id) VALUES ('Atlantis', 102)"));
            await mode.CloseAsync(connection);
            await mode.OpenAsync(connection);
            Assert.Equal("|+09:00|0", await mode.ScalarAsync(connection, Question));
        }
        finally
        {
            await server.ExecuteAsync("SET GLOBAL sql_mode = DEFAULT, GLOBAL time_zone = DEFAULT, GLOBAL autocommit = 1");
        }

        Assert.Equal(1, await server.QueryAsync<long>($"SELECT COUNT(*) FROM {server.Database}.city WHERE city = 'Atlantis'"));
    }

    private static bool StatementClassifierKnows(string statements) =>
        statements.Split("; ").All(static statement => !StatementClassifier.Classify(statement).Pins);

    private static async Task<string> UserAsync(TestServer server)
    {
        await using var connection = new MySqlConnector.MySqlConnection(server.ConnectionString);
        await connection.OpenAsync();
        await using var command = new MySqlConnector.MySqlCommand("SELECT CONCAT('''', REPLACE(CURRENT_USER(), '@', '''@'''), '''')", connection);
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
