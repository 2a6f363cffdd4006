using MySqlConnector;

namespace ResilientMySql.Conformance.Cases.Connections;

/// <summary>Ping and ResetConnection.</summary>
public static class Pinging
{
    public static async Task Ping(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        scene.Watch(connection);
        await scene.TryAsync("ping", () => scene.PingAsync(connection));
        scene.Note("state", connection.State);
    }

    public static async Task PingInsideATransaction(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using MySqlTransaction transaction = await scene.BeginAsync(connection);
        await scene.TryAsync("ping", () => scene.PingAsync(connection));
        await scene.DoAsync("commit", () => scene.CommitAsync(transaction));
    }

    public static async Task PingWhenNotOpen(Scene scene)
    {
        using var connection = new MySqlConnection(scene.ConnectionString);
        scene.Watch(connection);
        await scene.TryAsync("never opened", () => scene.PingAsync(connection));
        await scene.OpenAsync(connection);
        await scene.CloseAsync(connection);
        await scene.TryAsync("closed", () => scene.PingAsync(connection));
        await scene.DisposeAsync(connection);
        await scene.TryAsync("disposed", () => scene.PingAsync(connection));
        scene.Note("state", connection.State);
    }

    public static async Task Reset(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync("Allow User Variables=true");
        await scene.RunAsync(connection, "SET @tag = 5");
        await scene.RunAsync(connection, "CREATE TEMPORARY TABLE gone_after_reset (id INT)");
        await scene.DoAsync("reset", () => connection.ResetConnectionAsync().AsTask());
        await scene.QueryAsync(connection, "SELECT @tag");
        await scene.RunAsync(connection, "SELECT * FROM gone_after_reset");
        scene.Note("state", connection.State);
    }

    public static async Task ResetWhenNotOpen(Scene scene)
    {
        using var connection = new MySqlConnection(scene.ConnectionString);
        await scene.DoAsync("never opened", () => connection.ResetConnectionAsync().AsTask());
        await scene.OpenAsync(connection);
        await scene.CloseAsync(connection);
        await scene.DoAsync("closed", () => connection.ResetConnectionAsync().AsTask());
    }
}
