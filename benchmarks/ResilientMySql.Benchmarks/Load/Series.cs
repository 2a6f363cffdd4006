namespace ResilientMySql.Benchmarks.Load;

/// <summary>The rounds of one contender in one cell; the properties are medians over them.</summary>
internal sealed class Series(Cell cell, string contender)
{
    private readonly List<RoundResult> _rounds = [];

    public Cell Cell { get; } = cell;

    public string Contender { get; } = contender;

    public double RequestsPerSecond => _rounds.Select(static round => round.RequestsPerSecond).Median();

    public TimeSpan P50 => _rounds.Select(static round => round.P50).Median();

    public TimeSpan P99 => _rounds.Select(static round => round.P99).Median();

    public void Add(RoundResult round) => _rounds.Add(round);

    /// <summary>What a counter of the server's rose by, for each request.</summary>
    public double PerRequest(string counter) =>
        _rounds.Select(round => round.Commands[counter] / (double)Math.Max(1, round.Requests)).Median();

    /// <summary>How much more requests this one answers than another of the same rounds, and between which ratios the rounds were.</summary>
    public Ratio Over(Series other) => Ratio.Of(
        RequestsPerSecond / other.RequestsPerSecond,
        _rounds.Zip(other._rounds, static (mine, its) => mine.RequestsPerSecond / its.RequestsPerSecond));

    /// <summary>The same of the latency that all but a hundredth of the requests stay below.</summary>
    public Ratio P99Over(Series other) => Ratio.Of(P99 / other.P99, _rounds.Zip(other._rounds, static (mine, its) => mine.P99 / its.P99));
}
