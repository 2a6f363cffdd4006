namespace ResilientMySql.Benchmarks.Recovery;

/// <summary>How long the parts of an outage take; how long the server takes to start, it decides itself.</summary>
/// <param name="Settling">From every caller's first answer until what they do counts.</param>
/// <param name="Before">From then until the server is killed.</param>
/// <param name="Away">From its end until it is started again.</param>
/// <param name="After">From its first greeting until the callers end.</param>
internal readonly record struct OutagePlan(TimeSpan Settling, TimeSpan Before, TimeSpan Away, TimeSpan After)
{
    public override string ToString() => FormattableString.Invariant(
        $"{Before.TotalSeconds:0.##} s before the kill count, after {Settling.TotalSeconds:0.##} s of settling; the server is started {Away.TotalSeconds:0.##} s after its end; the callers go on for {After.TotalSeconds:0.##} s after it accepts");
}
