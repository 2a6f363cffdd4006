using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using ResilientMySql.Benchmarks.Contenders;
using ResilientMySql.Benchmarks.Processes;
using ResilientMySql.Benchmarks.Servers;
using ResilientMySql.TestServers;

namespace ResilientMySql.Benchmarks.Http.Apps;

/// <summary>A contender's web application in a process of its own, on a leash: however we end, it ends too.</summary>
internal sealed class AppProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromMinutes(1);

    private readonly LeashedProcess _process;
    private readonly HttpClient _client = new();
    private readonly ConcurrentQueue<string> _written = new();
    private readonly TaskCompletionSource<int> _port = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _reading;

    private AppProcess(HttpContender contender, LeashedProcess process)
    {
        Contender = contender;
        _process = process;
        _reading = ReadAsync();
    }

    public HttpContender Contender { get; }

    public int Port => _port.Task.Result;

    /// <summary>What it has used of the processor, with what it has started.</summary>
    public TimeSpan Cpu => ProcessTree.CpuOf(_process.ProcessId);

    /// <summary>The last line that it wrote: of what went wrong, where something did.</summary>
    public string LastLine => _written.LastOrDefault("nothing");

    /// <exception cref="InvalidOperationException">It ended while it started.</exception>
    /// <exception cref="TimeoutException">It did not say in time where it listens.</exception>
    public static async Task<AppProcess> StartAsync(HttpContender contender, string connectionString, CancellationToken cancellationToken)
    {
        var app = new AppProcess(contender, HttpContenders.IsPython(contender) ? PythonApp.Start(contender, connectionString) : Start(contender, connectionString));
        try
        {
            int port = await app._port.Task.WaitAsync(StartTimeout, cancellationToken);
            app._client.BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>The path that asks for a city.</summary>
    public static string PathOf(City city) => "/?city=" + Uri.EscapeDataString(city.Name);

    /// <summary>Asks for every city, so many at once.</summary>
    /// <exception cref="InvalidOperationException">An answer was wrong.</exception>
    public Task CheckAsync(IEnumerable<City> cities, int callers, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        cities,
        new ParallelOptions { MaxDegreeOfParallelism = callers, CancellationToken = cancellationToken },
        async (city, cancellation) => await CheckAsync(city, cancellation));

    /// <summary>How much it has allocated on the managed heap; null where it has none.</summary>
    public async Task<long?> ReadAllocatedAsync(CancellationToken cancellationToken) => HttpContenders.IsPython(Contender)
        ? null
        : long.Parse(await _client.GetStringAsync(CityApp.AllocatedPath, cancellationToken), CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _process.DisposeAsync();
        await _reading;
    }

    private static LeashedProcess Start(HttpContender contender, string connectionString) => LeashedProcess.StartDotnet(
        Assembly.GetExecutingAssembly().Location,
        [CityApp.Name, contender.ToString()],
        [new(CityApp.ConnectionStringVariable, connectionString), new("DOTNET_gcServer", "1")]); // as web applications have it

    /// <summary>Finds the port, which is a line of its own in .NET and within uwsgi's messages in Python.</summary>
    private async Task ReadAsync()
    {
        await foreach (string line in _process.Lines.ReadAllAsync())
        {
            _written.Enqueue(line);
            if (int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out int port) || PythonApp.TryReadPort(line, out port))
                _port.TrySetResult(port);
        }

        _port.TrySetException(new InvalidOperationException($"{HttpContenders.NameOf(Contender)} ended while it started. It wrote:\n{string.Join('\n', _written)}"));
    }

    private async Task CheckAsync(City city, CancellationToken cancellationToken)
    {
        int id = Contender is HttpContender.NoDatabase ? ConstantAnswer.Id : city.Id;
        string expected = string.Create(CultureInfo.InvariantCulture, $"City \"{city.Name}\" is #{id}");
        using HttpResponseMessage answer = await _client.GetAsync(PathOf(city), cancellationToken);
        string text = await answer.Content.ReadAsStringAsync(cancellationToken);
        if (!answer.IsSuccessStatusCode || text != expected)
        {
            throw new InvalidOperationException(
                $"{HttpContenders.NameOf(Contender)} answers {(int)answer.StatusCode} '{text}' instead of '{expected}'.\n{string.Join('\n', _written)}");
        }
    }
}
