using CityApi.Demo;
using ResilientMySql.TestServers;

namespace CityApi.Tests;

/// <summary>CityApi as a process of its own, and a client for it.</summary>
internal sealed class RunningApp : IAsyncDisposable
{
    private readonly CityApiProcess _process;

    private RunningApp(CityApiProcess process)
    {
        _process = process;
        Client = new HttpClient { BaseAddress = process.Address };
    }

    public HttpClient Client { get; }

    /// <summary>The sessions replaced so far.</summary>
    public IReadOnlyCollection<Rehydration> Rehydrations => _process.Rehydrations;

    /// <summary>Starts it in front of a server, with further connection string options.</summary>
    public static async Task<RunningApp> StartAsync(TestServer server, string options = "") =>
        new(await CityApiProcess.StartAsync($"{server.ConnectionString};{options}", CancellationToken.None));

    public ValueTask DisposeAsync()
    {
        Client.Dispose();
        return _process.DisposeAsync();
    }
}
