using System.Globalization;
using ResilientMySql.Benchmarks.Load;
using ResilientMySql.Benchmarks.Servers;

namespace ResilientMySql.Benchmarks.Wire;

/// <summary>Contenders in processes of their own, on one server and in one kind of calls, who take turns.</summary>
internal sealed class Contest : IAsyncDisposable
{
    private readonly BenchmarkServer _server;
    private readonly CallMode _mode;
    private readonly TextWriter _progress;
    private readonly List<WorkerProcess> _workers = [];

    private Contest(BenchmarkServer server, CallMode mode, TextWriter progress)
    {
        _server = server;
        _mode = mode;
        _progress = progress;
    }

    /// <summary>Starts them, and waits until nothing is compiled any more in any of them.</summary>
    public static async Task<Contest> StartAsync(
        BenchmarkServer server, CallMode mode, IEnumerable<WireContender> contenders, TimeSpan settling, TextWriter progress, CancellationToken cancellationToken)
    {
        var contest = new Contest(server, mode, progress);
        try
        {
            foreach (WireContender contender in contenders)
            {
                WorkerProcess worker = await WorkerProcess.StartAsync(contender, mode, server);
                contest._workers.Add(worker);
                foreach (int callers in WirePlan.Callers)
                    await worker.SettleAsync(callers, settling / WirePlan.Callers.Count, cancellationToken);
            }

            return contest;
        }
        catch
        {
            await contest.DisposeAsync();
            throw;
        }
    }

    public async Task<WireResult> RunAsync(int callers, WirePlan plan, CancellationToken cancellationToken)
    {
        var cell = new Cell(_server.Engine, _mode, callers);
        IReadOnlyList<WireSample>[] samples = await Turns.TakeAsync(
            plan.Rounds, _workers.Count, index => _workers[index].RunAsync(callers, plan.Turn, cancellationToken), Tell, cancellationToken);
        return new WireResult(cell, [.. _workers.Select((worker, index) => new WireSeries(worker.Contender, samples[index]))]);

        void Tell(int round, IEnumerable<WireSample> turns)
        {
            string shown = string.Join(" ", turns.Select(static sample => sample.CpuPerCall.ToString("0.0", CultureInfo.InvariantCulture)));
            _progress.WriteLine($"{cell}, round {round} of {plan.Rounds}: {shown} µs of CPU a call");
        }
    }

    /// <summary>Lets one after the other make so many calls, and never collects what they leave.</summary>
    public async Task<WireResult> CountAsync(int callers, Func<WireContender, long> calls, CancellationToken cancellationToken)
    {
        var cell = new Cell(_server.Engine, _mode, callers);
        var series = new List<WireSeries>();
        foreach (WorkerProcess worker in _workers)
        {
            series.Add(new WireSeries(worker.Contender, await CountAsync(worker, callers, calls(worker.Contender), cancellationToken)));
            await _progress.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"{cell}, {WireContenders.NameOf(worker.Contender)}: {series[^1].BytesPerCall:0.000} bytes a call, {series[^1].Collections} collections"));
        }

        return new WireResult(cell, series);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (WorkerProcess worker in _workers)
            await worker.DisposeAsync();
    }

    private static async Task<List<WireSample>> CountAsync(WorkerProcess worker, int callers, long calls, CancellationToken cancellationToken)
    {
        var samples = new List<WireSample>();
        while (samples.Sum(static sample => sample.Calls) < calls)
            samples.Add(await worker.CountAsync(callers, TimeSpan.FromSeconds(1), cancellationToken));

        return samples;
    }
}
