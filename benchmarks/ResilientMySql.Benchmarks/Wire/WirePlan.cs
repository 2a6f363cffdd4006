namespace ResilientMySql.Benchmarks.Wire;

/// <summary>How long is measured.</summary>
/// <param name="Rounds">How often every contender gets its turn.</param>
/// <param name="Turn">How long a turn is, beside the fifth of it that goes before and does not count.</param>
/// <param name="Settling">How long a contender may take until nothing is compiled any more.</param>
internal readonly record struct WirePlan(int Rounds, TimeSpan Turn, TimeSpan Settling)
{
    public static IReadOnlyList<int> Callers { get; } = [1, 16];

    public static WirePlan Of(BenchmarkOptions options) => options.IsQuick
        ? new WirePlan(options.Rounds ?? 3, TimeSpan.FromSeconds(0.1), TimeSpan.FromSeconds(0.75))
        : new WirePlan(options.Rounds ?? 9, TimeSpan.FromSeconds(0.25), TimeSpan.FromSeconds(4));

    public override string ToString() => FormattableString.Invariant($"{Rounds} rounds of {Turn.TotalSeconds:0.##} s");
}
