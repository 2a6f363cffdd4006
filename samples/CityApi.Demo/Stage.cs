using ResilientMySql.TestServers;

namespace CityApi.Demo;

/// <summary>What the show needs: a private MariaDB with Sakila in it, and CityApi in front. Both end with this process.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private Stage(TestServer server, CityApiProcess app)
    {
        Server = server;
        App = app;
    }

    public TestServer Server { get; }

    public CityApiProcess App { get; }

    /// <summary>The page that the audience asks for.</summary>
    public Uri Page => new(App.Address, "/?city=London");

    public static async Task<Stage> SetAsync(CancellationToken cancellationToken)
    {
        Narrator.Say("Starting a private MariaDB.");
        var server = await StartServerAsync(cancellationToken);
        try
        {
            if (!server.CanControl)
                throw new DemoFailedException("RESILIENTMYSQL_MARIADB names a server that is not ours to kill. Unset it.");
            Narrator.Say($"MariaDB {server.Version} runs on 127.0.0.1:{server.Port} (process {server.ProcessId}) with Sakila's 600 cities.");
            var app = await CityApiProcess.StartAsync(server.ConnectionString + ";Maximum Pool Size=4", cancellationToken);
            var stage = new Stage(server, app);
            Narrator.Say($"CityApi runs at {stage.Page}");
            return stage;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Leaves the page usable until the token says so, or until one of the processes ends by itself.</summary>
    public async Task StayOpenAsync(CancellationToken cancellationToken)
    {
        Narrator.Say($"CityApi stays at {Page} until Ctrl-C. Its database: {Server.ConnectionString}");
        await App.Ended.WaitAsync(cancellationToken);
        throw new DemoFailedException("CityApi ended by itself.");
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Server.DisposeAsync();
    }

    private static async Task<TestServer> StartServerAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await TestServer.StartAsync(ServerEngine.MariaDb, cancellationToken: cancellationToken);
        }
        catch (InvalidOperationException exception)
        {
            throw new DemoFailedException($"starting MariaDB: {exception.Message}");
        }
    }
}
