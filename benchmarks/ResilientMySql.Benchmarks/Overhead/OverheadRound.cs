namespace ResilientMySql.Benchmarks.Overhead;

/// <summary>What an operation took in one round, in nanoseconds: medians over its turns.</summary>
/// <param name="Raw">On a connection of the driver's.</param>
/// <param name="Control">On another one of the driver's.</param>
/// <param name="Wrapper">On one of ours.</param>
internal readonly record struct OverheadRound(double Raw, double Control, double Wrapper)
{
    public double WrapperOverRaw => Wrapper / Raw;

    /// <summary>How far the two of the driver's are apart, whichever was faster: 1 or more.</summary>
    public double ControlApart => Math.Max(Control / Raw, Raw / Control);
}
