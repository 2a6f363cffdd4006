namespace ResilientMySql.Benchmarks.Http.Distance;

/// <summary>What is measured at which distances.</summary>
internal static class DistancePlan
{
    public static readonly IReadOnlyList<HttpContender> Contenders =
        [HttpContender.DefaultPool, HttpContender.UnresetPoolPrepared, HttpContender.GeneratedOnWire];

    public static IReadOnlyList<TimeSpan> RoundTripsOf(BenchmarkOptions options) => options.IsQuick
        ? [TimeSpan.FromMilliseconds(1)]
        : [TimeSpan.FromMilliseconds(0.2), TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(5)];

    public static HttpPlan Of(BenchmarkOptions options) => HttpPlan.Of(options) with { Callers = [1, 16], CallersWithoutIndex = [] };
}
