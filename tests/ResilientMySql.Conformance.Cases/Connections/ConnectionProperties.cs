using System.Data;
using System.Data.Common;
using MySqlConnector;

namespace ResilientMySql.Conformance.Cases.Connections;

/// <summary>What a connection says of itself, in each state.</summary>
public static class ConnectionProperties
{
    public static async Task BeforeOpen(Scene scene)
    {
        using var connection = new MySqlConnection("Server=db.example;Port=3307;User ID=u;Password=p;Database=d;Connection Timeout=7;Default Command Timeout=9");
        NoteAll(scene, connection);
        scene.Note("connection string", connection.ConnectionString);
        scene.Note("default command timeout", connection.CreateCommand().CommandTimeout);
        await Task.CompletedTask;
    }

    public static async Task WhileOpen(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        NoteAll(scene, connection);
        await scene.TryAsync("thread is the session's", async () =>
        {
            using var command = new MySqlCommand("SELECT CONNECTION_ID()", connection);
            return Convert.ToInt32(await scene.ScalarAsync(command), null) == connection.ServerThread;
        });
    }

    public static async Task AfterClose(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        await scene.CloseAsync(connection);
        NoteAll(scene, connection);
    }

    public static async Task AfterDispose(Scene scene)
    {
        MySqlConnection connection = await scene.OpenAsync();
        await scene.DisposeAsync(connection);
        NoteAll(scene, connection);
        scene.Try("create command", () => connection.CreateCommand().Connection == connection);
    }

    public static async Task OfABadConnectionString(Scene scene)
    {
        using var connection = new MySqlConnection("Nonsense=1");
        NoteAll(scene, connection);
        scene.Try("connection string", () => connection.ConnectionString);
        await Task.CompletedTask;
    }

    public static async Task ConnectionStringHidesThePasswordOnceOpened(Scene scene)
    {
        using var connection = new MySqlConnection(scene.ConnectionString);
        scene.Note("unchanged before", connection.ConnectionString == scene.ConnectionString);
        await scene.OpenAsync(connection);
        scene.Note("has password", connection.ConnectionString.Contains("assword", StringComparison.Ordinal));
        scene.Note("keys", Keys(connection.ConnectionString));
        await scene.CloseAsync(connection);
        scene.Note("has password after close", connection.ConnectionString.Contains("assword", StringComparison.Ordinal));
        await scene.DoAsync("open again", () => scene.OpenAsync(connection));
        scene.Note("equal in text", connection.ConnectionString == new MySqlConnection(connection.ConnectionString).ConnectionString);
    }

    public static async Task ConnectionStringOfAnOpenOneCannotOpenAnother(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var other = new MySqlConnection(connection.ConnectionString);
        await scene.DoAsync("open", async () =>
        {
            try
            {
                await scene.OpenAsync(other);
            }
            catch (MySqlException refused)
            {
                scene.Note("refused", refused.Number);
            }
        });
    }

    public static async Task PersistSecurityInfoKeepsThePassword(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync("Persist Security Info=true");
        scene.Note("has password", connection.ConnectionString.Contains("assword", StringComparison.Ordinal));
        scene.Note("keys", Keys(connection.ConnectionString));
        using var other = new MySqlConnection(connection.ConnectionString);
        await scene.DoAsync("open another", () => scene.OpenAsync(other));
    }

    public static async Task ConnectionStringChangedWhileClosed(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        await scene.CloseAsync(connection);
        scene.Do("set", () => connection.ConnectionString = scene.ConnectionString + ";Database=information_schema");
        scene.Note("keeps its text", connection.ConnectionString.EndsWith(";Database=information_schema", StringComparison.Ordinal));
        scene.Note("database", connection.Database);
        await scene.OpenAsync(connection);
        await scene.QueryAsync(connection, "SELECT DATABASE()");
    }

    public static async Task ConnectionStringChangedWhileOpen(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        scene.Do("set", () => connection.ConnectionString = scene.ConnectionString + ";Database=information_schema");
        scene.Do("set to the same", () => connection.ConnectionString = scene.ConnectionString);
        await scene.QueryAsync(connection, "SELECT 1");
    }

    public static async Task ConnectionStringSetToNull(Scene scene)
    {
        using MySqlConnection connection = new(scene.ConnectionString);
        scene.Do("set", () => connection.ConnectionString = null);
        scene.Note("text", connection.ConnectionString);
        scene.Note("database", connection.Database);
        await Task.CompletedTask;
    }

    public static async Task ConnectionStringSetOnADisposedOne(Scene scene)
    {
        MySqlConnection connection = new(scene.ConnectionString);
        await scene.DisposeAsync(connection);
        scene.Do("set", () => connection.ConnectionString = "Server=elsewhere");
        scene.Note("text", connection.ConnectionString);
    }

    public static async Task ConnectionStringNormalisesWhenOpened(Scene scene)
    {
        using var connection = new MySqlConnection(scene.ConnectionString + ";application name=x;CONNECT TIMEOUT=11;charset=utf8mb4;default command timeout=12;TREATTINYASBOOLEAN=false");
        await scene.DoAsync("open", async () =>
        {
            await scene.OpenAsync(connection);
        });
        scene.Note("keys", Keys(connection.ConnectionString));
        scene.Note("timeout", connection.ConnectionTimeout);
    }

    public static async Task CreateCommandTakesDefaults(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync("Default Command Timeout=17");
        using MySqlCommand command = connection.CreateCommand();
        scene.Note("connection", ReferenceEquals(command.Connection, connection));
        scene.Note("transaction", command.Transaction);
        scene.Note("text", command.CommandText);
        scene.Note("timeout", command.CommandTimeout);
        scene.Note("type", command.CommandType);
        using MySqlTransaction transaction = await scene.BeginAsync(connection);
        using MySqlCommand inside = connection.CreateCommand();
        scene.Note("transaction inside", inside.Transaction);
    }

    public static async Task ThroughTheBaseClasses(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        DbConnection general = connection;
        using DbCommand command = general.CreateCommand();
        scene.Note("command", command.GetType());
        scene.Note("connection", ReferenceEquals(command.Connection, connection));
        command.CommandText = "SELECT 7";
        using (DbDataReader reader = command.ExecuteReader())
            scene.Note("reader", reader.GetType());
        using DbTransaction transaction = general.BeginTransaction();
        scene.Note("transaction", transaction.GetType());
        scene.Note("its connection", ReferenceEquals(transaction.Connection, connection));
        scene.Note("parameter", command.CreateParameter().GetType());
        scene.Note("factory", DbProviderFactories.GetFactory(connection)?.GetType());
    }

    public static async Task ForeignTypesAreRefused(Scene scene)
    {
        using DbCommand command = new MySqlCommand();
        scene.Do("parameter of another kind", () => command.Parameters.Add("text"));
        scene.Do("null as connection", () => command.Connection = null);
        scene.Do("null as transaction", () => command.Transaction = null);
        await Task.CompletedTask;
    }

    private static void NoteAll(Scene scene, MySqlConnection connection)
    {
        scene.Try("state", () => connection.State);
        scene.Try("database", () => connection.Database);
        scene.Try("data source", () => connection.DataSource);
        scene.Try("timeout", () => connection.ConnectionTimeout);
        scene.Try("version", () => connection.ServerVersion);
        scene.Do("thread", () => _ = connection.ServerThread);
    }

    private static string[] Keys(string connectionString) =>
        [.. connectionString.Split(';').Select(static pair => pair.Split('=')[0])];
}
