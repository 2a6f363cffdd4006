using ResilientMySql.Benchmarks.Load;
using ResilientMySql.TestServers;

namespace ResilientMySql.Benchmarks.Overhead;

/// <summary>What came out for one operation, on one server and in one kind of calls.</summary>
/// <param name="Engine">The server.</param>
/// <param name="Mode">The calls.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Rounds">One or more.</param>
/// <param name="RawBytes">What an operation allocates on the driver's connection.</param>
/// <param name="WrapperBytes">What it allocates on ours.</param>
internal sealed record OverheadResult(
    ServerEngine Engine, CallMode Mode, OverheadOperation Operation, IReadOnlyList<OverheadRound> Rounds, double RawBytes, double WrapperBytes)
{
    /// <summary>The share of the control's rounds that do not go beyond the noise floor.</summary>
    private const double Share = 0.95;

    public string Name => $"{Engine}, {Mode.ToString().ToLowerInvariant()}, {OverheadCommand.NameOf(Operation)}";

    public double Nanoseconds => Rounds.Select(static round => round.Raw).Median();

    /// <summary>The median of the rounds' ratios, between the lowest and the highest of them.</summary>
    public Ratio WrapperOverRaw => Ratio.Of(
        Rounds.Select(static round => round.WrapperOverRaw).Median(), Rounds.Select(static round => round.WrapperOverRaw));

    /// <summary>How far apart two of the driver's own connections are, at the most, in 95 of 100 rounds.</summary>
    public double NoiseFloor => Rounds.Select(static round => round.ControlApart).Order().ElementAt((int)Math.Ceiling(Share * Rounds.Count) - 1);

    public double BytesMore => WrapperBytes - RawBytes;
}
