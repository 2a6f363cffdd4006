using ResilientMySql.Benchmarks.Load;

namespace ResilientMySql.Benchmarks.Wire;

/// <summary>What is promised of generated queries past the driver, held against what was measured.</summary>
internal static class WirePromises
{
    public const double MostOfTheDriver = 0.75;
    public const double MostOfC = 1.25;

    public static IReadOnlyList<string> BrokenBy(IEnumerable<WireResult> results) => [.. results.SelectMany(BrokenBy)];

    private static IEnumerable<string> BrokenBy(WireResult result)
    {
        WireSeries wire = result[WireContender.WireConnection];
        WireSeries driver = result[WireContender.Driver];
        (string What, Ratio Ratio, double Most)[] promises = result.Cell.Mode is CallMode.Sync
            ?
            [
                ("the driver's CPU", wire.CpuOver(driver), MostOfTheDriver),
                ("the CPU of the client in C", wire.CpuOver(result[WireContender.CClient]), MostOfC),
            ]
            :
            [
                ("the driver's CPU", wire.CpuOver(driver), 1),
                ("the driver's mean latency", wire.MeanOver(driver), 1),
            ];
        foreach ((string what, Ratio ratio, double most) in promises)
        {
            if (ratio.OfMedians > most)
                yield return FormattableString.Invariant($"{result.Cell}: {ratio.OfMedians:0.000} × {what}; promised are {most} × at most");
        }
    }
}
