using System.Globalization;
using ResilientMySql.Benchmarks.Http.Apps;
using ResilientMySql.Benchmarks.Http.Load;
using ResilientMySql.Benchmarks.Load;
using ResilientMySql.Benchmarks.Servers;

namespace ResilientMySql.Benchmarks.Http;

/// <summary>The applications of some contenders, which take turns in short rounds.</summary>
internal sealed class HttpContest : IAsyncDisposable
{
    private readonly List<AppProcess> _apps = [];
    private readonly BenchmarkServer _server;
    private readonly Wrk _wrk;
    private readonly TextWriter _progress;

    private HttpContest(BenchmarkServer server, TextWriter progress)
    {
        _server = server;
        _wrk = new Wrk(server.Cities);
        _progress = progress;
    }

    /// <summary>Starts an application for each contender, and lets it answer until it is compiled.</summary>
    /// <param name="connectionString">What the applications connect with: to the server, or to a proxy before it.</param>
    /// <exception cref="InvalidOperationException">An application does not start, or answers wrongly.</exception>
    public static async Task<HttpContest> StartAsync(
        BenchmarkServer server, string connectionString, IEnumerable<HttpContender> contenders, HttpPlan plan, TextWriter progress, CancellationToken cancellationToken)
    {
        var contest = new HttpContest(server, progress);
        try
        {
            foreach (HttpContender contender in contenders)
            {
                AppProcess app = await AppProcess.StartAsync(contender, connectionString, cancellationToken);
                contest._apps.Add(app);
                await app.CheckAsync(server.Cities, plan.Callers.Max(), cancellationToken);
                WrkReport warm = await contest._wrk.RunAsync(app, plan.Callers.Max(), plan.WarmUp, cancellationToken);
                progress.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"{HttpContenders.NameOf(contender)}: answers rightly for every city; {warm.RequestsPerSecond:N0} requests/s while warming up"));
            }

            return contest;
        }
        catch
        {
            await contest.DisposeAsync();
            throw;
        }
    }

    public async Task<HttpResult> RunAsync(HttpCell cell, int rounds, CancellationToken cancellationToken)
    {
        IReadOnlyList<HttpSample>[] samples = await Turns.TakeAsync(
            rounds, _apps.Count, index => RunTurnAsync(_apps[index], cell.Callers, cancellationToken), Tell, cancellationToken);
        return new HttpResult(cell, [.. _apps.Select((app, index) => new HttpSeries(app.Contender, samples[index]))]);

        void Tell(int round, IEnumerable<HttpSample> turns)
        {
            string shown = string.Join(" ", turns.Select(static sample => sample.Load.RequestsPerSecond.ToString("N0", CultureInfo.InvariantCulture)));
            _progress.WriteLine($"{cell}, round {round} of {rounds}: {shown} requests/s");
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (AppProcess app in _apps)
            await app.DisposeAsync();
    }

    private async Task<HttpSample> RunTurnAsync(AppProcess app, int callers, CancellationToken cancellationToken)
    {
        CommandCounts commands = await _server.Counter.ReadAsync();
        long? bytes = await app.ReadAllocatedAsync(cancellationToken);
        (TimeSpan appCpu, TimeSpan? serverCpu) = (app.Cpu, _server.Cpu);
        WrkReport load = await _wrk.RunAsync(app, callers, HttpPlan.Turn, cancellationToken);
        if (load.Failures > 0)
            _progress.WriteLine($"{HttpContenders.NameOf(app.Contender)}: {load.Failures} requests failed; it wrote last: {app.LastLine}");
        return new HttpSample
        {
            Load = load,
            AppCpu = app.Cpu - appCpu,
            ServerCpu = _server.Cpu - serverCpu,
            Bytes = await app.ReadAllocatedAsync(cancellationToken) - bytes,
            Commands = await _server.Counter.SinceAsync(commands),
        };
    }
}
