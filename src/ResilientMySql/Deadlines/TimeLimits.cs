namespace ResilientMySql.Deadlines;

/// <summary>Time limits as ADO.NET has them.</summary>
internal static class TimeLimits
{
    /// <summary>A limit in seconds, of which 0 is none.</summary>
    public static TimeSpan OfSeconds(int seconds) => seconds == 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(seconds);
}
