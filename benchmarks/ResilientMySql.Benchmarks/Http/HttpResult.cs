using ResilientMySql.Benchmarks.Load;

namespace ResilientMySql.Benchmarks.Http;

/// <summary>What came out in one cell.</summary>
/// <param name="Series">In the order of <see cref="HttpContenders.All"/>.</param>
/// <param name="Use">What each application used in all its turns; in the same order.</param>
internal sealed record HttpResult(IReadOnlyList<Series> Series, IReadOnlyList<ProcessUse> Use)
{
    public Cell Cell => Series[0].Cell;

    public Series this[HttpContender contender] => Series[(int)contender];

    public ProcessUse UseOf(HttpContender contender) => Use[(int)contender];
}
