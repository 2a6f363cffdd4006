using ResilientMySql.Benchmarks.Load;

namespace ResilientMySql.Benchmarks.Overhead;

/// <summary>What is aimed at for the wrapper on an open connection, held against what was measured.</summary>
internal static class OverheadAims
{
    /// <summary>Where two of the driver's connections are further apart, nothing can be told from the third.</summary>
    public const double HighestNoiseFloor = 1.10;

    private const double MostBytesSync = 0;

    /// <summary>One frame of an asynchronous method.</summary>
    private const double MostBytesAsync = 144;

    public static IReadOnlyList<string> MissedBy(IEnumerable<OverheadResult> results) => [.. results.SelectMany(MissedBy)];

    private static IEnumerable<string> MissedBy(OverheadResult result)
    {
        double ratio = result.WrapperOverRaw.Middle;
        if (result.NoiseFloor > HighestNoiseFloor)
            yield return FormattableString.Invariant($"{result.Name}: too noisy to tell: two connections of the driver's are {result.NoiseFloor:0.000} × apart");
        else if (ratio > result.NoiseFloor)
            yield return FormattableString.Invariant($"{result.Name}: {ratio:0.000} × the driver's time; the aim is its noise floor of {result.NoiseFloor:0.000} × at most");

        double most = result.Mode is CallMode.Sync ? MostBytesSync : MostBytesAsync;
        if (result.BytesMore > most)
            yield return FormattableString.Invariant($"{result.Name}: {result.BytesMore:0.#} bytes more than the driver's; the aim is {most:0} at most");
    }
}
