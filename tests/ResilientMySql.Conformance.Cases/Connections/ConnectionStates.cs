using System.Data;
using MySqlConnector;
using ResilientMySql.Conformance.Transcripts;

namespace ResilientMySql.Conformance.Cases.Connections;

/// <summary>Opening and closing, and what is told on the way.</summary>
public static class ConnectionStates
{
    public static async Task OpenAndCloseRaiseEvents(Scene scene)
    {
        using var connection = new MySqlConnection(scene.ConnectionString);
        scene.Watch(connection);
        scene.Note("new", connection.State);
        await scene.DoAsync("open", () => scene.OpenAsync(connection));
        scene.Note("opened", connection.State);
        await scene.DoAsync("close", () => scene.CloseAsync(connection));
        scene.Note("closed", connection.State);
        await scene.DoAsync("close again", () => scene.CloseAsync(connection));
        await scene.DoAsync("open again", () => scene.OpenAsync(connection));
        await scene.DoAsync("dispose", () => scene.DisposeAsync(connection));
        scene.Note("disposed", connection.State);
        await scene.DoAsync("dispose again", () => scene.DisposeAsync(connection));
    }

    public static async Task OpenTwice(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        scene.Watch(connection);
        await scene.DoAsync("open", () => scene.OpenAsync(connection));
        scene.Note("state", connection.State);
        await scene.QueryAsync(connection, "SELECT 1");
    }

    public static async Task OpenAfterDispose(Scene scene)
    {
        var connection = new MySqlConnection(scene.ConnectionString);
        await scene.DisposeAsync(connection);
        scene.Watch(connection);
        await scene.DoAsync("open", () => scene.OpenAsync(connection));
        scene.Note("state", connection.State);
    }

    public static async Task OpenAfterDisposeOfAnOpenOne(Scene scene)
    {
        MySqlConnection connection = await scene.OpenAsync();
        await scene.DisposeAsync(connection);
        await scene.DoAsync("open", () => scene.OpenAsync(connection));
    }

    public static async Task OpenWithoutConnectionString(Scene scene)
    {
        using var connection = new MySqlConnection();
        scene.Note("connection string", connection.ConnectionString);
        scene.Watch(connection);
        scene.Note("data source", connection.DataSource);
        scene.Note("database", connection.Database);
        scene.Note("timeout", connection.ConnectionTimeout);
        scene.Note("state", connection.State);
        await Task.CompletedTask;
    }

    [Differs("bad-connection-string")]
    public static async Task OpenWithUnknownKeyword(Scene scene)
    {
        using var connection = new MySqlConnection(scene.ConnectionString + ";Nonsense=1");
        scene.Watch(connection);
        await scene.DoAsync("open", () => scene.OpenAsync(connection));
        scene.Note("state", connection.State);
        scene.Try("data source", () => connection.DataSource);
    }

    [Differs("bad-connection-string")]
    public static async Task OpenWithBadValue(Scene scene)
    {
        using var connection = new MySqlConnection(scene.ConnectionString + ";Port=abc");
        scene.Watch(connection);
        await scene.DoAsync("open", () => scene.OpenAsync(connection));
        scene.Note("state", connection.State);
    }

    public static async Task OpenWithWrongPassword(Scene scene)
    {
        using var connection = new MySqlConnection(scene.ConnectionString + ";Password=wrong");
        scene.Watch(connection);
        await scene.DoAsync("open", () => scene.OpenAsync(connection));
        scene.Note("state", connection.State);
        await scene.DoAsync("open again", () => scene.OpenAsync(connection));
        connection.ConnectionString = scene.ConnectionString;
        await scene.DoAsync("open with the right one", () => scene.OpenAsync(connection));
    }

    public static async Task OpenWithUnknownDatabase(Scene scene)
    {
        using var connection = new MySqlConnection(scene.ConnectionString + ";Database=there_is_no_such");
        scene.Watch(connection);
        await scene.DoAsync("open", () => scene.OpenAsync(connection));
        scene.Note("state", connection.State);
    }

    public static async Task OpenWhereNobodyListens(Scene scene)
    {
        // Port 1 is reserved; nothing of ours listens there.
        using var connection = new MySqlConnection("Server=127.0.0.1;Port=1;User ID=nobody");
        scene.Watch(connection);
        await scene.DoAsync("open", () => scene.OpenAsync(connection));
        scene.Note("state", connection.State);
        await scene.DoAsync("open again", () => scene.OpenAsync(connection));
    }

    public static async Task OpenAtUnknownHost(Scene scene)
    {
        using var connection = new MySqlConnection("Server=there-is-no-such.invalid;User ID=nobody;Connection Timeout=3");
        await scene.DoAsync("open", () => scene.OpenAsync(connection));
        scene.Note("state", connection.State);
    }

    public static async Task OpenWithCancelledToken(Scene scene)
    {
        using var connection = new MySqlConnection(scene.ConnectionString);
        scene.Watch(connection);
        await scene.DoAsync("open", () => connection.OpenAsync(new CancellationToken(canceled: true)));
        scene.Note("state", connection.State);
        await scene.DoAsync("open", () => scene.OpenAsync(connection));
    }

    public static async Task OpenWithoutDatabase(Scene scene)
    {
        using var connection = await scene.OpenAsync("Database=");
        scene.Note("database", connection.Database);
        await scene.QueryAsync(connection, "SELECT DATABASE()");
        await scene.RunAsync(connection, "CREATE TABLE orphan (id INT)");
    }

    public static async Task HandlerMayReadTheConnection(Scene scene)
    {
        using var connection = new MySqlConnection(scene.ConnectionString);
        connection.StateChange += (sender, change) =>
        {
            scene.Note("sender is the connection", ReferenceEquals(sender, connection));
            scene.Note($"{change.OriginalState} to {change.CurrentState}", connection.State);
        };
        await scene.OpenAsync(connection);
        await scene.CloseAsync(connection);
    }

    public static async Task DisposedEventIsRaised(Scene scene)
    {
        MySqlConnection connection = await scene.OpenAsync();
        connection.Disposed += (_, _) => scene.Write("event Disposed");
        await scene.DisposeAsync(connection);
        await scene.DisposeAsync(connection);
    }

    [Differs("pool-exhausted")]
    public static async Task PoolIsExhausted(Scene scene)
    {
        string options = $"{scene.ConnectionString};Maximum Pool Size=1;Connection Timeout=1;Application Name={scene.Mode}";
        using var first = new MySqlConnection(options);
        using var second = new MySqlConnection(options);
        await scene.OpenAsync(first);
        scene.Watch(second);
        await scene.DoAsync("second", () => scene.OpenAsync(second));
        scene.Note("state", second.State);
        await scene.CloseAsync(first);
        await scene.DoAsync("second after the first is back", () => scene.OpenAsync(second));
    }

    public static async Task ClosedWithOpenReader(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("SELECT 1 UNION SELECT 2", connection);
        MySqlDataReader reader = await scene.ReaderAsync(command);
        await scene.TryAsync("read", () => scene.ReadAsync(reader));
        await scene.DoAsync("close", () => scene.CloseAsync(connection));
        scene.Note("reader closed", reader.IsClosed);
        await scene.TryAsync("read", () => scene.ReadAsync(reader));
        scene.Try("value", () => reader.GetInt32(0));
        await scene.OpenAsync(connection);
        await scene.QueryAsync(connection, "SELECT 3");
    }

    public static async Task ClosedWithOpenTransaction(Scene scene)
    {
        await scene.TableAsync("closed_tx", "id INT PRIMARY KEY");
        using MySqlConnection connection = await scene.OpenAsync();
        MySqlTransaction transaction = await scene.BeginAsync(connection);
        await scene.RunAsync(connection, "INSERT INTO closed_tx VALUES (1)", transaction);
        await scene.DoAsync("close", () => scene.CloseAsync(connection));
        scene.Note("transaction's connection", transaction.Connection);
        await scene.DoAsync("commit", () => scene.CommitAsync(transaction));
        await scene.AskAsync("SELECT COUNT(*) FROM closed_tx");
        await scene.DoAsync("dispose", () => scene.DisposeAsync(transaction));
        await scene.OpenAsync(connection);
        await scene.RunAsync(connection, "INSERT INTO closed_tx VALUES (2)");
    }

    public static async Task SessionStateDoesNotLeakThroughThePool(Scene scene)
    {
        string connectionString = $"{scene.ConnectionString};Maximum Pool Size=1;Allow User Variables=true;Application Name=leak{scene.Mode}";
        await scene.TableAsync("leak", "id INT PRIMARY KEY");
        using (var first = new MySqlConnection(connectionString))
        {
            await scene.OpenAsync(first);
            await scene.ExecuteAsync(first, "SET @leaked = 1, time_zone = '+05:00', sql_mode = 'ANSI'");
            await scene.ExecuteAsync(first, "CREATE TEMPORARY TABLE temporary_leak (id INT)");
            await scene.ExecuteAsync(first, "BEGIN");
            await scene.ExecuteAsync(first, "INSERT INTO leak VALUES (1)");
            await scene.ChangeDatabaseAsync(first, "information_schema");
        }

        using var second = new MySqlConnection(connectionString);
        await scene.OpenAsync(second);
        scene.Note("database", second.Database);
        await scene.QueryAsync(second, "SELECT DATABASE()");
        await scene.QueryAsync(second, "SELECT @leaked");
        await scene.QueryAsync(second, "SELECT @@time_zone = @@global.time_zone");
        await scene.QueryAsync(second, "SELECT @@sql_mode = @@global.sql_mode");
        await scene.RunAsync(second, "SELECT * FROM temporary_leak");
        await scene.QueryAsync(second, "SELECT COUNT(*) FROM leak");
        await scene.AskAsync("SELECT COUNT(*) FROM leak");
    }
}
