namespace ResilientMySql.Benchmarks.Load;

/// <summary>The rounds of one contender in one cell; the properties are medians over them.</summary>
/// <param name="Cell">What the contenders have in common.</param>
/// <param name="Contender">What tables call it.</param>
/// <param name="Rounds">A turn each; the turns of all contenders alternate.</param>
internal sealed record Series(Cell Cell, string Contender, IReadOnlyList<RoundResult> Rounds)
{
    public double RequestsPerSecond => Rounds.Select(static round => round.RequestsPerSecond).Median();

    public TimeSpan P50 => Rounds.Select(static round => round.P50).Median();

    public TimeSpan P99 => Rounds.Select(static round => round.P99).Median();

    /// <summary>What a counter of the server's rose by, for each request.</summary>
    public double PerRequest(string counter) =>
        Rounds.Select(round => round.Commands[counter] / (double)Math.Max(1, round.Requests)).Median();

    /// <summary>How much more requests this one answers than another of the same rounds, and between which ratios the rounds were.</summary>
    public Ratio Over(Series other) => Ratio.Of(
        RequestsPerSecond / other.RequestsPerSecond,
        Rounds.Zip(other.Rounds, static (mine, its) => mine.RequestsPerSecond / its.RequestsPerSecond));

    /// <summary>The same of the latency that all but a hundredth of the requests stay below.</summary>
    public Ratio P99Over(Series other) => Ratio.Of(P99 / other.P99, Rounds.Zip(other.Rounds, static (mine, its) => mine.P99 / its.P99));
}
