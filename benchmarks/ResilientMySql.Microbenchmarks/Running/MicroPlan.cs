namespace ResilientMySql.Microbenchmarks.Running;

/// <summary>How long each benchmark is measured.</summary>
/// <param name="WarmUps">How many iterations do not count.</param>
/// <param name="Iterations">How many count.</param>
/// <param name="Iteration">How long one is to last about.</param>
internal readonly record struct MicroPlan(int WarmUps, int Iterations, TimeSpan Iteration)
{
    public static MicroPlan Of(MicroOptions options) => options.Run.IsQuick
        ? new MicroPlan(1, options.Run.Rounds ?? 2, TimeSpan.FromMilliseconds(5))
        : new MicroPlan(4, options.Run.Rounds ?? 10, TimeSpan.FromMilliseconds(100));

    public override string ToString() =>
        FormattableString.Invariant($"{Iterations} iterations of about {Iteration.TotalMilliseconds:0} ms after {WarmUps} of warming up");
}
