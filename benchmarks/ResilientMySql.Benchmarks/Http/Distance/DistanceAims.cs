using ResilientMySql.Benchmarks.Http.Aims;

namespace ResilientMySql.Benchmarks.Http.Distance;

/// <summary>What is aimed at where the database is further away, for one caller.</summary>
internal static class DistanceAims
{
    /// <summary>The least ratio of the generated query's requests/s to the default pool's, by the round trip in milliseconds.</summary>
    private static readonly Dictionary<double, double> Least = new() { [1] = 1.75, [5] = 1.85 };

    public static IReadOnlyList<CheckedAim> Check(IEnumerable<DistanceResult> results) => [.. results.Select(Check).OfType<CheckedAim>()];

    private static CheckedAim? Check(DistanceResult result)
    {
        if (!Least.TryGetValue(result.Wanted.TotalMilliseconds, out double least))
            return null;

        var aim = new RateAim(HttpContender.GeneratedOnWire, HttpContender.DefaultPool, CityTable.Indexed, 1, least);
        return aim.Check(result.Result) is { } check
            ? check with { Where = FormattableString.Invariant($"a round trip of {result.Wanted.TotalMilliseconds} ms, {check.Where}") }
            : null;
    }
}
