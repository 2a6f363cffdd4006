namespace ResilientMySql.Benchmarks.Wire;

/// <summary>What is aimed at for the bytes of generated queries past the driver, held against what was counted.</summary>
internal static class BytesAims
{
    /// <summary>In fewer calls, what a process allocates now and then whatever it does would count as theirs.</summary>
    public const long FewestCalls = 100_000;

    private const double MostBytes = 1;

    public static IReadOnlyList<string> MissedBy(IEnumerable<WireResult> results) =>
        [.. results.SelectMany(static result => result.Series.Where(IsOurs).SelectMany(series => MissedBy(result, series)))];

    private static bool IsOurs(WireSeries series) => series.Contender is WireContender.WireConnection or WireContender.WireDataSource;

    private static IEnumerable<string> MissedBy(WireResult result, WireSeries series)
    {
        string what = $"{result.Cell}, {WireContenders.NameOf(series.Contender)}";
        if (series.Calls >= FewestCalls && series.BytesPerCall >= MostBytes)
            yield return FormattableString.Invariant($"{what}: {series.BytesPerCall:0.0} bytes a call; the aim is less than one");

        if (series.Collections > 0)
            yield return FormattableString.Invariant($"{what}: {series.Collections} collections in {series.Calls:N0} calls; the aim is none");
    }
}
