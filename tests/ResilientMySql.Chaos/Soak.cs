using System.Data.Common;
using System.Diagnostics;
using MySqlConnector;
using ResilientMySql.Chaos.Faults;
using ResilientMySql.Chaos.Ledger;
using ResilientMySql.Chaos.Reports;
using ResilientMySql.Chaos.Subjects;
using ResilientMySql.Chaos.Workers;
using ResilientMySql.Testing;
using ResilientMySql.TestServers;

namespace ResilientMySql.Chaos;

/// <summary>One server, its proxy, its workers and its faults, from the first statement to the verdict.</summary>
internal sealed class Soak : IAsyncDisposable
{
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan CheckInterval = TimeSpan.FromSeconds(1);

    private readonly ChaosOptions _options;
    private readonly TestServer _server;
    private readonly FaultProxy _proxy;
    private readonly Site _site;
    private readonly FaultTally _tally = new();
    private readonly FaultInjector _injector;

    private Soak(ChaosOptions options, TestServer server, FaultProxy proxy, Site site)
    {
        _options = options;
        _server = server;
        _proxy = proxy;
        _site = site;
        var wire = new WireFaults(proxy, site.Requests, site.Strikes, site.Outages, _tally);
        var serverFaults = new ServerFaults(server, site.Requests, site.Strikes, site.Outages, _tally);
        _injector = new FaultInjector(new FaultPlan(options.Seed), wire, serverFaults, _tally);
    }

    /// <summary>How it goes, in one line.</summary>
    public string Progress =>
        $"{_server.Engine}: {_site.Work.Done.Values.Sum()} done, {_tally.Total} faults, {_site.Work.Recoveries.Count} recoveries, {_site.Violations.All.Count} violations";

    public static async Task<Soak> PrepareAsync(ChaosOptions options, ServerEngine engine)
    {
        TestServer server = await TestServer.StartAsync(
            engine, new TestServerOptions { ServerArguments = [$"--lock-wait-timeout={Schema.LockWaitTimeout}"] });
        if (!server.CanControl)
            throw new NotSupportedException($"The {engine} server is somebody else's: the soak kills its server, and needs one of its own.");

        await Schema.CreateAsync(server);
        FaultProxy proxy = FaultProxy.Start(server.Port);
        var subject = Subject.Named(options.Subject);
        var work = new WorkTally();
        var site = new Site
        {
            Subject = subject,
            ConnectionString = $"{server.ConnectionString};Port={proxy.Port};SSL Mode=None;Allow User Variables=true",
            Requests = new RequestWatch(proxy),
            Database = server.Database,
            Work = work,
        };
        return new Soak(options, server, proxy, site);
    }

    /// <summary>Works, strikes, ends, and holds what was told against what is there.</summary>
    public async Task<SoakReport> RunAsync(CancellationToken cancellationToken)
    {
        _site.Requests.Start();
        IReadOnlyList<Worker> crew = Crew.Hire(_site, _options);
        await MeetServerAsync();
        long start = Stopwatch.GetTimestamp();
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] work = [.. crew.Select(worker => StartAsync(worker, stopping.Token))];
        Task faults = _injector.RunAsync(stopping.Token);
        await WaitAsync([.. work, faults], stopping.Token);
        TimeSpan duration = Stopwatch.GetElapsedTime(start);
        await stopping.CancelAsync();
        await faults;
        await EndAsync(crew, work);
        _site.Violations.AddRange(Judge.Compare(_site.Ledger.Records, await TruthReader.ReadAsync(_server)));
        long inFlight = CountStruckWrites();
        return new SoakReport(_server.Engine, _server.Version, duration, _site, _tally, inFlight);
    }

    public async ValueTask DisposeAsync()
    {
        await _proxy.DisposeAsync();
        await _server.DisposeAsync();
    }

    /// <summary>A wrong address is to show at once, so that only a server that was reached before is waited for.</summary>
    private async Task MeetServerAsync()
    {
        foreach (DbDataSource source in _site.Sources)
            await using (await source.OpenConnectionAsync())
            {
            }
    }

    private static Task StartAsync(Worker worker, CancellationToken stopping) => worker.Traits.Mode is CallMode.Async
        ? Task.Run(() => worker.RunAsync(stopping), CancellationToken.None)
        : Task.Factory.StartNew(
            () => worker.RunAsync(stopping).GetAwaiter().GetResult(), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>Until the time is up, one violation is enough, or something that must not end has ended.</summary>
    private async Task WaitAsync(Task[] running, CancellationToken stopping)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var ends = new List<Task> { Task.Delay(_options.Duration, waiting.Token), Task.WhenAny(running).Unwrap() };
        if (_options.StopsAtFirstViolation)
            ends.AddRange([_site.Violations.First, FindDoubleAsync(waiting.Token)]);
        Task end = await Task.WhenAny(ends);
        await waiting.CancelAsync();
        if (!stopping.IsCancellationRequested)
            await end;
    }

    private async Task FindDoubleAsync(CancellationToken stopping)
    {
        while (true)
        {
            await Task.Delay(CheckInterval, stopping);
            try
            {
                if (await TruthReader.CountDoublesAsync(_server, stopping) > 0)
                    return;
            }
            catch (MySqlException)
            {
                // The server is down, and not for long.
            }
        }
    }

    private async Task EndAsync(IReadOnlyList<Worker> crew, Task[] work)
    {
        Task all = Task.WhenAll(work);
        if (await Task.WhenAny(all, Task.Delay(LongestEnd)) == all)
            await all;
        foreach ((Worker worker, _) in crew.Zip(work).Where(static pair => !pair.Second.IsCompleted))
        {
            _site.Violations.Add(ViolationKind.WorkerBlocked,
                $"worker {worker.Traits.Number} ({worker.GetType().Name}, {worker.Traits}) has not ended {LongestEnd.TotalSeconds} s after all was healed: {worker.Doing}");
        }

        // A session that nobody knows of any more is more than the pools can have: one for each worker, and one more in each that was
        // opened while its keeper cared for an idle one, which it does for one at a time.
        await ExpectSessionsAsync(crew.Count + _site.Sources.Count, "before the data sources were disposed of");
        foreach (DbDataSource source in _site.Sources)
            await source.DisposeAsync();
        await ExpectSessionsAsync(0, "after they were disposed of");
    }

    private async Task ExpectSessionsAsync(int most, string when)
    {
        long start = Stopwatch.GetTimestamp();
        int count;
        while ((count = await _server.CountSessionsAsync()) > most)
        {
            if (Stopwatch.GetElapsedTime(start) > LongestGoodbye)
            {
                _site.Violations.Add(ViolationKind.SessionLeaked, $"{when}, the server held {count} sessions instead of {most} at most");
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }
    }

    private long CountStruckWrites()
    {
        IReadOnlyCollection<WriteRecord> records = _site.Ledger.Records;
        long struck = records.Count(_site.Strikes.Reaches);
        int unknown = records.Count(static record => record.Outcome is WriteOutcome.Unknown);
        if (_site.Subject.MakesPromises && unknown > struck)
        {
            _site.Violations.Add(ViolationKind.UnknownsOutnumber,
                $"{unknown} outcomes were unknown, and {struck} writes were in flight when a fault struck");
        }

        return struck;
    }
}
