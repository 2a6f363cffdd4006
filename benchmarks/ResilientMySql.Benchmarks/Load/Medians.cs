namespace ResilientMySql.Benchmarks.Load;

/// <summary>The value in the middle, which one bad round does not move.</summary>
internal static class Medians
{
    public static double Median(this IEnumerable<double> values)
    {
        double[] ordered = [.. values.Order()];
        int middle = ordered.Length / 2;
        return ordered.Length % 2 == 1 ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2;
    }

    public static TimeSpan Median(this IEnumerable<TimeSpan> values) =>
        TimeSpan.FromTicks((long)values.Select(static value => (double)value.Ticks).Median());
}
