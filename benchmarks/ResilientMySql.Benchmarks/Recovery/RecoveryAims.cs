namespace ResilientMySql.Benchmarks.Recovery;

/// <summary>What is aimed at for callers whose server is killed, held against what was measured.</summary>
internal static class RecoveryAims
{
    public const int Callers = 16;

    public static readonly TimeSpan LongestFirstSuccess = TimeSpan.FromMilliseconds(20);

    public static IReadOnlyList<string> MissedBy(IEnumerable<RecoveryResult> results) =>
        [.. results.Where(static result => result.Cell.Callers == Callers).SelectMany(MissedBy)];

    private static IEnumerable<string> MissedBy(RecoveryResult result)
    {
        foreach (RecoverySeries series in RecoveryContenders.Ours.Select(contender => result[contender]))
        {
            string who = $"{result.Cell}, {RecoveryContenders.NameOf(series.Contender)}";
            if (series.Failed > 0)
                yield return $"{who}: {series.Failed} requests failed; the aim is none";

            if (series.FirstSuccess > LongestFirstSuccess)
            {
                yield return FormattableString.Invariant(
                    $"{who}: first success {series.FirstSuccess.TotalMilliseconds:0.0} ms after the server accepts; the aim is {LongestFirstSuccess.TotalMilliseconds} ms at most");
            }
        }
    }
}
