using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using ResilientMySql.TestServers;

namespace CityApi.Demo;

/// <summary>CityApi in a process of its own, with what it logs about rehydrated sessions.</summary>
internal sealed partial class CityApiProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(30);

    private readonly LeashedProcess _process;
    private readonly ConcurrentQueue<Rehydration> _rehydrations = new();
    private readonly TaskCompletionSource<string> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private CityApiProcess(LeashedProcess process)
    {
        _process = process;
        Ended = ReadLogAsync();
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_address.Task.Result);

    public IReadOnlyCollection<Rehydration> Rehydrations => _rehydrations;

    public Task Ended { get; }

    /// <summary>Starts it on a port of the system's choice.</summary>
    public static async Task<CityApiProcess> StartAsync(string connectionString, CancellationToken cancellationToken)
    {
        var app = new CityApiProcess(LeashedProcess.StartDotnet(
            Path.Combine(AppContext.BaseDirectory, "CityApi.dll"),
            ["--urls", "http://127.0.0.1:0"],
            [new("ConnectionStrings__Sakila", connectionString)]));
        try
        {
            await app._address.Task.WaitAsync(StartTimeout, cancellationToken);
            return app;
        }
        catch (TimeoutException)
        {
            await app.DisposeAsync();
            throw new DemoFailedException($"CityApi does not listen after {StartTimeout.TotalSeconds} s.");
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        await Ended;
    }

    private async Task ReadLogAsync()
    {
        var log = new List<string>();
        await foreach (var line in _process.Lines.ReadAllAsync())
        {
            log.Add(line);
            if (Listening().Match(line) is { Success: true } listening)
                _address.TrySetResult(listening.Groups[1].Value);
            if (Rehydrated().Match(line) is { Success: true } rehydrated)
                _rehydrations.Enqueue(new Rehydration(Number(rehydrated, 1), Number(rehydrated, 2)));
        }

        _address.TrySetException(new DemoFailedException($"CityApi ended while starting:\n{string.Join('\n', log)}"));
    }

    private static long Number(Match match, int group) => long.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex Listening();

    [GeneratedRegex(@"ResilientMySql\.Rehydration.*server thread (\d+) -> (\d+)")]
    private static partial Regex Rehydrated();
}
