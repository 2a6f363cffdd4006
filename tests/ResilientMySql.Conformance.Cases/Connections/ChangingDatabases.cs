using MySqlConnector;

namespace ResilientMySql.Conformance.Cases.Connections;

/// <summary>ChangeDatabase and USE.</summary>
public static class ChangingDatabases
{
    public static async Task ChangeDatabase(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        await scene.DoAsync("change", () => scene.ChangeDatabaseAsync(connection, "information_schema"));
        scene.Note("database", connection.Database);
        await scene.QueryAsync(connection, "SELECT DATABASE()");
        await scene.DoAsync("change back", () => scene.ChangeDatabaseAsync(connection, scene.Schema));
        scene.Note("database", connection.Database);
    }

    public static async Task AfterCloseTheConnectionStringsOneIsBack(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        await scene.ChangeDatabaseAsync(connection, "information_schema");
        await scene.CloseAsync(connection);
        scene.Note("closed", connection.Database);
        await scene.OpenAsync(connection);
        scene.Note("opened again", connection.Database);
        await scene.QueryAsync(connection, "SELECT DATABASE()");
    }

    public static async Task BadNames(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        await scene.DoAsync("unknown", () => scene.ChangeDatabaseAsync(connection, "there_is_no_such"));
        await scene.DoAsync("empty", () => scene.ChangeDatabaseAsync(connection, ""));
        await scene.DoAsync("blank", () => scene.ChangeDatabaseAsync(connection, "  "));
        await scene.DoAsync("null", () => scene.ChangeDatabaseAsync(connection, null!));
        await scene.DoAsync("quotes", () => scene.ChangeDatabaseAsync(connection, "a`b"));
        scene.Note("database", connection.Database);
        scene.Note("state", connection.State);
        await scene.QueryAsync(connection, "SELECT DATABASE()");
    }

    public static async Task OnAClosedOne(Scene scene)
    {
        using var connection = new MySqlConnection(scene.ConnectionString);
        await scene.DoAsync("closed", () => scene.ChangeDatabaseAsync(connection, "information_schema"));
        await scene.DoAsync("closed and empty", () => scene.ChangeDatabaseAsync(connection, ""));
        await scene.OpenAsync(connection);
        await scene.DisposeAsync(connection);
        await scene.DoAsync("disposed", () => scene.ChangeDatabaseAsync(connection, "information_schema"));
    }

    public static async Task UseStatementShowsInDatabase(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        await scene.RunAsync(connection, "USE information_schema");
        scene.Note("database", connection.Database);
        await scene.QueryAsync(connection, "SELECT DATABASE()");
    }

    public static async Task DroppedUnderTheConnection(Scene scene)
    {
        string name = scene.Schema + "_drop";
        await scene.PrepareAsync($"DROP DATABASE IF EXISTS {name}; CREATE DATABASE {name}");
        using MySqlConnection connection = await scene.OpenAsync();
        await scene.ChangeDatabaseAsync(connection, name);
        await scene.RunAsync(connection, $"DROP DATABASE {name}");
        scene.Note("database", connection.Database);
        await scene.QueryAsync(connection, "SELECT DATABASE()");
        await scene.RunAsync(connection, "CREATE TABLE t (id INT)");
    }

    public static async Task InsideATransaction(Scene scene)
    {
        await scene.TableAsync("change_tx", "id INT PRIMARY KEY");
        using MySqlConnection connection = await scene.OpenAsync();
        using MySqlTransaction transaction = await scene.BeginAsync(connection);
        await scene.RunAsync(connection, "INSERT INTO change_tx VALUES (1)", transaction);
        await scene.DoAsync("change", () => scene.ChangeDatabaseAsync(connection, "information_schema"));
        await scene.DoAsync("commit", () => scene.CommitAsync(transaction));
        await scene.AskAsync("SELECT COUNT(*) FROM change_tx");
    }

    public static async Task WithAnOpenReader(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("SELECT 1", connection);
        using MySqlDataReader reader = await scene.ReaderAsync(command);
        await scene.TryAsync("read", () => scene.ReadAsync(reader));
        scene.Note("value", reader.GetInt32(0));
    }
}
