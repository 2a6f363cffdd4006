using System.Globalization;
using ResilientMySql.Benchmarks.Contenders;
using ResilientMySql.Benchmarks.Load;
using ResilientMySql.Benchmarks.Servers;
using ResilientMySql.TestServers;

namespace ResilientMySql.Benchmarks.Recovery;

/// <summary><c>./bench recovery</c>: how soon callers are answered again after their server was killed, and what it costs them.</summary>
internal sealed class RecoveryBenchmark : IBenchmark
{
    public const int MostCallers = 128;

    public string Name => "recovery";

    public async Task<BenchmarkReport> RunAsync(BenchmarkOptions options, TextWriter progress, CancellationToken cancellationToken)
    {
        (OutagePlan plan, int rounds) = PlanOf(options);
        var results = new List<RecoveryResult>();
        var versions = new List<string>();
        ThreadPool.GetMinThreads(out _, out int completionThreads);
        ThreadPool.SetMinThreads(MostCallers, completionThreads); // the runtime adds threads slowly, which would be measured with the rest
        foreach (ServerEngine engine in options.Engines)
        {
            await using BenchmarkServer server = await BenchmarkServer.StartAsync(engine, progress, cancellationToken);
            versions.Add(server.Version);
            foreach ((CallMode mode, int callers) in CellsOf(options))
                results.Add(await RunAsync(server, new Cell(engine, mode, callers), plan, rounds, progress, cancellationToken));
        }

        return new BenchmarkReport("A server that is killed", RecoveryDocument.Of(results, plan, rounds, versions), RecoveryAims.MissedBy(results));
    }

    private static async Task<RecoveryResult> RunAsync(
        BenchmarkServer server, Cell cell, OutagePlan plan, int rounds, TextWriter progress, CancellationToken cancellationToken)
    {
        IReadOnlyList<RecoverySample>[] samples = await Turns.TakeAsync(
            rounds,
            RecoveryContenders.All.Count,
            index => RunTurnAsync(server, cell, RecoveryContenders.All[index], plan, cancellationToken),
            (round, turns) => progress.WriteLine($"{cell}, round {round} of {rounds}: first success after {string.Join(" ", turns.Select(Shown))} ms"),
            cancellationToken);
        return new RecoveryResult(cell, [.. RecoveryContenders.All.Select(contender => new RecoverySeries(contender, samples[(int)contender]))]);
    }

    /// <summary>With a new pool: the old ones would open their sessions again while others are measured.</summary>
    private static async Task<RecoverySample> RunTurnAsync(
        BenchmarkServer server, Cell cell, RecoveryContender contender, OutagePlan plan, CancellationToken cancellationToken)
    {
        GC.Collect(); // nobody pays for what the one before left behind
        await using Contender asked = RecoveryContenders.Create(contender, server.ConnectionString);
        return RecoverySample.Of(await new Outage(server, asked, plan).RunAsync(cell.Mode, cell.Callers, cancellationToken));
    }

    private static string Shown(RecoverySample sample) =>
        sample.FirstSuccess is { } known ? known.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture) : "no";

    private static (OutagePlan Plan, int Rounds) PlanOf(BenchmarkOptions options)
    {
        var away = TimeSpan.FromSeconds(0.2);
        return options.IsQuick
            ? (new OutagePlan(TimeSpan.FromSeconds(0.3), TimeSpan.FromSeconds(0.3), away, TimeSpan.FromSeconds(0.5)), options.Rounds ?? 1)
            : (new OutagePlan(TimeSpan.FromSeconds(0.3), TimeSpan.FromSeconds(0.4), away, TimeSpan.FromSeconds(0.8)), options.Rounds ?? 5);
    }

    /// <summary>Asynchronous callers, as those of web applications are; synchronous ones where there are aims.</summary>
    private static (CallMode Mode, int Callers)[] CellsOf(BenchmarkOptions options) => options.IsQuick
        ? [(CallMode.Async, RecoveryAims.Callers), (CallMode.Sync, RecoveryAims.Callers)]
        : [(CallMode.Async, 1), (CallMode.Async, RecoveryAims.Callers), (CallMode.Async, MostCallers), (CallMode.Sync, RecoveryAims.Callers)];
}
