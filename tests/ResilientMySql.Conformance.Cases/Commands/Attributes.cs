using MySqlConnector;

namespace ResilientMySql.Conformance.Cases.Commands;

/// <summary>Query attributes.</summary>
public static class Attributes
{
    public static async Task SetAndSent(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("SELECT 1", connection);
        command.Attributes.SetAttribute("one", "first");
        command.Attributes.SetAttribute("two", 2);
        command.Attributes.SetAttribute("one", "again");
        scene.Note("count", command.Attributes.Count);
        await scene.TryAsync("run", () => scene.ScalarAsync(command));
        await scene.DoAsync("prepare", () => scene.PrepareAsync(command));
        await scene.TryAsync("run prepared", () => scene.ScalarAsync(command));
        command.Attributes.Clear();
        await scene.TryAsync("run without", () => scene.ScalarAsync(command));
    }

    public static async Task WithParameters(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("SELECT @a", connection);
        command.Parameters.AddWithValue("a", 5);
        command.Attributes.SetAttribute("traceparent", "00-11-22-33");
        await scene.TryAsync("run", () => scene.ScalarAsync(command));
        await scene.DoAsync("prepare", () => scene.PrepareAsync(command));
        await scene.TryAsync("run prepared", () => scene.ScalarAsync(command));
    }
}
