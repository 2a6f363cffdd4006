namespace ResilientMySql.Benchmarks.Load;

/// <summary>How one contender compares with another.</summary>
/// <param name="OfMedians">The ratio of the medians, which counts.</param>
/// <param name="Lowest">The lowest of the single rounds' ratios.</param>
/// <param name="Highest">The highest of them.</param>
internal readonly record struct Ratio(double OfMedians, double Lowest, double Highest)
{
    public static Ratio Of(double ofMedians, IEnumerable<double> ofRounds)
    {
        double[] ratios = [.. ofRounds];
        return new Ratio(ofMedians, ratios.Min(), ratios.Max());
    }

    public override string ToString() => FormattableString.Invariant($"{OfMedians:0.00} ({Lowest:0.00}–{Highest:0.00})");
}
