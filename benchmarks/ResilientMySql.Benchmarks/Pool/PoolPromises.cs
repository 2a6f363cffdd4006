using ResilientMySql.Benchmarks.Servers;

namespace ResilientMySql.Benchmarks.Pool;

/// <summary>What is promised of a generated query, held against what was measured.</summary>
internal static class PoolPromises
{
    private const double LeastOverDefaultPool = 1.4;
    private const double CountTolerance = 0.01;

    private static readonly int[] PromisedCallers = [1, 16];

    public static IReadOnlyList<string> BrokenBy(IEnumerable<PoolResult> results) =>
        [.. results.Where(static result => PromisedCallers.Contains(result.Cell.Callers)).SelectMany(BrokenBy)];

    private static IEnumerable<string> BrokenBy(PoolResult result)
    {
        double ratio = result[PoolContender.GeneratedQuery].Over(result[PoolContender.DefaultPool]).OfMedians;
        if (ratio < LeastOverDefaultPool)
            yield return FormattableString.Invariant($"{result.Cell}: {ratio:0.00} × the default pool's requests/s; promised are {LeastOverDefaultPool} ×");

        double commands = result[PoolContender.GeneratedQuery].PerRequest(CommandCounts.Commands);
        if (Math.Abs(commands - 1) > CountTolerance)
            yield return FormattableString.Invariant($"{result.Cell}: {commands:0.000} server commands a request; promised is 1");
    }
}
