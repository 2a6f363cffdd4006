using System.Data;
using MySqlConnector;
using ResilientMySql.Conformance.Transcripts;
using ResilientMySql.TestServers;

namespace ResilientMySql.Conformance.Cases.Readers;

/// <summary>Every CommandBehavior.</summary>
public static class Behaviours
{
    public static Task Default(Scene scene) => RunAsync(scene, CommandBehavior.Default);

    public static Task SingleResult(Scene scene) => RunAsync(scene, CommandBehavior.SingleResult);

    [Differs("limited-rows", ServerEngine.MySql)]
    public static Task SingleRow(Scene scene) => RunAsync(scene, CommandBehavior.SingleRow);

    [Differs("limited-rows", ServerEngine.MySql)]
    public static Task SchemaOnly(Scene scene) => RunAsync(scene, CommandBehavior.SchemaOnly);

    public static Task KeyInfo(Scene scene) => RunAsync(scene, CommandBehavior.KeyInfo);

    public static Task SequentialAccess(Scene scene) => RunAsync(scene, CommandBehavior.SequentialAccess);

    [Differs("limited-rows", ServerEngine.MySql)]
    public static Task Several(Scene scene) => RunAsync(scene, CommandBehavior.SingleRow | CommandBehavior.SequentialAccess | CommandBehavior.SingleResult);

    [Differs("limited-rows", ServerEngine.MySql)]
    public static Task SchemaOnlyWithKeyInfo(Scene scene) => RunAsync(scene, CommandBehavior.SchemaOnly | CommandBehavior.KeyInfo);

    public static async Task CloseConnection(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        scene.Watch(connection);
        using var command = new MySqlCommand("SELECT 1", connection);
        MySqlDataReader reader = await scene.ReaderAsync(command, CommandBehavior.CloseConnection);
        scene.Note("state", connection.State);
        await scene.CloseAsync(reader);
        scene.Note("state", connection.State);
        await scene.DoAsync("close again", () => scene.CloseAsync(reader));
    }

    public static async Task CloseConnectionByClosingTheConnection(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        scene.Watch(connection);
        using var command = new MySqlCommand("SELECT 1", connection);
        MySqlDataReader reader = await scene.ReaderAsync(command, CommandBehavior.CloseConnection);
        await scene.DoAsync("close connection", () => scene.CloseAsync(connection));
        scene.Note("reader closed", reader.IsClosed);
        await scene.DoAsync("close reader", () => scene.CloseAsync(reader));
        scene.Note("state", connection.State);
    }

    public static async Task CloseConnectionOfAFailingCommand(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("nonsense", connection);
        await scene.DoAsync("reader", () => scene.ReaderAsync(command, CommandBehavior.CloseConnection));
        scene.Note("state", connection.State);
    }

    public static async Task SingleRowLeavesTheSessionAsItWas(Scene scene)
    {
        await scene.TableAsync("single", "id INT", "(1), (2), (3)");
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("SELECT id FROM single", connection);
        await scene.CloseAsync(await scene.ReaderAsync(command, CommandBehavior.SingleRow));
        await scene.QueryAsync(connection, "SELECT @@sql_select_limit > 1000");
        await scene.QueryAsync(connection, "SELECT COUNT(*) FROM (SELECT id FROM single) t");
    }

    public static async Task SingleRowOfWrites(Scene scene)
    {
        await scene.TableAsync("single_write", "id INT");
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("INSERT INTO single_write VALUES (1), (2), (3)", connection);
        await scene.NoteAllAsync(command, CommandBehavior.SingleRow);
        await scene.QueryAsync(connection, "SELECT COUNT(*) FROM single_write");
    }

    public static async Task SchemaOnlyOfWrites(Scene scene)
    {
        await scene.TableAsync("schema_write", "id INT");
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("INSERT INTO schema_write VALUES (1)", connection);
        await scene.NoteAllAsync(command, CommandBehavior.SchemaOnly);
        await scene.QueryAsync(connection, "SELECT COUNT(*) FROM schema_write");
    }

    [Differs("limited-rows")]
    public static async Task SingleRowOfPrepared(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("SELECT 1 AS a UNION ALL SELECT 2", connection);
        await scene.PrepareAsync(command);
        await scene.NoteAllAsync(command, CommandBehavior.SingleRow);
        await scene.NoteAllAsync(command, CommandBehavior.SchemaOnly);
    }

    private static async Task RunAsync(Scene scene, CommandBehavior behavior)
    {
        await scene.TableAsync("behaviour", "id INT PRIMARY KEY, v VARCHAR(5)", "(1, 'a'), (2, 'b'), (3, 'c')");
        using MySqlConnection connection = await scene.OpenAsync();
        using var one = new MySqlCommand("SELECT id, v FROM behaviour ORDER BY id", connection);
        await scene.NoteAllAsync(one, behavior);
        using var two = new MySqlCommand("SELECT id FROM behaviour ORDER BY id; SELECT v FROM behaviour ORDER BY id", connection);
        await scene.NoteAllAsync(two, behavior);
        using var bad = new MySqlCommand("SELECT * FROM there_is_no_such", connection);
        await scene.NoteAllAsync(bad, behavior);
        await scene.NoteAllAsync(connection, "SELECT id FROM behaviour ORDER BY id");
    }
}
