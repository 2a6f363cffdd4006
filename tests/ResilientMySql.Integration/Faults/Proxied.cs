using ResilientMySql.TestServers;
using ResilientMySql.Testing;
using ResilientMySql.Testing.Faults;

namespace ResilientMySql.Integration.Faults;

/// <summary>A server with a proxy before it that sees every packet.</summary>
internal sealed class Proxied : IAsyncDisposable
{
    private readonly RentedServer _rented;

    private Proxied(RentedServer rented, FaultProxy proxy)
    {
        _rented = rented;
        Proxy = proxy;
    }

    public FaultProxy Proxy { get; }

    public TestServer Server => _rented.Server;

    /// <summary>Leads through the proxy, unencrypted.</summary>
    public string ConnectionString => $"{Server.ConnectionString};Port={Proxy.Port};SSL Mode=None";

    public static async Task<Proxied> StartAsync(ServerEngine engine)
    {
        RentedServer rented = await ServerPool.RentAsync(engine);
        return new Proxied(rented, FaultProxy.Start(rented.Server.Port));
    }

    public ResilientMySqlConnection CreateConnection() => new(ConnectionString);

    /// <summary>The server runs the statement, and nobody hears of it.</summary>
    public Injection LoseAnswerTo(string sql, int times = 1) =>
        Proxy.Inject(new SwallowAnswer(), request => request.Command is ServerCommand.Query && request.Sql == sql, times);

    public Task<long> CountAtlantisAsync() =>
        Server.QueryAsync<long>($"SELECT COUNT(*) FROM {Server.Database}.city WHERE city = 'Atlantis'");

    public async ValueTask DisposeAsync()
    {
        await PoolsOfServers.LetGoAsync(Proxy.Port);
        await Proxy.DisposeAsync();
        await _rented.DisposeAsync();
    }
}
