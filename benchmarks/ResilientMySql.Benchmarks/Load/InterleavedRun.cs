using System.Globalization;
using ResilientMySql.Benchmarks.Contenders;
using ResilientMySql.Benchmarks.Servers;

namespace ResilientMySql.Benchmarks.Load;

/// <summary>Lets contenders in this process take turns.</summary>
internal sealed class InterleavedRun(BenchmarkServer server, LoadPlan plan, TextWriter progress)
{
    /// <summary>A turn for everybody that does not count: opens sessions, compiles, fills caches.</summary>
    public async Task WarmUpAsync(CallMode mode, int callers, IReadOnlyList<Contender> contenders, CancellationToken cancellationToken)
    {
        foreach (Contender contender in contenders)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await new Round(contender, server.Cities, plan).RunAsync(mode, callers);
        }
    }

    /// <summary>What came out, in the order of the contenders.</summary>
    public async Task<IReadOnlyList<Series>> RunAsync(Cell cell, IReadOnlyList<Contender> contenders, CancellationToken cancellationToken)
    {
        IReadOnlyList<RoundResult>[] rounds = await Turns.TakeAsync(
            plan.Rounds, contenders.Count, index => RunRoundAsync(cell, contenders[index]), (round, results) => Tell(cell, round, results), cancellationToken);
        return [.. contenders.Select((contender, index) => new Series(cell, contender.Name, rounds[index]))];
    }

    private void Tell(Cell cell, int round, IEnumerable<RoundResult> results)
    {
        string shown = string.Join(" ", results.Select(static result => result.RequestsPerSecond.ToString("N0", CultureInfo.InvariantCulture)));
        progress.WriteLine($"{cell}, round {round} of {plan.Rounds}: {shown} requests/s");
    }

    private async Task<RoundResult> RunRoundAsync(Cell cell, Contender contender)
    {
        GC.Collect(); // nobody pays for what the one before left behind
        CommandCounts before = await server.Counter.ReadAsync();
        RoundResult result = await new Round(contender, server.Cities, plan).RunAsync(cell.Mode, cell.Callers);
        return result with { Commands = await server.Counter.SinceAsync(before) };
    }
}
