using MySqlConnector;
using ResilientMySql.Conformance.Transcripts;

namespace ResilientMySql.Conformance.Cases.Errors;

/// <summary>Tokens, Cancel and CommandTimeout while the server is healthy.</summary>
public static class Cancellation
{
    /// <summary>Takes for ever, and ends with an error when it is interrupted, on both servers.</summary>
    private const string Slow = "SELECT COUNT(*) FROM information_schema.columns a, information_schema.columns b, information_schema.columns c WHERE SLEEP(0.01) = 0";

    [Differs("cancelled-token")]
    public static async Task TokenCancelledBefore(Scene scene)
    {
        await scene.TableAsync("never_written", "id INT");
        using MySqlConnection connection = await scene.OpenAsync();
        var token = new CancellationToken(canceled: true);
        using var command = new MySqlCommand("INSERT INTO never_written VALUES (1)", connection);
        await scene.TryAsync("non-query", () => command.ExecuteNonQueryAsync(token));
        await scene.TryAsync("scalar", () => command.ExecuteScalarAsync(token));
        await scene.DoAsync("reader", async () => await (await command.ExecuteReaderAsync(token)).CloseAsync());
        await scene.DoAsync("prepare", () => command.PrepareAsync(token));
        await scene.DoAsync("change database", () => connection.ChangeDatabaseAsync("information_schema", token));
        await scene.TryAsync("ping", () => connection.PingAsync(token));
        scene.Note("state", connection.State);
        await scene.AskAsync("SELECT COUNT(*) FROM never_written");
    }

    [Differs("cancelled-token")]
    public static async Task TokenCancelledWhileReading(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("SELECT 1 UNION ALL SELECT 2; SELECT 3", connection);
        using MySqlDataReader reader = await scene.ReaderAsync(command);
        await scene.TryAsync("read", () => reader.ReadAsync());
        await scene.TryAsync("read", () => reader.ReadAsync(new CancellationToken(canceled: true)));
        await scene.TryAsync("next", () => reader.NextResultAsync(new CancellationToken(canceled: true)));
        await scene.DoAsync("close", () => scene.CloseAsync(reader));
        scene.Note("state", connection.State);
        await scene.QueryAsync(connection, "SELECT 5");
    }

    public static Task TokenDuringNonQuery(Scene scene) => DuringAsync(scene, static (command, token) => command.ExecuteNonQueryAsync(token));

    public static Task TokenDuringScalar(Scene scene) => DuringAsync(scene, static (command, token) => command.ExecuteScalarAsync(token));

    public static Task TokenDuringReader(Scene scene) => DuringAsync(scene, static async (command, token) =>
    {
        using MySqlDataReader reader = await command.ExecuteReaderAsync(token);
        return await reader.ReadAsync(token);
    });

    public static async Task TokenDuringAPreparedOne(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand(Slow, connection);
        await scene.PrepareAsync(command);
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await scene.TryAsync("slow", () => command.ExecuteScalarAsync(source.Token));
        await AfterwardsAsync(scene, connection);
    }

    public static async Task TokenDuringSleep(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("SELECT SLEEP(20)", connection);
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await scene.TryAsync("sleep", () => command.ExecuteScalarAsync(source.Token));
        await AfterwardsAsync(scene, connection);
    }

    public static async Task TokenDuringABatch(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var batch = new MySqlBatch(connection);
        batch.BatchCommands.Add(new MySqlBatchCommand("SELECT 1"));
        batch.BatchCommands.Add(new MySqlBatchCommand(Slow));
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await scene.TryAsync("slow", () => batch.ExecuteNonQueryAsync(source.Token));
        await AfterwardsAsync(scene, connection);
    }

    public static async Task TokenDuringAWrite(Scene scene)
    {
        await scene.TableAsync("cancelled_write", "id INT PRIMARY KEY, v INT", "(1, 0), (2, 0)");
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("UPDATE cancelled_write SET v = 1 WHERE SLEEP(5) = 0", connection);
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await scene.TryAsync("update", () => command.ExecuteNonQueryAsync(source.Token));
        await AfterwardsAsync(scene, connection);
    }

    public static async Task TokenInATransaction(Scene scene)
    {
        await scene.TableAsync("cancelled_tx", "id INT PRIMARY KEY");
        using MySqlConnection connection = await scene.OpenAsync();
        MySqlTransaction transaction = await scene.BeginAsync(connection);
        await scene.RunAsync(connection, "INSERT INTO cancelled_tx VALUES (1)", transaction);
        using var command = new MySqlCommand(Slow, connection, transaction);
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await scene.TryAsync("slow", () => command.ExecuteScalarAsync(source.Token));
        await scene.RunAsync(connection, "INSERT INTO cancelled_tx VALUES (2)", transaction);
        await scene.DoAsync("commit", () => scene.CommitAsync(transaction));
        await scene.QueryAsync(connection, "SELECT COUNT(*) FROM cancelled_tx");
    }

    public static async Task TokenCancelledAfterTheEnd(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var source = new CancellationTokenSource();
        using var command = new MySqlCommand("SELECT 1", connection);
        await scene.TryAsync("run", () => command.ExecuteScalarAsync(source.Token));
        await source.CancelAsync();
        await AfterwardsAsync(scene, connection);
    }

    public static async Task CancelFromAnotherThread(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand(Slow, connection);
        Task cancelling = CancelWhenRunningAsync(scene, connection, command);
        await scene.TryAsync("slow", () => scene.ScalarAsync(command));
        await cancelling;
        await AfterwardsAsync(scene, connection);
        await scene.TryAsync("cancel again", async () =>
        {
            await Task.Run(command.Cancel);
            return 0;
        });
        await AfterwardsAsync(scene, connection);
    }

    public static async Task CancelWhileReading(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("SELECT 1; " + Slow, connection);
        using MySqlDataReader reader = await scene.ReaderAsync(command);
        await scene.TryAsync("read", () => scene.ReadAsync(reader));
        Task cancelling = CancelWhenRunningAsync(scene, connection, command);
        await scene.DoAsync("the rest", () => ReadNextAsync(scene, reader));
        await cancelling;
        await scene.DoAsync("close", () => scene.CloseAsync(reader));
        await AfterwardsAsync(scene, connection);
    }

    public static async Task CancelOfSomethingElse(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var idle = new MySqlCommand("SELECT 1", connection);
        using var running = new MySqlCommand("SELECT SLEEP(0.5)", connection);
        Task<object?> sleeping = Task.Run(() => scene.ScalarAsync(running));
        await WaitUntilRunningAsync(scene, connection);
        scene.Do("cancel", idle.Cancel);
        await scene.TryAsync("the other", () => sleeping);
    }

    public static async Task CancelBeforeAndAfter(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("SELECT 1", connection);
        scene.Do("cancel", command.Cancel);
        await scene.TryAsync("run", () => scene.ScalarAsync(command));
        scene.Do("cancel", command.Cancel);
        await AfterwardsAsync(scene, connection);
    }

    // In transactions, where a busy server gets as long to stop a statement as the driver gives it: outside, a deadline is kept.
    public static async Task CommandTimeout(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using MySqlTransaction transaction = await scene.BeginAsync(connection);
        using var command = new MySqlCommand(Slow, connection, transaction) { CommandTimeout = 1 };
        await scene.TryAsync("slow", () => scene.ScalarAsync(command));
        await AfterwardsAsync(scene, connection, transaction);
        command.CommandText = "SELECT 2";
        await scene.TryAsync("quick", () => scene.ScalarAsync(command));
    }

    public static async Task CommandTimeoutOfASleep(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync("Default Command Timeout=1");
        using MySqlTransaction transaction = await scene.BeginAsync(connection);
        await scene.QueryAsync(connection, "SELECT SLEEP(20)", transaction);
        await AfterwardsAsync(scene, connection, transaction);
    }

    public static async Task CommandTimeoutWhileReading(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using MySqlTransaction transaction = await scene.BeginAsync(connection);
        using var command = new MySqlCommand("SELECT 1; " + Slow, connection, transaction) { CommandTimeout = 1 };
        using MySqlDataReader reader = await scene.ReaderAsync(command);
        await scene.TryAsync("read", () => scene.ReadAsync(reader));
        await scene.DoAsync("the rest", () => ReadNextAsync(scene, reader));
        await scene.DoAsync("close", () => scene.CloseAsync(reader));
        await AfterwardsAsync(scene, connection, transaction);
    }

    public static async Task CommandTimeoutOfABatch(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using MySqlTransaction transaction = await scene.BeginAsync(connection);
        using var batch = new MySqlBatch(connection, transaction) { Timeout = 1 };
        batch.BatchCommands.Add(new MySqlBatchCommand(Slow));
        await scene.TryAsync("slow", async () => scene.Mode is CallMode.Sync ? batch.ExecuteNonQuery() : await batch.ExecuteNonQueryAsync());
        await AfterwardsAsync(scene, connection, transaction);
    }

    public static async Task CommandTimeoutInATransaction(Scene scene)
    {
        await scene.TableAsync("timed_tx", "id INT PRIMARY KEY");
        using MySqlConnection connection = await scene.OpenAsync();
        MySqlTransaction transaction = await scene.BeginAsync(connection);
        await scene.RunAsync(connection, "INSERT INTO timed_tx VALUES (1)", transaction);
        using var command = new MySqlCommand(Slow, connection, transaction) { CommandTimeout = 1 };
        await scene.TryAsync("slow", () => scene.ScalarAsync(command));
        await scene.DoAsync("commit", () => scene.CommitAsync(transaction));
        await scene.QueryAsync(connection, "SELECT COUNT(*) FROM timed_tx");
    }

    public static async Task CommandTimeoutOfALockWait(Scene scene)
    {
        await scene.TableAsync("timed_lock", "id INT PRIMARY KEY, v INT", "(1, 0)");
        using MySqlConnection holder = await scene.OpenAsync();
        using MySqlConnection waiter = await scene.OpenAsync();
        MySqlTransaction holding = await scene.BeginAsync(holder);
        await scene.ExecuteAsync(holder, "UPDATE timed_lock SET v = 1", holding);
        using MySqlTransaction waiting = await scene.BeginAsync(waiter);
        using var command = new MySqlCommand("UPDATE timed_lock SET v = 2", waiter, waiting) { CommandTimeout = 1 };
        await scene.TryAsync("waiting", () => scene.NonQueryAsync(command));
        await AfterwardsAsync(scene, waiter, waiting);
        await scene.RollbackAsync(holding);
    }

    private static async Task DuringAsync<T>(Scene scene, Func<MySqlCommand, CancellationToken, Task<T>> run)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand(Slow, connection);
        using var source = new CancellationTokenSource();
        Task cancelling = Task.Run(async () =>
        {
            await WaitUntilRunningAsync(scene, connection);
            await source.CancelAsync();
        });
        await scene.TryAsync("slow", () => run(command, source.Token));
        await cancelling;
        await AfterwardsAsync(scene, connection);
    }

    /// <summary>Together: whether the columns have come before the server is stopped is a matter of luck.</summary>
    private static async Task ReadNextAsync(Scene scene, MySqlDataReader reader)
    {
        if (!await scene.NextResultAsync(reader))
            return;

        while (await scene.ReadAsync(reader))
        {
        }
    }

    private static Task CancelWhenRunningAsync(Scene scene, MySqlConnection connection, MySqlCommand command) => Task.Run(async () =>
    {
        await WaitUntilRunningAsync(scene, connection);
        command.Cancel();
    });

    private static Task WaitUntilRunningAsync(Scene scene, MySqlConnection connection) => scene.WaitForAsync(
        $"SELECT COUNT(*) FROM information_schema.processlist WHERE id = {connection.ServerThread} AND info LIKE '%SLEEP%'");

    private static async Task AfterwardsAsync(Scene scene, MySqlConnection connection, MySqlTransaction? transaction = null)
    {
        scene.Note("state", connection.State);
        await scene.QueryAsync(connection, "SELECT 'afterwards'", transaction);
    }
}
