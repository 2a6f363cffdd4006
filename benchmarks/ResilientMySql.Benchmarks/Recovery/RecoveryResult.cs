using ResilientMySql.Benchmarks.Load;

namespace ResilientMySql.Benchmarks.Recovery;

/// <summary>What came out in one cell.</summary>
/// <param name="Cell">What the contenders have in common.</param>
/// <param name="Series">In the order of <see cref="RecoveryContenders.All"/>.</param>
internal sealed record RecoveryResult(Cell Cell, IReadOnlyList<RecoverySeries> Series)
{
    /// <summary>A request that takes so many times what the driver's pool took before the kill has been delayed, whoever's it is.</summary>
    public const int DelayFactor = 10;

    public RecoverySeries this[RecoveryContender contender] => Series[(int)contender];

    /// <summary>How many of one's requests were answered, but late.</summary>
    public int DelayedOf(RecoverySeries series) => series.AnsweredAfter(DelayFactor * this[RecoveryContender.DriverPool].Usual);
}
