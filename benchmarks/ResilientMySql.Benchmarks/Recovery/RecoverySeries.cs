using ResilientMySql.Benchmarks.Load;

namespace ResilientMySql.Benchmarks.Recovery;

/// <summary>The outages of one contender in one cell.</summary>
/// <param name="Contender">Who asked.</param>
/// <param name="Samples">One for each outage.</param>
internal sealed record RecoverySeries(RecoveryContender Contender, IReadOnlyList<RecoverySample> Samples)
{
    /// <summary>In all outages together.</summary>
    public int Failed => Samples.Sum(static sample => sample.Failed);

    /// <summary>What a request took before the server was killed.</summary>
    public TimeSpan Usual => Samples.Select(static sample => sample.Usual).Median();

    public TimeSpan Outage => Samples.Select(static sample => sample.Outage).Median();

    /// <summary>The median; <see cref="TimeSpan.MaxValue"/> stands for an outage after which nobody was answered, as in the next ones.</summary>
    public TimeSpan FirstSuccess => FirstSuccesses.Median();

    public TimeSpan WorstFirstSuccess => FirstSuccesses.Max();

    public TimeSpan ThroughputIsBack => Samples.Select(static sample => sample.ThroughputIsBack ?? TimeSpan.MaxValue).Median();

    public TimeSpan Longest => Samples.Max(static sample => sample.Longest);

    /// <summary>How many requests were answered, but took longer than this, in all outages together.</summary>
    public int AnsweredAfter(TimeSpan limit) => Samples.Sum(sample => sample.Answered.Count(time => time > limit));

    private IEnumerable<TimeSpan> FirstSuccesses => Samples.Select(static sample => sample.FirstSuccess ?? TimeSpan.MaxValue);
}
