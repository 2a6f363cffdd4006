namespace ResilientMySql.Benchmarks.Http;

/// <summary>What came out in one cell.</summary>
/// <param name="Cell">Which one.</param>
/// <param name="Series">In the order in which the contenders are told of.</param>
internal sealed record HttpResult(HttpCell Cell, IReadOnlyList<HttpSeries> Series)
{
    public HttpSeries this[HttpContender contender] => Find(contender) ?? throw new KeyNotFoundException($"{contender} was not measured.");

    /// <summary>Null where that contender was left out.</summary>
    public HttpSeries? Find(HttpContender contender) => Series.FirstOrDefault(series => series.Contender == contender);
}
