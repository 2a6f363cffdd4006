using System.Data;
using MySqlConnector;
using ResilientMySql.Conformance.Transcripts;
using ResilientMySql.TestServers;

namespace ResilientMySql.Conformance.Cases.Commands;

/// <summary>Prepare, and what runs afterwards.</summary>
public static class PreparedCommands
{
    [Differs("prepared-types", ServerEngine.MySql)]
    public static async Task PreparedTwice(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("SELECT @a", connection);
        command.Parameters.AddWithValue("a", 1);
        scene.Note("before", command.IsPrepared);
        await scene.DoAsync("prepare", () => scene.PrepareAsync(command));
        scene.Note("after", command.IsPrepared);
        await scene.DoAsync("prepare again", () => scene.PrepareAsync(command));
        await scene.TryAsync("run", () => scene.ScalarAsync(command));
        command.Parameters[0].Value = "text now";
        await scene.TryAsync("another type", () => scene.ScalarAsync(command));
        command.Parameters[0].Value = null;
        await scene.TryAsync("null", () => scene.ScalarAsync(command));
        command.Parameters[0].Value = 1.5m;
        await scene.TryAsync("decimal", () => scene.ScalarAsync(command));
    }

    [Differs("prepared-texts")]
    public static async Task OthersOfTheSameText(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var prepared = new MySqlCommand("SELECT @a", connection);
        prepared.Parameters.AddWithValue("a", 1.5);
        await scene.PrepareAsync(prepared);
        await scene.TryAsync("prepared", () => scene.ScalarAsync(prepared));
        using var plain = new MySqlCommand("SELECT @a", connection);
        plain.Parameters.AddWithValue("a", 1.5);
        scene.Note("prepared by another", plain.IsPrepared);
        await scene.TryAsync("plain", () => scene.ScalarAsync(plain));
    }

    public static async Task CountsOnTheServer(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync("Pooling=false");
        using var command = new MySqlCommand("SELECT 1 + @a", connection);
        command.Parameters.AddWithValue("a", 1);
        await scene.PrepareAsync(command);
        await scene.PrepareAsync(command);
        await scene.ScalarAsync(command);
        await scene.ScalarAsync(command);
        await scene.NoteAllAsync(connection, "SHOW SESSION STATUS WHERE Variable_name IN ('Com_stmt_prepare', 'Com_stmt_execute', 'Com_stmt_close')");
    }

    public static async Task TextChangedAfterwards(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("SELECT 1", connection);
        await scene.PrepareAsync(command);
        command.CommandText = "SELECT 2";
        scene.Note("prepared", command.IsPrepared);
        await scene.TryAsync("run", () => scene.ScalarAsync(command));
        command.CommandText = "SELECT 1";
        scene.Note("prepared with the first text", command.IsPrepared);
        using var other = new MySqlCommand("SELECT 1", connection);
        scene.Note("another command with that text", other.IsPrepared);
    }

    public static async Task AfterReopening(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("SELECT @a", connection);
        command.Parameters.AddWithValue("a", 3);
        await scene.PrepareAsync(command);
        await scene.CloseAsync(connection);
        scene.Note("closed", command.IsPrepared);
        await scene.OpenAsync(connection);
        await scene.TryAsync("run", () => scene.ScalarAsync(command));
    }

    public static async Task DoNotOutliveTheLease(Scene scene)
    {
        string connectionString = $"{scene.ConnectionString};Maximum Pool Size=1;Application Name=outlive{scene.Mode}";
        using (var first = new MySqlConnection(connectionString))
        {
            await scene.OpenAsync(first);
            using var prepared = new MySqlCommand("SELECT @a", first);
            prepared.Parameters.AddWithValue("a", new DateTime(2024, 2, 29));
            await scene.PrepareAsync(prepared);
            await scene.TryAsync("prepared", () => scene.ScalarAsync(prepared));
        }

        using var second = new MySqlConnection(connectionString);
        await scene.OpenAsync(second);
        using var plain = new MySqlCommand("SELECT @a", second);
        scene.Note("prepared", plain.IsPrepared);
        foreach (object value in new object[] { new TimeSpan(12, 34, 56), true, 5, "text" })
        {
            plain.Parameters.Clear();
            plain.Parameters.AddWithValue("a", value);
            await scene.TryAsync("plain", () => scene.ScalarAsync(plain));
        }
    }

    [Differs("prepared-lists")]
    public static async Task BadStatements(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        foreach (string sql in new[] { "nonsense", "SELECT * FROM there_is_no_such", "SELECT 1; nonsense", "" })
        {
            using var command = new MySqlCommand(sql, connection);
            await scene.DoAsync("prepare " + sql, () => scene.PrepareAsync(command));
            scene.Note("prepared", command.IsPrepared);
            await scene.TryAsync("run", () => scene.ScalarAsync(command));
        }

        scene.Note("state", connection.State);
    }

    [Differs("prepared-lists")]
    public static async Task SeveralStatements(Scene scene)
    {
        await scene.TableAsync("prepared_several", "id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9)");
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("INSERT INTO prepared_several (v) VALUES (@a); SELECT @a, @b; INSERT INTO prepared_several (v) VALUES (@b)", connection);
        command.Parameters.AddWithValue("a", "first");
        command.Parameters.AddWithValue("b", "second");
        await scene.DoAsync("prepare", () => scene.PrepareAsync(command));
        await scene.NoteAllAsync(command);
        scene.Note("last id", command.LastInsertedId);
        await scene.TryAsync("non-query", () => scene.NonQueryAsync(command));
    }

    public static async Task IgnorePrepare(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync("Ignore Prepare=true");
        using var command = new MySqlCommand("SELECT @a", connection);
        command.Parameters.AddWithValue("a", 3);
        await scene.DoAsync("prepare", () => scene.PrepareAsync(command));
        scene.Note("prepared", command.IsPrepared);
        await scene.TryAsync("run", () => scene.ScalarAsync(command));
        using var bad = new MySqlCommand("nonsense", connection);
        await scene.DoAsync("prepare nonsense", () => scene.PrepareAsync(bad));
    }

    public static async Task WhileAReaderIsOpen(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("SELECT 1", connection);
        using MySqlDataReader reader = await scene.ReaderAsync(command);
        using var other = new MySqlCommand("SELECT 2", connection);
        await scene.DoAsync("prepare", () => scene.PrepareAsync(other));
    }

    public static async Task InsideATransaction(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using MySqlTransaction transaction = await scene.BeginAsync(connection);
        using var command = new MySqlCommand("SELECT 1", connection);
        await scene.DoAsync("prepare without the transaction", () => scene.PrepareAsync(command));
        await scene.TryAsync("run", () => scene.ScalarAsync(command));
        command.Transaction = transaction;
        await scene.TryAsync("run inside", () => scene.ScalarAsync(command));
    }

    public static async Task OfAProcedure(Scene scene)
    {
        await scene.PrepareAsync("DROP PROCEDURE IF EXISTS prepared_procedure; CREATE PROCEDURE prepared_procedure(IN a INT) SELECT a + 1");
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("prepared_procedure", connection) { CommandType = CommandType.StoredProcedure };
        command.Parameters.AddWithValue("a", 3);
        await scene.DoAsync("prepare", () => scene.PrepareAsync(command));
        scene.Note("prepared", command.IsPrepared);
        await scene.TryAsync("run", () => scene.ScalarAsync(command));
    }

    public static async Task EveryColumnType(Scene scene)
    {
        await AllTypes.MakeTableAsync(scene);
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand($"SELECT * FROM {AllTypes.Table} ORDER BY id", connection);
        await scene.DoAsync("prepare", () => scene.PrepareAsync(command));
        await scene.NoteAllAsync(command);
    }

    public static async Task TableChangedUnderTheStatement(Scene scene)
    {
        await scene.TableAsync("prepared_changed", "id INT", "(1)");
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("SELECT * FROM prepared_changed", connection);
        await scene.PrepareAsync(command);
        await scene.NoteAllAsync(command);
        await scene.PrepareAsync("ALTER TABLE prepared_changed ADD COLUMN v INT DEFAULT 5");
        await scene.NoteAllAsync(command);
        await scene.PrepareAsync("DROP TABLE prepared_changed");
        await scene.NoteAllAsync(command);
    }
}
