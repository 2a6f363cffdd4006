using ResilientMySql.Benchmarks.Load;

namespace ResilientMySql.Benchmarks.Http;

/// <summary>The turns of one contender in one cell; the figures are medians over them.</summary>
internal sealed record HttpSeries(HttpContender Contender, IReadOnlyList<HttpSample> Samples)
{
    /// <summary>Requests that were not answered, in all turns.</summary>
    public long Failed => Samples.Sum(static sample => sample.Load.Failures);

    public double RequestsPerSecond => MedianOf(static sample => sample.Load.RequestsPerSecond);

    public TimeSpan P50 => Samples.Select(static sample => sample.Load.P50).Median();

    public TimeSpan P99 => Samples.Select(static sample => sample.Load.P99).Median();

    public double AppCpuPerRequest => MedianOf(static sample => sample.AppCpuPerRequest);

    public double? ServerCpuPerRequest => OptionalMedianOf(static sample => sample.ServerCpuPerRequest);

    public double? BytesPerRequest => OptionalMedianOf(static sample => sample.BytesPerRequest);

    /// <summary>What a counter of the database server's rose by, for each request.</summary>
    public double PerRequest(string counter) => MedianOf(sample => sample.Commands[counter] / (double)sample.Load.Requests);

    /// <summary>How many times the other's requests it answers in the same time.</summary>
    public Ratio Over(HttpSeries other) => RatioTo(other, static sample => sample.Load.RequestsPerSecond)!.Value;

    /// <summary>The same of what application and server use of the processor for a request; null where that is not known.</summary>
    public Ratio? CpuOver(HttpSeries other) => RatioTo(other, static sample => sample.CpuPerRequest);

    /// <summary>The same of the bytes allocated for a request; null where one of the two has no managed heap.</summary>
    public Ratio? BytesOver(HttpSeries other) => RatioTo(other, static sample => sample.BytesPerRequest);

    private Ratio? RatioTo(HttpSeries other, Func<HttpSample, double?> figure)
    {
        double? middle = OptionalMedianOf(figure) / other.OptionalMedianOf(figure);
        return middle is null
            ? null
            : Ratio.Of(middle.Value, Samples.Zip(other.Samples, (mine, its) => figure(mine)!.Value / figure(its)!.Value));
    }

    private double MedianOf(Func<HttpSample, double> figure) => Samples.Select(figure).Median();

    private double? OptionalMedianOf(Func<HttpSample, double?> figure) =>
        Samples.All(sample => figure(sample) is not null) ? Samples.Select(sample => figure(sample)!.Value).Median() : null;
}
