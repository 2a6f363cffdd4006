using ResilientMySql.Benchmarks.Load;

namespace ResilientMySql.Benchmarks.Wire;

/// <summary>What came out in one cell.</summary>
/// <param name="Cell">Which server, how and how many.</param>
/// <param name="Series">In the order of <see cref="WireContenders.Of"/>.</param>
internal sealed record WireResult(Cell Cell, IReadOnlyList<WireSeries> Series)
{
    public WireSeries this[WireContender contender] => Series.Single(series => series.Contender == contender);
}
