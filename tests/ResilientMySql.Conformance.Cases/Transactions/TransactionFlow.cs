using System.Data;
using MySqlConnector;
using ResilientMySql.Conformance.Transcripts;

namespace ResilientMySql.Conformance.Cases.Transactions;

/// <summary>Beginning, ending, and everything in the wrong order.</summary>
public static class TransactionFlow
{
    public static async Task Commit(Scene scene)
    {
        using MySqlConnection connection = await MakeAsync(scene);
        MySqlTransaction transaction = await scene.BeginAsync(connection);
        scene.Note("connection", ReferenceEquals(transaction.Connection, connection));
        scene.Note("level", transaction.IsolationLevel);
        await scene.RunAsync(connection, "INSERT INTO flow_tx VALUES (1)", transaction);
        await scene.AskAsync("SELECT COUNT(*) FROM flow_tx");
        await scene.DoAsync("commit", () => scene.CommitAsync(transaction));
        await scene.AskAsync("SELECT COUNT(*) FROM flow_tx");
        scene.Note("connection", transaction.Connection);
        scene.Note("level", transaction.IsolationLevel);
        await EndAgainAsync(scene, transaction);
    }

    public static async Task Rollback(Scene scene)
    {
        using MySqlConnection connection = await MakeAsync(scene);
        MySqlTransaction transaction = await scene.BeginAsync(connection);
        await scene.RunAsync(connection, "INSERT INTO flow_tx VALUES (1)", transaction);
        await scene.DoAsync("rollback", () => scene.RollbackAsync(transaction));
        await scene.AskAsync("SELECT COUNT(*) FROM flow_tx");
        scene.Note("connection", transaction.Connection);
        await EndAgainAsync(scene, transaction);
    }

    public static async Task DisposeRollsBack(Scene scene)
    {
        using MySqlConnection connection = await MakeAsync(scene);
        MySqlTransaction transaction = await scene.BeginAsync(connection);
        await scene.RunAsync(connection, "INSERT INTO flow_tx VALUES (1)", transaction);
        await scene.DoAsync("dispose", () => scene.DisposeAsync(transaction));
        await scene.AskAsync("SELECT COUNT(*) FROM flow_tx");
        scene.Note("connection", transaction.Connection);
        await EndAgainAsync(scene, transaction);
        await scene.RunAsync(connection, "INSERT INTO flow_tx VALUES (2)");
    }

    public static async Task Nested(Scene scene)
    {
        using MySqlConnection connection = await MakeAsync(scene);
        MySqlTransaction transaction = await scene.BeginAsync(connection);
        await scene.RunAsync(connection, "INSERT INTO flow_tx VALUES (1)", transaction);
        await scene.DoAsync("begin again", () => scene.BeginAsync(connection));
        await scene.RunAsync(connection, "INSERT INTO flow_tx VALUES (2)", transaction);
        await scene.DoAsync("commit", () => scene.CommitAsync(transaction));
        await scene.DoAsync("begin after commit", () => scene.BeginAsync(connection));
    }

    public static async Task WhenNotOpen(Scene scene)
    {
        using var connection = new MySqlConnection(scene.ConnectionString);
        await scene.DoAsync("never opened", () => scene.BeginAsync(connection));
        await scene.OpenAsync(connection);
        await scene.CloseAsync(connection);
        await scene.DoAsync("closed", () => scene.BeginAsync(connection));
        await scene.DisposeAsync(connection);
        await scene.DoAsync("disposed", () => scene.BeginAsync(connection));
    }

    public static async Task AfterTheConnectionWasReopened(Scene scene)
    {
        using MySqlConnection connection = await MakeAsync(scene);
        MySqlTransaction transaction = await scene.BeginAsync(connection);
        await scene.RunAsync(connection, "INSERT INTO flow_tx VALUES (1)", transaction);
        await scene.CloseAsync(connection);
        await scene.OpenAsync(connection);
        await scene.RunAsync(connection, "INSERT INTO flow_tx VALUES (2)", transaction);
        await EndAgainAsync(scene, transaction);
        await scene.RunAsync(connection, "INSERT INTO flow_tx VALUES (3)");
        await scene.AskAsync("SELECT GROUP_CONCAT(id) FROM flow_tx");
    }

    public static async Task AfterTheConnectionWasDisposed(Scene scene)
    {
        MySqlConnection connection = await MakeAsync(scene);
        MySqlTransaction transaction = await scene.BeginAsync(connection);
        await scene.RunAsync(connection, "INSERT INTO flow_tx VALUES (1)", transaction);
        await scene.DisposeAsync(connection);
        await EndAgainAsync(scene, transaction);
        await scene.AskAsync("SELECT COUNT(*) FROM flow_tx");
    }

    public static async Task IsolationLevels(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync("Ignore Command Transaction=true");
        string variable = scene.IsMySql ? "@@transaction_isolation" : "@@tx_isolation";
        foreach (IsolationLevel level in Enum.GetValues<IsolationLevel>())
        {
            scene.Write("level " + level);
            using MySqlTransaction? transaction = await scene.TryAsync("begin", () => scene.BeginAsync(connection, level));
            scene.Note("level", transaction?.IsolationLevel);
            await scene.QueryAsync(connection, "SELECT " + variable);
            if (transaction is not null)
                await scene.CommitAsync(transaction);

            await scene.QueryAsync(connection, "SELECT " + variable);
        }
    }

    public static async Task IsolationLevelAfterReopening(Scene scene)
    {
        string variable = scene.IsMySql ? "@@transaction_isolation" : "@@tx_isolation";
        using MySqlConnection connection = await scene.OpenAsync();
        using (MySqlTransaction transaction = await scene.BeginAsync(connection, IsolationLevel.Serializable))
            await scene.CommitAsync(transaction);

        await scene.QueryAsync(connection, "SELECT " + variable);
        await scene.CloseAsync(connection);
        await scene.OpenAsync(connection);
        await scene.QueryAsync(connection, "SELECT " + variable);
    }

    public static async Task ReadOnly(Scene scene)
    {
        using MySqlConnection connection = await MakeAsync(scene);
        foreach (bool isReadOnly in new[] { true, false })
        {
            MySqlTransaction transaction = await BeginAsync(scene, connection, IsolationLevel.Unspecified, isReadOnly);
            await scene.RunAsync(connection, "INSERT INTO flow_tx VALUES (1)", transaction);
            await scene.QueryAsync(connection, "SELECT COUNT(*) FROM flow_tx", transaction);
            await scene.DoAsync("commit", () => scene.CommitAsync(transaction));
        }

        MySqlTransaction snapshot = await BeginAsync(scene, connection, IsolationLevel.Snapshot, true);
        await scene.RunAsync(connection, "DELETE FROM flow_tx", snapshot);
        await scene.DoAsync("dispose", () => scene.DisposeAsync(snapshot));
        await scene.RunAsync(connection, "DELETE FROM flow_tx");
    }

    public static async Task SnapshotSeesOnlyTheStart(Scene scene)
    {
        using MySqlConnection connection = await MakeAsync(scene);
        using MySqlTransaction transaction = await scene.BeginAsync(connection, IsolationLevel.Snapshot);
        await scene.PrepareAsync("INSERT INTO flow_tx VALUES (9)");
        await scene.QueryAsync(connection, "SELECT COUNT(*) FROM flow_tx", transaction);
        await scene.DoAsync("commit", () => scene.CommitAsync(transaction));
        await scene.QueryAsync(connection, "SELECT COUNT(*) FROM flow_tx");
    }

    public static async Task WithAnOpenReader(Scene scene)
    {
        using MySqlConnection connection = await MakeAsync(scene);
        MySqlTransaction transaction = await scene.BeginAsync(connection);
        using var command = new MySqlCommand("SELECT 1", connection, transaction);
        MySqlDataReader reader = await scene.ReaderAsync(command);
        await scene.DoAsync("commit", () => scene.CommitAsync(transaction));
        await scene.CloseAsync(reader);
        scene.Note("connection", ReferenceEquals(transaction.Connection, connection));
        await scene.DoAsync("commit", () => scene.CommitAsync(transaction));
    }

    public static async Task BegunByText(Scene scene)
    {
        using MySqlConnection connection = await MakeAsync(scene);
        await scene.RunAsync(connection, "START TRANSACTION");
        await scene.RunAsync(connection, "INSERT INTO flow_tx VALUES (1)");
        await scene.RunAsync(connection, "ROLLBACK");
        await scene.QueryAsync(connection, "SELECT COUNT(*) FROM flow_tx");
        await scene.RunAsync(connection, "SET autocommit = 0");
        await scene.RunAsync(connection, "INSERT INTO flow_tx VALUES (2)");
        await scene.RunAsync(connection, "COMMIT");
        await scene.RunAsync(connection, "SET autocommit = 1");
        await scene.QueryAsync(connection, "SELECT COUNT(*) FROM flow_tx");
    }

    [Differs("begin-over-text")]
    public static async Task BegunByAnObjectOverATextualOne(Scene scene)
    {
        using MySqlConnection connection = await MakeAsync(scene);
        await scene.RunAsync(connection, "START TRANSACTION");
        await scene.RunAsync(connection, "INSERT INTO flow_tx VALUES (1)");
        MySqlTransaction? transaction = await scene.TryAsync("begin", () => scene.BeginAsync(connection));
        if (transaction is not null)
            await scene.DoAsync("rollback", () => scene.RollbackAsync(transaction));

        await scene.AskAsync("SELECT COUNT(*) FROM flow_tx");
    }

    public static async Task EndedByText(Scene scene)
    {
        using MySqlConnection connection = await MakeAsync(scene);
        MySqlTransaction transaction = await scene.BeginAsync(connection);
        await scene.RunAsync(connection, "INSERT INTO flow_tx VALUES (1)", transaction);
        await scene.RunAsync(connection, "COMMIT", transaction);
        await scene.AskAsync("SELECT COUNT(*) FROM flow_tx");
        await scene.RunAsync(connection, "INSERT INTO flow_tx VALUES (2)", transaction);
        await scene.DoAsync("rollback", () => scene.RollbackAsync(transaction));
        await scene.AskAsync("SELECT COUNT(*) FROM flow_tx");
    }

    public static async Task EndedByDdl(Scene scene)
    {
        using MySqlConnection connection = await MakeAsync(scene);
        MySqlTransaction transaction = await scene.BeginAsync(connection);
        await scene.RunAsync(connection, "INSERT INTO flow_tx VALUES (1)", transaction);
        await scene.RunAsync(connection, "CREATE TABLE IF NOT EXISTS flow_tx2 (id INT)", transaction);
        await scene.DoAsync("rollback", () => scene.RollbackAsync(transaction));
        await scene.AskAsync("SELECT COUNT(*) FROM flow_tx");
    }

    public static async Task CancelledTokens(Scene scene)
    {
        using MySqlConnection connection = await MakeAsync(scene);
        var cancelled = new CancellationToken(canceled: true);
        MySqlTransaction transaction = await scene.BeginAsync(connection);
        await scene.RunAsync(connection, "INSERT INTO flow_tx VALUES (1)", transaction);
        await scene.DoAsync("commit", () => transaction.CommitAsync(cancelled));
        scene.Note("connection", ReferenceEquals(transaction.Connection, connection));
        await scene.DoAsync("commit", () => scene.CommitAsync(transaction));
        await scene.AskAsync("SELECT COUNT(*) FROM flow_tx");
    }

    [Differs("cancelled-token")]
    public static async Task BeginWithACancelledToken(Scene scene)
    {
        using MySqlConnection connection = await MakeAsync(scene);
        await scene.DoAsync("begin", async () => await connection.BeginTransactionAsync(new CancellationToken(canceled: true)));
        await scene.DoAsync("begin", () => scene.BeginAsync(connection));
    }

    private static async Task<MySqlConnection> MakeAsync(Scene scene)
    {
        await scene.TableAsync("flow_tx", "id INT PRIMARY KEY");
        return await scene.OpenAsync();
    }

    private static async Task EndAgainAsync(Scene scene, MySqlTransaction transaction)
    {
        await scene.DoAsync("commit again", () => scene.CommitAsync(transaction));
        await scene.DoAsync("rollback again", () => scene.RollbackAsync(transaction));
        await scene.DoAsync("dispose again", () => scene.DisposeAsync(transaction));
        await scene.DoAsync("commit disposed", () => scene.CommitAsync(transaction));
        await scene.DoAsync("rollback disposed", () => scene.RollbackAsync(transaction));
    }

    private static async Task<MySqlTransaction> BeginAsync(Scene scene, MySqlConnection connection, IsolationLevel level, bool isReadOnly) =>
        scene.Mode is CallMode.Sync ? connection.BeginTransaction(level, isReadOnly) : await connection.BeginTransactionAsync(level, isReadOnly);
}
