namespace ResilientMySql.Benchmarks.Http.Distance;

/// <summary>What came out at one distance.</summary>
/// <param name="Wanted">The round trip that was aimed at.</param>
/// <param name="Added">What was measured to be added to a round trip on this machine.</param>
/// <param name="Result">What the contenders did.</param>
internal sealed record DistanceResult(TimeSpan Wanted, TimeSpan Added, HttpResult Result);
