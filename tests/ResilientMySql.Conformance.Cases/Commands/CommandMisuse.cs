using System.Data;
using MySqlConnector;
using ResilientMySql.Conformance.Transcripts;

namespace ResilientMySql.Conformance.Cases.Commands;

/// <summary>Commands that cannot run.</summary>
public static class CommandMisuse
{
    public static async Task WithoutConnection(Scene scene)
    {
        using var command = new MySqlCommand("SELECT 1");
        await TryAllAsync(scene, command);
        scene.Note("timeout", command.CommandTimeout);
        scene.Do("cancel", command.Cancel);
        scene.Note("prepared", command.IsPrepared);
    }

    public static async Task OnANeverOpenedConnection(Scene scene)
    {
        using var connection = new MySqlConnection(scene.ConnectionString);
        using var command = new MySqlCommand("SELECT 1", connection);
        await TryAllAsync(scene, command);
        scene.Do("cancel", command.Cancel);
        scene.Note("prepared", command.IsPrepared);
    }

    public static async Task OnAClosedConnection(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("SELECT 1", connection);
        await scene.TryAsync("open", () => scene.ScalarAsync(command));
        await scene.CloseAsync(connection);
        await TryAllAsync(scene, command);
        scene.Do("cancel", command.Cancel);
        scene.Note("last id", command.LastInsertedId);
    }

    [Differs("disposed-objects")]
    public static async Task OnADisposedConnection(Scene scene)
    {
        MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("SELECT 1", connection);
        await scene.DisposeAsync(connection);
        await TryAllAsync(scene, command);
        scene.Do("cancel", command.Cancel);
    }

    public static async Task WithoutText(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        foreach (string? text in new[] { null, "", "   ", "\n", ";" })
        {
            using var command = new MySqlCommand(text, connection);
            scene.Note("text", command.CommandText);
            await TryAllAsync(scene, command);
        }
    }

    public static async Task OnlyAComment(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("-- nothing here", connection);
        await scene.TryAsync("non-query", () => scene.NonQueryAsync(command));
        command.CommandText = "/* nothing */";
        await scene.TryAsync("scalar", () => scene.ScalarAsync(command));
        command.CommandText = "SELECT 1; -- and nothing more";
        await scene.TryAsync("non-query", () => scene.NonQueryAsync(command));
        command.CommandText = "SELECT 1;;";
        await scene.TryAsync("two semicolons", () => scene.NonQueryAsync(command));
    }

    [Differs("disposed-objects")]
    public static async Task Disposed(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        var command = new MySqlCommand("SELECT 1", connection);
        await scene.DisposeAsync(command);
        await TryAllAsync(scene, command);
        scene.Note("text", command.CommandText);
        scene.Note("connection", command.Connection);
        await scene.DisposeAsync(command);
        scene.Do("cancel", command.Cancel);
    }

    [Differs("begin-under-reader")]
    public static async Task WhileAReaderIsOpen(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var first = new MySqlCommand("SELECT 1", connection);
        MySqlDataReader reader = await scene.ReaderAsync(first);
        using var second = new MySqlCommand("SELECT 2", connection);
        await TryAllAsync(scene, second);
        await TryAllAsync(scene, first);
        await scene.DoAsync("begin", () => scene.BeginAsync(connection));
        await scene.TryAsync("read", () => scene.ReadAsync(reader));
        await scene.CloseAsync(reader);
        await scene.TryAsync("after close", () => scene.ScalarAsync(second));
    }

    public static async Task ChangedWhileItsReaderIsOpen(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var other = new MySqlConnection(scene.ConnectionString);
        using var command = new MySqlCommand("SELECT 1", connection);
        using (MySqlDataReader reader = await scene.ReaderAsync(command))
        {
            scene.Do("text", () => command.CommandText = "SELECT 2");
            scene.Do("same text", () => command.CommandText = "SELECT 1");
            scene.Do("connection", () => command.Connection = other);
            scene.Do("same connection", () => command.Connection = connection);
            scene.Do("no connection", () => command.Connection = null);
            scene.Do("timeout", () => command.CommandTimeout = 3);
            scene.Do("type", () => command.CommandType = CommandType.StoredProcedure);
            scene.Do("transaction", () => command.Transaction = null);
            scene.Do("parameter", () => command.Parameters.AddWithValue("a", 1));
            scene.Note("text", command.CommandText);
        }

        command.CommandType = CommandType.Text;
        scene.Do("text after close", () => command.CommandText = "SELECT 3");
        await scene.TryAsync("run", () => scene.ScalarAsync(command));
    }

    public static async Task AnotherCommandChangedWhileAReaderIsOpen(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("SELECT 1", connection);
        using var other = new MySqlCommand("SELECT 1", connection);
        using MySqlDataReader reader = await scene.ReaderAsync(command);
        scene.Do("text", () => other.CommandText = "SELECT 2");
        scene.Do("connection", () => other.Connection = null);
    }

    public static async Task DisposedWhileItsReaderIsOpen(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        var command = new MySqlCommand("SELECT 1 UNION SELECT 2", connection);
        MySqlDataReader reader = await scene.ReaderAsync(command);
        await scene.DisposeAsync(command);
        await scene.TryAsync("read", () => scene.ReadAsync(reader));
        scene.Try("value", () => reader.GetInt32(0));
        await scene.CloseAsync(reader);
        await scene.QueryAsync(connection, "SELECT 5");
    }

    public static async Task WithoutTheTransaction(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using MySqlTransaction transaction = await scene.BeginAsync(connection);
        using var command = new MySqlCommand("SELECT 1", connection);
        await TryAllAsync(scene, command);
        command.Transaction = transaction;
        await TryAllAsync(scene, command);
    }

    public static async Task WithAnothersTransaction(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using MySqlConnection other = await scene.OpenAsync();
        using MySqlTransaction transaction = await scene.BeginAsync(connection);
        using MySqlTransaction foreign = await scene.BeginAsync(other);
        using var command = new MySqlCommand("SELECT 1", connection, foreign);
        await TryAllAsync(scene, command);
    }

    public static async Task WithAnEndedTransaction(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        MySqlTransaction ended = await scene.BeginAsync(connection);
        using var command = new MySqlCommand("SELECT 1", connection, ended);
        await scene.CommitAsync(ended);
        await TryAllAsync(scene, command);
        using MySqlTransaction current = await scene.BeginAsync(connection);
        await TryAllAsync(scene, command);
    }

    public static async Task IgnoreCommandTransaction(Scene scene)
    {
        await scene.TableAsync("ignored_tx", "id INT PRIMARY KEY");
        using MySqlConnection connection = await scene.OpenAsync("Ignore Command Transaction=true");
        using MySqlConnection other = await scene.OpenAsync();
        using MySqlTransaction foreign = await scene.BeginAsync(other);
        MySqlTransaction transaction = await scene.BeginAsync(connection);
        await scene.RunAsync(connection, "INSERT INTO ignored_tx VALUES (1)");
        await scene.RunAsync(connection, "INSERT INTO ignored_tx VALUES (2)", foreign);
        await scene.DoAsync("rollback", () => scene.RollbackAsync(transaction));
        await scene.RunAsync(connection, "INSERT INTO ignored_tx VALUES (3)", transaction);
        await scene.QueryAsync(connection, "SELECT GROUP_CONCAT(id) FROM ignored_tx");
    }

    public static async Task BadPropertyValues(Scene scene)
    {
        using var command = new MySqlCommand();
        scene.Do("negative timeout", () => command.CommandTimeout = -1);
        scene.Do("table direct", () => command.CommandType = CommandType.TableDirect);
        scene.Do("unknown type", () => command.CommandType = (CommandType)77);
        scene.Note("type", command.CommandType);
        scene.Note("updated row source", command.UpdatedRowSource);
        scene.Note("visible", command.DesignTimeVisible);
        scene.Do("largest timeout", () => command.CommandTimeout = int.MaxValue);
        scene.Note("timeout", command.CommandTimeout);
        command.CommandText = null;
        scene.Note("text", command.CommandText);
        await Task.CompletedTask;
    }

    public static async Task DelimiterIsNoStatement(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        await scene.RunAsync(connection, "DELIMITER //\nSELECT 1//");
    }

    private static async Task TryAllAsync(Scene scene, MySqlCommand command)
    {
        await scene.TryAsync("non-query", () => scene.NonQueryAsync(command));
        await scene.TryAsync("scalar", () => scene.ScalarAsync(command));
        await scene.DoAsync("reader", async () => await scene.CloseAsync(await scene.ReaderAsync(command)));
        await scene.DoAsync("prepare", () => scene.PrepareAsync(command));
    }
}
