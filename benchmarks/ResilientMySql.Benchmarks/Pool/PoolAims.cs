using ResilientMySql.Benchmarks.Servers;

namespace ResilientMySql.Benchmarks.Pool;

/// <summary>What is aimed at for a generated query, held against what was measured.</summary>
internal static class PoolAims
{
    private const double LeastOverDefaultPool = 1.4;
    private const double CountTolerance = 0.01;

    private static readonly int[] AimedCallers = [1, 16];

    public static IReadOnlyList<string> MissedBy(IEnumerable<PoolResult> results) =>
        [.. results.Where(static result => AimedCallers.Contains(result.Cell.Callers)).SelectMany(MissedBy)];

    private static IEnumerable<string> MissedBy(PoolResult result)
    {
        double ratio = result[PoolContender.GeneratedQuery].Over(result[PoolContender.DefaultPool]).Middle;
        if (ratio < LeastOverDefaultPool)
            yield return FormattableString.Invariant($"{result.Cell}: {ratio:0.00} × the default pool's requests/s; the aim is {LeastOverDefaultPool} ×");

        double commands = result[PoolContender.GeneratedQuery].PerRequest(CommandCounts.Commands);
        if (Math.Abs(commands - 1) > CountTolerance)
            yield return FormattableString.Invariant($"{result.Cell}: {commands:0.000} server commands a request; the aim is 1");
    }
}
