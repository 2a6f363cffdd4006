using MySqlConnector;
using ResilientMySql.Benchmarks.Processes;
using ResilientMySql.TestServers;

namespace ResilientMySql.Benchmarks.Servers;

/// <summary>A server of our own with Sakila's cities and an index on their names, and nobody else on it.</summary>
internal sealed class BenchmarkServer : IAsyncDisposable
{
    private const string IndexName = "idx_city";

    /// <summary>More connections than all contenders together have.</summary>
    private static readonly TestServerOptions Options = new() { ServerArguments = ["--max-connections=2000"] };

    private readonly TestServer _server;

    private BenchmarkServer(TestServer server, IReadOnlyList<City> cities, CommandCounter counter)
    {
        _server = server;
        Cities = cities;
        Counter = counter;
    }

    public ServerEngine Engine => _server.Engine;

    public string Version => $"{_server.Engine} {_server.Version}";

    /// <summary>Without TLS, which only one of the two servers has from the start, and which would be measured with the rest.</summary>
    public string ConnectionString => PlainConnectionString(_server);

    /// <summary>The TCP port on 127.0.0.1.</summary>
    public int Port => _server.Port;

    /// <summary>What it has used of the processor; null where it is not ours.</summary>
    public TimeSpan? Cpu => _server.CanControl ? ProcessTree.CpuOf(_server.ProcessId) : null;

    /// <summary>The cities to ask for.</summary>
    public IReadOnlyList<City> Cities { get; }

    /// <summary>Until the server is killed for the first time.</summary>
    public CommandCounter Counter { get; }

    public static async Task<BenchmarkServer> StartAsync(ServerEngine engine, TextWriter progress, CancellationToken cancellationToken)
    {
        progress.WriteLine($"{engine}: starting");
        TestServer server = await TestServer.StartAsync(engine, Options, cancellationToken);
        try
        {
            await server.ExecuteAsync($"CREATE INDEX {IndexName} ON {server.Database}.city (city)", cancellationToken);
            IReadOnlyList<City> cities = await ReadCitiesAsync(server, cancellationToken);
            return new BenchmarkServer(server, cities, await CommandCounter.OpenAsync(PlainConnectionString(server)));
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>What connects to it through a proxy on another port.</summary>
    public string ConnectionStringThrough(int port) => new MySqlConnectionStringBuilder(ConnectionString) { Port = (uint)port }.ConnectionString;

    /// <summary>Makes the table as Sakila ships it: from now on, cities are found by reading all rows.</summary>
    public Task DropIndexAsync(CancellationToken cancellationToken) =>
        _server.ExecuteAsync($"DROP INDEX {IndexName} ON {_server.Database}.city", cancellationToken);

    /// <inheritdoc cref="TestServer.KillAsync"/>
    public Task KillAsync(CancellationToken cancellationToken) => _server.KillAsync(cancellationToken);

    /// <inheritdoc cref="TestServer.StartAgainAsync"/>
    public Task StartAgainAsync(CancellationToken cancellationToken) => _server.StartAgainAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Counter.DisposeAsync();
        await _server.DisposeAsync();
    }

    private static string PlainConnectionString(TestServer server) => server.ConnectionString + ";SSL Mode=Disabled";

    private static async Task<IReadOnlyList<City>> ReadCitiesAsync(TestServer server, CancellationToken cancellationToken)
    {
        var cities = new List<City>();
        await using var connection = new MySqlConnection(PlainConnectionString(server) + ";Pooling=False");
        await connection.OpenAsync(cancellationToken);
        await using var command = new MySqlCommand("SELECT city, MIN(city_id) FROM city GROUP BY city HAVING COUNT(*) = 1", connection);
        await using MySqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            cities.Add(new City(reader.GetString(0), reader.GetInt32(1)));

        return cities;
    }
}
