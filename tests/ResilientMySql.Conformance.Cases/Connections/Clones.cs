using MySqlConnector;

namespace ResilientMySql.Conformance.Cases.Connections;

/// <summary>Clone and CloneWith.</summary>
public static class Clones
{
    public static async Task OfANewOne(Scene scene)
    {
        using var connection = new MySqlConnection(scene.ConnectionString);
        using MySqlConnection clone = connection.Clone();
        scene.Note("same text", clone.ConnectionString == connection.ConnectionString);
        scene.Note("state", clone.State);
        await scene.DoAsync("open", () => scene.OpenAsync(clone));
        scene.Note("original", connection.State);
        scene.Note("through the interface", ((ICloneable)connection).Clone().GetType());
    }

    public static async Task OfAnOpenOne(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using MySqlConnection clone = connection.Clone();
        scene.Note("state", clone.State);
        scene.Note("hides the password", !clone.ConnectionString.Contains("assword", StringComparison.Ordinal));
        await scene.DoAsync("open", () => scene.OpenAsync(clone));
        await scene.QueryAsync(clone, "SELECT DATABASE()");
        scene.Note("another session", clone.ServerThread != connection.ServerThread);
    }

    public static async Task OfAChangedOne(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        await scene.ChangeDatabaseAsync(connection, "information_schema");
        using MySqlConnection clone = connection.Clone();
        scene.Note("database", clone.Database);
        await scene.CloseAsync(connection);
        using MySqlConnection late = connection.Clone();
        await scene.DoAsync("open", () => scene.OpenAsync(late));
    }

    public static async Task OfADisposedOne(Scene scene)
    {
        MySqlConnection connection = await scene.OpenAsync();
        await scene.DisposeAsync(connection);
        using MySqlConnection clone = connection.Clone();
        await scene.DoAsync("open", () => scene.OpenAsync(clone));
    }

    public static async Task HandlersAreNotCloned(Scene scene)
    {
        using var connection = new MySqlConnection(scene.ConnectionString);
        scene.Watch(connection);
        using MySqlConnection clone = connection.Clone();
        await scene.OpenAsync(clone);
        scene.Note("state", clone.State);
    }

    public static async Task WithAnotherConnectionString(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using MySqlConnection other = connection.CloneWith($"Server={connection.DataSource};Port=1;User ID=x");
        scene.Note("source", other.DataSource);
        scene.Note("text", other.ConnectionString.Contains("assword", StringComparison.Ordinal));
        string publicText = connection.ConnectionString;
        using MySqlConnection same = connection.CloneWith(publicText + ";Application Name=cloned");
        scene.Note("hides the password", !same.ConnectionString.Contains("assword", StringComparison.Ordinal));
        await scene.DoAsync("open", () => scene.OpenAsync(same));
        scene.Do("null", () => connection.CloneWith(null!));
        scene.Do("nonsense", () => connection.CloneWith("Nonsense=1"));
    }
}
