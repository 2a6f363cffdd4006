using ResilientMySql.Benchmarks.Load;

namespace ResilientMySql.Benchmarks.Pool;

/// <summary>What came out in one cell.</summary>
/// <param name="Series">In the order of <see cref="PoolContenders.All"/>.</param>
internal sealed record PoolResult(IReadOnlyList<Series> Series)
{
    public Cell Cell => Series[0].Cell;

    public Series this[PoolContender contender] => Series[(int)contender];
}
