namespace ResilientMySql.Benchmarks.Load;

/// <summary>How long is measured.</summary>
/// <param name="Rounds">How often every contender gets its turn.</param>
/// <param name="WarmUp">The part of a turn that does not count, at its beginning.</param>
/// <param name="Measured">The part that counts.</param>
internal readonly record struct LoadPlan(int Rounds, TimeSpan WarmUp, TimeSpan Measured)
{
    public override string ToString() =>
        FormattableString.Invariant($"{Rounds} rounds of {Measured.TotalSeconds:0.##} s after {WarmUp.TotalSeconds:0.##} s of warming up");
}
