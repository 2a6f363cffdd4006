using System.Data;
using System.Data.Common;
using MySqlConnector;
using ResilientMySql.Conformance.Transcripts;

namespace ResilientMySql.Conformance.Cases.Batches;

/// <summary>Batches that run.</summary>
public static class BatchRuns
{
    public static async Task Queries(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using MySqlBatch batch = Make(connection, "SELECT 1 AS a", "SELECT 2 AS b UNION ALL SELECT 3", "SELECT 4 AS c WHERE 1 = 0");
        await NoteAllAsync(scene, batch);
        await scene.TryAsync("scalar", () => ScalarAsync(scene, batch));
        await scene.TryAsync("non-query", () => NonQueryAsync(scene, batch));
    }

    public static async Task Writes(Scene scene)
    {
        await scene.TableAsync("batched", "id INT PRIMARY KEY AUTO_INCREMENT, v INT");
        using MySqlConnection connection = await scene.OpenAsync();
        using MySqlBatch batch = Make(connection, "INSERT INTO batched (v) VALUES (1), (2)", "UPDATE batched SET v = v + 1", "SELECT COUNT(*) FROM batched", "DELETE FROM batched WHERE v = 2");
        await scene.TryAsync("non-query", () => NonQueryAsync(scene, batch));
        foreach (MySqlBatchCommand command in batch.BatchCommands)
            scene.Note("affected", command.RecordsAffected);

        await NoteAllAsync(scene, batch);
        await scene.TryAsync("scalar", () => ScalarAsync(scene, batch));
    }

    public static async Task Parameters(Scene scene)
    {
        await scene.TableAsync("batched", "id INT PRIMARY KEY AUTO_INCREMENT, v INT");
        using MySqlConnection connection = await scene.OpenAsync();
        using MySqlBatch batch = Make(connection, "INSERT INTO batched (v) VALUES (@v)", "SELECT v + @w FROM batched", "SELECT ?");
        batch.BatchCommands[0].Parameters.AddWithValue("@v", 5);
        batch.BatchCommands[1].Parameters.AddWithValue("w", 10);
        batch.BatchCommands[2].Parameters.Add(new MySqlParameter { Value = "x" });
        await NoteAllAsync(scene, batch);
        batch.BatchCommands[1].Parameters.Clear();
        await NoteAllAsync(scene, batch);
        await scene.QueryAsync(connection, "SELECT COUNT(*) FROM batched");
    }

    public static async Task SecondCommandFails(Scene scene)
    {
        await scene.TableAsync("batched", "id INT PRIMARY KEY");
        using MySqlConnection connection = await scene.OpenAsync();
        using MySqlBatch batch = Make(connection, "INSERT INTO batched VALUES (1)", "INSERT INTO batched VALUES (1)", "INSERT INTO batched VALUES (2)");
        await scene.TryAsync("non-query", () => NonQueryAsync(scene, batch));
        await scene.QueryAsync(connection, "SELECT GROUP_CONCAT(id) FROM batched");
        using MySqlBatch syntax = Make(connection, "SELECT 1", "nonsense", "SELECT 3");
        await NoteAllAsync(scene, syntax);
        await scene.TryAsync("scalar", () => ScalarAsync(scene, syntax));
        scene.Note("state", connection.State);
        await scene.QueryAsync(connection, "SELECT 5");
    }

    public static async Task FailingExceptionNamesNoCommand(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using MySqlBatch batch = Make(connection, "SELECT 1", "nonsense");
        try
        {
            await NonQueryAsync(scene, batch);
        }
        catch (MySqlException failed)
        {
            scene.Note("index", batch.BatchCommands.IndexOf((MySqlBatchCommand?)failed.BatchCommand!));
        }
    }

    public static async Task Prepared(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using MySqlBatch batch = Make(connection, "SELECT @a + 1", "SELECT @b");
        batch.BatchCommands[0].Parameters.AddWithValue("a", 1);
        batch.BatchCommands[1].Parameters.AddWithValue("b", "x");
        await scene.DoAsync("prepare", () => PrepareAsync(scene, batch));
        await NoteAllAsync(scene, batch);
        await scene.DoAsync("prepare again", () => PrepareAsync(scene, batch));
        batch.BatchCommands[1].Parameters[0].Value = 7;
        await NoteAllAsync(scene, batch);
        batch.BatchCommands.Add(new MySqlBatchCommand("SELECT 3"));
        await NoteAllAsync(scene, batch);
    }

    [Differs("prepared-lists")]
    public static async Task PrepareFails(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using MySqlBatch batch = Make(connection, "SELECT 1", "nonsense");
        await scene.DoAsync("prepare", () => PrepareAsync(scene, batch));
        batch.BatchCommands[1].CommandText = "SELECT 2";
        await NoteAllAsync(scene, batch);
        batch.BatchCommands[1].CommandType = CommandType.StoredProcedure;
        await scene.DoAsync("prepare a procedure", () => PrepareAsync(scene, batch));
    }

    public static async Task Procedures(Scene scene)
    {
        await scene.PrepareAsync("DROP PROCEDURE IF EXISTS batched_procedure; CREATE PROCEDURE batched_procedure(IN a INT, OUT b INT) BEGIN SET b = a * 2; SELECT a AS given; END");
        using MySqlConnection connection = await scene.OpenAsync();
        using var batch = new MySqlBatch(connection);
        var command = new MySqlBatchCommand("batched_procedure") { CommandType = CommandType.StoredProcedure };
        command.Parameters.AddWithValue("a", 4);
        command.Parameters.Add(new MySqlParameter("b", MySqlDbType.Int32) { Direction = ParameterDirection.Output });
        batch.BatchCommands.Add(command);
        batch.BatchCommands.Add(new MySqlBatchCommand("SELECT 9"));
        await NoteAllAsync(scene, batch);
        scene.Note("out", command.Parameters[1].Value);
    }

    public static async Task InATransaction(Scene scene)
    {
        await scene.TableAsync("batched", "id INT PRIMARY KEY");
        using MySqlConnection connection = await scene.OpenAsync();
        MySqlTransaction transaction = await scene.BeginAsync(connection);
        using MySqlBatch batch = Make(connection, "INSERT INTO batched VALUES (1)", "INSERT INTO batched VALUES (2)");
        await scene.TryAsync("without", () => NonQueryAsync(scene, batch));
        batch.Transaction = transaction;
        await scene.TryAsync("with", () => NonQueryAsync(scene, batch));
        await scene.DoAsync("rollback", () => scene.RollbackAsync(transaction));
        await scene.TryAsync("after", () => NonQueryAsync(scene, batch));
        await scene.QueryAsync(connection, "SELECT COUNT(*) FROM batched");
    }

    public static async Task Misuse(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var closed = new MySqlConnection(scene.ConnectionString);
        await TryAllAsync(scene, "no connection", Make(null, "SELECT 1"));
        await TryAllAsync(scene, "closed connection", Make(closed, "SELECT 1"));
        await TryAllAsync(scene, "no commands", Make(connection));
        await TryAllAsync(scene, "blank text", Make(connection, "SELECT 1", " "));
        MySqlBatch disposed = Make(connection, "SELECT 1");
        disposed.Dispose();
        await TryAllAsync(scene, "disposed", disposed);
        MySqlBatch twice = Make(connection, "SELECT 1");
        twice.BatchCommands.Add(twice.BatchCommands[0]);
        await TryAllAsync(scene, "the same twice", twice);
        MySqlBatch withNull = Make(connection, "SELECT 1");
        withNull.BatchCommands.Add(null!);
        await TryAllAsync(scene, "null command", withNull);
    }

    public static async Task WhileAReaderIsOpen(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using MySqlBatch batch = Make(connection, "SELECT 1", "SELECT 2");
        using MySqlDataReader reader = scene.Mode is CallMode.Sync ? batch.ExecuteReader() : await batch.ExecuteReaderAsync();
        using MySqlBatch other = Make(connection, "SELECT 3");
        await TryAllAsync(scene, "other", other);
        await scene.TryAsync("read", () => scene.ReadAsync(reader));
        await scene.TryAsync("next", () => scene.NextResultAsync(reader));
    }

    [Differs("negative-timeout")]
    public static async Task Properties(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync("Default Command Timeout=13");
        using MySqlBatch batch = connection.CreateBatch();
        scene.Note("can create", connection.CanCreateBatch);
        scene.Note("connection", ReferenceEquals(batch.Connection, connection));
        scene.Note("transaction", batch.Transaction);
        scene.Note("timeout", batch.Timeout);
        scene.Note("count", batch.BatchCommands.Count);
        scene.Note("command", batch.CreateBatchCommand().GetType());
        batch.Timeout = 4;
        scene.Note("timeout", batch.Timeout);
        scene.Do("negative timeout", () => batch.Timeout = -1);
        scene.Do("cancel", batch.Cancel);
        using DbBatch general = ((DbConnection)connection).CreateBatch();
        scene.Note("general", general.GetType());
        scene.Note("its connection", ReferenceEquals(general.Connection, connection));
        DbBatchCommand command = general.CreateBatchCommand();
        command.CommandText = "SELECT 8";
        general.BatchCommands.Add(command);
        await scene.TryAsync("scalar", async () => scene.Mode is CallMode.Sync ? general.ExecuteScalar() : await general.ExecuteScalarAsync());
        scene.Note("affected", command.RecordsAffected);
    }

    public static async Task Behaviours(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        foreach (CommandBehavior behavior in new[] { CommandBehavior.SingleResult, CommandBehavior.SequentialAccess, CommandBehavior.KeyInfo })
        {
            using MySqlBatch batch = Make(connection, "SELECT 1 AS a", "SELECT 2 AS b");
            await NoteAllAsync(scene, batch, behavior);
        }

        using MySqlBatch closing = Make(connection, "SELECT 1 AS a", "SELECT 2 AS b");
        using (MySqlDataReader reader = (MySqlDataReader)(scene.Mode is CallMode.Sync ? closing.ExecuteReader(CommandBehavior.CloseConnection) : await ((DbBatch)closing).ExecuteReaderAsync(CommandBehavior.CloseConnection)))
            await scene.NoteAllAsync(reader);

        scene.Note("state", connection.State);
    }

    private static MySqlBatch Make(MySqlConnection? connection, params string[] texts)
    {
        var batch = new MySqlBatch(connection);
        foreach (string text in texts)
            batch.BatchCommands.Add(new MySqlBatchCommand(text));

        return batch;
    }

    private static async Task<int> NonQueryAsync(Scene scene, MySqlBatch batch) =>
        scene.Mode is CallMode.Sync ? batch.ExecuteNonQuery() : await batch.ExecuteNonQueryAsync();

    private static async Task<object?> ScalarAsync(Scene scene, MySqlBatch batch) =>
        scene.Mode is CallMode.Sync ? batch.ExecuteScalar() : await batch.ExecuteScalarAsync();

    private static async Task PrepareAsync(Scene scene, MySqlBatch batch)
    {
        if (scene.Mode is CallMode.Sync)
            batch.Prepare();
        else
            await batch.PrepareAsync();
    }

    private static Task NoteAllAsync(Scene scene, MySqlBatch batch, CommandBehavior behavior = CommandBehavior.Default) => scene.DoAsync("batch", async () =>
    {
        using var reader = (MySqlDataReader)(scene.Mode is CallMode.Sync ? batch.ExecuteReader(behavior) : await ((DbBatch)batch).ExecuteReaderAsync(behavior));
        await scene.NoteAllAsync(reader);
    });

    private static async Task TryAllAsync(Scene scene, string label, MySqlBatch batch)
    {
        scene.Write(label);
        await NoteAllAsync(scene, batch);
        await scene.TryAsync("non-query", () => NonQueryAsync(scene, batch));
        await scene.TryAsync("scalar", () => ScalarAsync(scene, batch));
        await scene.DoAsync("prepare", () => PrepareAsync(scene, batch));
    }
}
