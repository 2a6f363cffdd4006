using ResilientMySql.Benchmarks.Load;

namespace ResilientMySql.Benchmarks.Wire;

/// <summary>What generated queries past the driver are to cost, held against what was measured.</summary>
internal static class WireAims
{
    public const double MostOfTheDriver = 0.75;
    public const double MostOfC = 1.25;

    public static IReadOnlyList<string> MissedBy(IEnumerable<WireResult> results) => [.. results.SelectMany(MissedBy)];

    private static IEnumerable<string> MissedBy(WireResult result)
    {
        WireSeries wire = result[WireContender.WireConnection];
        WireSeries driver = result[WireContender.Driver];
        (string What, Ratio Ratio, double Most)[] aims = result.Cell.Mode is CallMode.Sync
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
        foreach ((string what, Ratio ratio, double most) in aims)
        {
            if (ratio.Middle > most)
                yield return FormattableString.Invariant($"{result.Cell}: {ratio.Middle:0.000} × {what}; the aim is {most} × at most");
        }
    }
}
