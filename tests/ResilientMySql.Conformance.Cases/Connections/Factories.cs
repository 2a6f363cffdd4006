using System.Data.Common;
using MySqlConnector;
using ResilientMySql.Conformance.Transcripts;

namespace ResilientMySql.Conformance.Cases.Connections;

/// <summary>DbProviderFactory and DbDataSource.</summary>
public static class Factories
{
    public static async Task Factory(Scene scene)
    {
        DbProviderFactory factory = MySqlConnectorFactory.Instance;
        scene.Note("connection", factory.CreateConnection()?.GetType());
        scene.Note("command", factory.CreateCommand()?.GetType());
        scene.Note("parameter", factory.CreateParameter()?.GetType());
        scene.Note("string builder", factory.CreateConnectionStringBuilder()?.GetType());
        scene.Note("can batch", factory.CanCreateBatch);
        scene.Note("batch", factory.CreateBatch().GetType());
        scene.Note("batch command", factory.CreateBatchCommand().GetType());
        scene.Note("can adapter", factory.CanCreateDataAdapter);
        scene.Note("can command builder", factory.CanCreateCommandBuilder);
        scene.Note("can enumerate", factory.CanCreateDataSourceEnumerator);
        scene.Note("enumerator", factory.CreateDataSourceEnumerator());
        using DbDataSource source = factory.CreateDataSource(scene.ConnectionString);
        scene.Note("data source", source.GetType());
        using DbConnection connection = scene.Mode is CallMode.Sync ? source.OpenConnection() : await source.OpenConnectionAsync();
        scene.Note("from it", connection.GetType());
    }

    [Differs("data-source")]
    public static async Task DataSource(Scene scene)
    {
        using var source = new MySqlDataSource(scene.ConnectionString);
        scene.Note("hides the password", !source.ConnectionString.Contains("assword", StringComparison.Ordinal));
        using MySqlConnection created = source.CreateConnection();
        scene.Note("created", created.State);
        scene.Do("set its connection string", () => created.ConnectionString = "Server=elsewhere");
        using MySqlConnection opened = scene.Mode is CallMode.Sync ? source.OpenConnection() : await source.OpenConnectionAsync();
        scene.Note("opened", opened.State);
        await scene.QueryAsync(opened, "SELECT 1");
        using DbCommand command = source.CreateCommand("SELECT 2");
        scene.Note("command", command.CommandText);
        await scene.TryAsync("run", () => scene.ScalarAsync(command));
        await scene.TryAsync("run again", () => scene.ScalarAsync(command));
        scene.Try("its connection", () => command.Connection?.State);
        scene.Do("its transaction", () => _ = command.Transaction);
        using DbBatch batch = source.CreateBatch();
        scene.Note("batch", batch.BatchCommands.Count);
    }

    [Differs("data-source")]
    public static async Task DataSourceDisposed(Scene scene)
    {
        var source = new MySqlDataSource(scene.ConnectionString);
        MySqlConnection before = scene.Mode is CallMode.Sync ? source.OpenConnection() : await source.OpenConnectionAsync();
        if (scene.Mode is CallMode.Sync)
            source.Dispose();
        else
            await source.DisposeAsync();

        await scene.QueryAsync(before, "SELECT 1");
        await scene.DoAsync("close", () => scene.CloseAsync(before));
        await scene.DoAsync("open again", () => scene.OpenAsync(before));
        scene.Try("create", () => source.CreateConnection().State);
        scene.Do("open", () => source.OpenConnection());
        scene.Try("connection string", () => source.ConnectionString.Length > 0);
        scene.Do("dispose again", source.Dispose);
    }

    public static async Task DataSourceOfABadConnectionString(Scene scene)
    {
        scene.Do("null", () => new MySqlDataSource(null!).Dispose());
        scene.Do("unknown keyword", () => new MySqlDataSource("Nonsense=1").Dispose());
        scene.Do("empty", () => new MySqlDataSource("").Dispose());
        await Task.CompletedTask;
    }

    public static async Task ClearingPools(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync("Application Name=cleared");
        scene.Do("clear", () => MySqlConnection.ClearPool(connection));
        await scene.DoAsync("clear", () => MySqlConnection.ClearPoolAsync(connection));
        await scene.QueryAsync(connection, "SELECT 1");
        scene.Do("null", () => MySqlConnection.ClearPool(null!));
        scene.Do("never opened", () => MySqlConnection.ClearPool(new MySqlConnection(scene.ConnectionString + ";Application Name=never opened")));
        scene.Do("bad", () => MySqlConnection.ClearPool(new MySqlConnection("Nonsense=1")));
    }
}
