using ResilientMySql.Benchmarks.Load;

namespace ResilientMySql.Benchmarks.Recovery;

/// <summary>The outages of one contender in one cell.</summary>
/// <param name="Contender">Who asked.</param>
/// <param name="Samples">One for each outage.</param>
internal sealed record RecoverySeries(RecoveryContender Contender, IReadOnlyList<RecoverySample> Samples)
{
    /// <summary>In all outages together.</summary>
    public int Failed => Samples.Sum(static sample => sample.Failed);

    /// <summary>In all outages together.</summary>
    public int Delayed => Samples.Sum(static sample => sample.Delayed);

    public TimeSpan Outage => Samples.Select(static sample => sample.Outage).Median();

    /// <summary>The median; <see cref="TimeSpan.MaxValue"/> stands for an outage after which nobody was answered, as in the next ones.</summary>
    public TimeSpan FirstSuccess => FirstSuccesses.Median();

    public TimeSpan WorstFirstSuccess => FirstSuccesses.Max();

    public TimeSpan ThroughputIsBack => Samples.Select(static sample => sample.ThroughputIsBack ?? TimeSpan.MaxValue).Median();

    public TimeSpan Longest => Samples.Max(static sample => sample.Longest);

    private IEnumerable<TimeSpan> FirstSuccesses => Samples.Select(static sample => sample.FirstSuccess ?? TimeSpan.MaxValue);
}
