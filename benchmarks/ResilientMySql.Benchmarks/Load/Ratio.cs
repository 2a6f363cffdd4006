namespace ResilientMySql.Benchmarks.Load;

/// <summary>How one contender compares with another.</summary>
/// <param name="Middle">The one that counts: the ratio of the medians, or the median of the rounds' ratios, as the document says.</param>
/// <param name="Lowest">The lowest of the single rounds' ratios.</param>
/// <param name="Highest">The highest of them.</param>
internal readonly record struct Ratio(double Middle, double Lowest, double Highest)
{
    public static Ratio Of(double middle, IEnumerable<double> ofRounds)
    {
        double[] ratios = [.. ofRounds];
        return new Ratio(middle, ratios.Min(), ratios.Max());
    }

    public override string ToString() => FormattableString.Invariant($"{Middle:0.00} ({Lowest:0.00}–{Highest:0.00})");
}
