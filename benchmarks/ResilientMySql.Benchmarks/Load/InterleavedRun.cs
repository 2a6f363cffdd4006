using System.Globalization;
using ResilientMySql.Benchmarks.Contenders;
using ResilientMySql.Benchmarks.Servers;

namespace ResilientMySql.Benchmarks.Load;

/// <summary>
/// Lets contenders take turns in short rounds, so that whatever else the machine does meanwhile meets all of them.
/// </summary>
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
        Series[] series = [.. contenders.Select(contender => new Series(cell, contender.Name))];
        for (int round = 0; round < plan.Rounds; round++)
        {
            var rates = new double[contenders.Count];
            for (int turn = 0; turn < contenders.Count; turn++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                int index = TurnOrder.At(round, turn, contenders.Count);
                RoundResult result = await RunRoundAsync(cell, contenders[index]);
                series[index].Add(result);
                rates[index] = result.RequestsPerSecond;
            }

            string shown = string.Join(" ", rates.Select(static rate => rate.ToString("N0", CultureInfo.InvariantCulture)));
            progress.WriteLine($"{cell}, round {round + 1} of {plan.Rounds}: {shown} requests/s");
        }

        return series;
    }

    private async Task<RoundResult> RunRoundAsync(Cell cell, Contender contender)
    {
        GC.Collect(); // nobody pays for what the one before left behind
        CommandCounts before = await server.Counter.ReadAsync();
        RoundResult result = await new Round(contender, server.Cities, plan).RunAsync(cell.Mode, cell.Callers);
        return result with { Commands = await server.Counter.SinceAsync(before) };
    }
}
