namespace ResilientMySql.Benchmarks.Overhead;

/// <summary>How long is measured.</summary>
/// <param name="Rounds">How often connections are opened anew.</param>
/// <param name="Batches">How often each has its turn in a round.</param>
/// <param name="Batch">How long a turn is about.</param>
/// <param name="WarmUp">How long each is run before anything counts.</param>
internal readonly record struct OverheadPlan(int Rounds, int Batches, TimeSpan Batch, TimeSpan WarmUp)
{
    public static OverheadPlan Of(BenchmarkOptions options) => options.IsQuick
        ? new OverheadPlan(options.Rounds ?? 5, 15, TimeSpan.FromMilliseconds(1.5), TimeSpan.FromSeconds(0.2))
        : new OverheadPlan(options.Rounds ?? 21, 61, TimeSpan.FromMilliseconds(2), TimeSpan.FromSeconds(1));

    public override string ToString() => FormattableString.Invariant($"{Rounds} rounds of {Batches} turns of about {Batch.TotalMilliseconds:0.#} ms each");
}
