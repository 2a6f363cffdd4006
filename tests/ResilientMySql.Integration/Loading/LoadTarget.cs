using System.Data;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Loading;

/// <summary>A server that takes files from clients, with an empty table, which counts double what is loaded twice.</summary>
internal sealed class LoadTarget : IAsyncDisposable
{
    private readonly RentedServer _rented;

    private LoadTarget(RentedServer rented) => _rented = rented;

    public TestServer Server => _rented.Server;

    public string ConnectionString => Server.ConnectionString + ";Allow Load Local Infile=true";

    public static async Task<LoadTarget> StartAsync(ServerEngine engine)
    {
        RentedServer rented = await ServerPool.RentAsync(engine);
        Skip.IfNot(rented.Server.CanControl, "The server is external: it cannot be told to take files.");
        await rented.Server.ExecuteAsync("SET GLOBAL local_infile = 1");
        await rented.Server.ExecuteAsync($"DROP TABLE IF EXISTS {rented.Server.Database}.loaded");
        await rented.Server.ExecuteAsync($"CREATE TABLE {rented.Server.Database}.loaded (id INT NOT NULL, name VARCHAR(200), UNIQUE KEY (name))");
        return new LoadTarget(rented);
    }

    public static ResilientMySqlBulkCopy Copy(ResilientMySqlConnection connection, ResilientMySqlTransaction? transaction = null) =>
        new(connection, transaction) { DestinationTableName = "loaded" };

    /// <summary>Rows whose names are null, so that the table takes them twice; or unique ones.</summary>
    public static DataTable Rows(int count, bool named = false)
    {
        var table = new DataTable { Columns = { { "id", typeof(int) }, { "name", typeof(string) } } };
        for (int i = 1; i <= count; i++)
            table.Rows.Add(i, named ? $"name {i}" : null);

        return table;
    }

    /// <summary>The same few rows for ever, but for what happens before the one of that number.</summary>
    public static IEnumerable<DataRow> Endless(int number, Action happens, int last = int.MaxValue)
    {
        DataTable table = Rows(100);
        for (int i = 0; i < last; i++)
        {
            if (i == number)
                happens();

            yield return table.Rows[i % 100];
        }
    }

    public Task<long> CountAsync() => Server.QueryAsync<long>($"SELECT COUNT(*) FROM {Server.Database}.loaded");

    public async ValueTask DisposeAsync()
    {
        if (Server.IsRunning)
        {
            Server.Thaw();
            await Server.ExecuteAsync("SET GLOBAL local_infile = DEFAULT");
            await Server.ExecuteAsync($"DROP TABLE IF EXISTS {Server.Database}.loaded");
        }

        await _rented.DisposeAsync();
    }
}
