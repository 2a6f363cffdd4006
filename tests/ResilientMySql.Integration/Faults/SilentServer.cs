using ResilientMySql.TestServers;
using ResilientMySql.Testing;
using ResilientMySql.Testing.Faults;

namespace ResilientMySql.Integration.Faults;

/// <summary>A server that can be made to stop answering, and to answer again.</summary>
internal sealed class SilentServer : IAsyncDisposable
{
    private readonly RentedServer _rented;
    private readonly FaultProxy? _proxy;

    private SilentServer(RentedServer rented, FaultProxy? proxy)
    {
        _rented = rented;
        _proxy = proxy;
    }

    public TestServer Server => _rented.Server;

    public string ConnectionString => _proxy is null
        ? Server.ConnectionString
        : $"{Server.ConnectionString};Port={_proxy.Port};SSL Mode=None;Allow Public Key Retrieval=true";

    public static async Task<SilentServer> StartAsync(ServerEngine engine, Silence silence)
    {
        RentedServer rented = await ServerPool.RentAsync(engine);
        Skip.IfNot(rented.Server.CanControl, "The server is external.");
        return new SilentServer(rented, silence is Silence.BlackHole ? FaultProxy.Start(rented.Server.Port) : null);
    }

    /// <summary>The silence is to fall in the middle of the answer to that query, after some of its rows.</summary>
    public void PrepareMidRead(string sql) =>
        _proxy?.Inject(new CutAnswerAfterRows(100) { Ending = Ending.Silence }, request => request.Sql == sql);

    /// <summary>Nothing is answered any more, on open connections and on new ones.</summary>
    public void FallSilent()
    {
        if (_proxy is null)
        {
            Server.Freeze();
            return;
        }

        _proxy.StrikeIdle(new BlackHole());
        _proxy.Inject(new StallHandshake(), times: Injection.Always);
    }

    public void Speak()
    {
        if (_proxy is null)
            Server.Thaw();
        else
            _proxy.Heal();
    }

    public async ValueTask DisposeAsync()
    {
        Speak();
        if (_proxy is not null)
            await _proxy.DisposeAsync();

        await _rented.DisposeAsync();
    }
}
