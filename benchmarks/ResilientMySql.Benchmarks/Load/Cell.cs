using ResilientMySql.TestServers;

namespace ResilientMySql.Benchmarks.Load;

/// <summary>What the contenders of a comparison have in common.</summary>
/// <param name="Engine">Whom they ask.</param>
/// <param name="Mode">How they ask.</param>
/// <param name="Callers">How many ask at once.</param>
internal readonly record struct Cell(ServerEngine Engine, CallMode Mode, int Callers)
{
    public override string ToString() => $"{Engine}, {Mode.ToString().ToLowerInvariant()}, {Callers} {(Callers == 1 ? "caller" : "callers")}";
}
