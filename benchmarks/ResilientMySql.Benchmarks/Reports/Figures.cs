using System.Globalization;

namespace ResilientMySql.Benchmarks.Reports;

/// <summary>How figures are written.</summary>
internal static class Figures
{
    public static string Whole(double value) => value.ToString("N0", CultureInfo.InvariantCulture);

    public static string Count(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    public static string Microseconds(TimeSpan time) => time.TotalMicroseconds.ToString("N0", CultureInfo.InvariantCulture);
}
