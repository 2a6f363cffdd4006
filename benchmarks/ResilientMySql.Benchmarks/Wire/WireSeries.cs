using ResilientMySql.Benchmarks.Load;

namespace ResilientMySql.Benchmarks.Wire;

/// <summary>The turns of one contender in one cell; the properties are medians over them.</summary>
/// <param name="Contender">Whose.</param>
/// <param name="Samples">A turn each; the turns of all contenders alternate.</param>
internal sealed record WireSeries(WireContender Contender, IReadOnlyList<WireSample> Samples)
{
    public double CpuPerCall => MedianOf(CpuOf);

    public double KernelPerCall => MedianOf(static sample => sample.KernelPerCall);

    public double Mean => MedianOf(MeanOf);

    public double P50 => MedianOf(P50Of);

    public double CallsPerSecond => MedianOf(CallsPerSecondOf);

    public long Calls => Samples.Sum(static sample => sample.Calls);

    /// <summary>Over all turns, since bytes and collections come seldom and at once.</summary>
    public double BytesPerCall => Samples.Sum(static sample => sample.Bytes) / (double)Math.Max(1, Calls);

    public int Collections => Samples.Sum(static sample => sample.Collections);

    /// <summary>The turns in which a method was compiled.</summary>
    public int Unsettled => Samples.Count(static sample => sample.Compiled > 0);

    public Ratio CpuOver(WireSeries other) => Over(other, CpuOf);

    public Ratio MeanOver(WireSeries other) => Over(other, MeanOf);

    public Ratio P50Over(WireSeries other) => Over(other, P50Of);

    public Ratio CallsPerSecondOver(WireSeries other) => Over(other, CallsPerSecondOf);

    private static double CpuOf(WireSample sample) => sample.CpuPerCall;

    private static double MeanOf(WireSample sample) => sample.Mean.TotalMicroseconds;

    private static double P50Of(WireSample sample) => sample.P50.TotalMicroseconds;

    private static double CallsPerSecondOf(WireSample sample) => sample.CallsPerSecond;

    private double MedianOf(Func<WireSample, double> figure) => Samples.Select(figure).Median();

    private Ratio Over(WireSeries other, Func<WireSample, double> figure) => Ratio.Of(
        MedianOf(figure) / other.MedianOf(figure), Samples.Zip(other.Samples, (mine, its) => figure(mine) / figure(its)));
}
