using ResilientMySql.Benchmarks.Load;

namespace ResilientMySql.Benchmarks.Recovery;

/// <summary>What came out in one cell.</summary>
/// <param name="Cell">What the contenders have in common.</param>
/// <param name="Series">In the order of <see cref="RecoveryContenders.All"/>.</param>
internal sealed record RecoveryResult(Cell Cell, IReadOnlyList<RecoverySeries> Series)
{
    public RecoverySeries this[RecoveryContender contender] => Series[(int)contender];
}
