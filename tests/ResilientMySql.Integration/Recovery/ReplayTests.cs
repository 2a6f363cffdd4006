using System.Data;
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
            Assert.Contains("USE resilient_gone", lost.Message, StringComparison.Ordinal);
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
        server.When("SELECT @@autocommit, @@server_uuid, @@global.read_only, @@innodb_read_only", new ErrorReply(1193, "HY000", "Unknown system variable"));
        await using var connection = new ResilientMySqlConnection($"Server=127.0.0.1;Port={server.Port};User ID=any;SSL Mode=None;Application Name=x{mode}");
        await mode.OpenAsync(connection);

        Assert.Equal(7L, Convert.ToInt64(await mode.ScalarAsync(connection, "SELECT 7"), null));
    }

    private static async Task<string> UserAsync(TestServer server)
    {
        await using var connection = new MySqlConnector.MySqlConnection(server.ConnectionString);
        await connection.OpenAsync();
        await using var command = new MySqlConnector.MySqlCommand("SELECT CONCAT('''', REPLACE(CURRENT_USER(), '@', '''@'''), '''')", connection);
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
