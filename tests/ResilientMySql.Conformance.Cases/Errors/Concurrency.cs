using MySqlConnector;

namespace ResilientMySql.Conformance.Cases.Errors;

/// <summary>One connection, two users at once.</summary>
public static class Concurrency
{
    public static async Task TwoCommandsAtOnce(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var slow = new MySqlCommand("SELECT SLEEP(0.6)", connection);
        using var quick = new MySqlCommand("SELECT 1", connection);
        Task<object?> running = Task.Run(() => scene.ScalarAsync(slow));
        await UntilRunningAsync(scene, connection);
        await scene.TryAsync("second", () => scene.ScalarAsync(quick));
        await scene.TryAsync("first", () => running);
        await scene.TryAsync("then", () => scene.ScalarAsync(quick));
    }

    public static async Task SameCommandTwiceAtOnce(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var slow = new MySqlCommand("SELECT SLEEP(0.6)", connection);
        Task<object?> running = Task.Run(() => scene.ScalarAsync(slow));
        await UntilRunningAsync(scene, connection);
        await scene.TryAsync("second", () => scene.ScalarAsync(slow));
        await scene.TryAsync("first", () => running);
    }

    public static async Task TextChangedWhileItRuns(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var slow = new MySqlCommand("SELECT SLEEP(0.6)", connection);
        Task<object?> running = Task.Run(() => scene.ScalarAsync(slow));
        await UntilRunningAsync(scene, connection);
        scene.Do("change text", () => slow.CommandText = "SELECT 2");
        await scene.TryAsync("first", () => running);
    }

    private static Task UntilRunningAsync(Scene scene, MySqlConnection connection) => scene.WaitForAsync(
        $"SELECT COUNT(*) FROM information_schema.processlist WHERE id = {connection.ServerThread} AND info LIKE '%SLEEP%'");
}
