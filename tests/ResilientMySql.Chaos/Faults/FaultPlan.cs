namespace ResilientMySql.Chaos.Faults;

/// <summary>The faults of a run, one after the other without end. The same seed gives the same plan.</summary>
/// <remarks>Kinds are dealt like cards, so that even a short run meets each of them: the pack is shuffled anew when it is used up.</remarks>
internal sealed class FaultPlan(int seed)
{
    private static readonly FaultKind[] Pack =
    [
        .. Enum.GetValues<FaultKind>(),

        // What tells a careful library from a careless one comes more often: deaths while idle, and answers lost after the fact.
        FaultKind.FinWhileIdle, FaultKind.ResetWhileIdle, FaultKind.KillIdleSession,
        FaultKind.SwallowAnswer, FaultKind.SwallowAnswer, FaultKind.CutAfterForwarding,
    ];

    public IEnumerable<PlannedFault> Faults()
    {
        var random = new Random(seed);
        while (true)
        {
            var pack = (FaultKind[])Pack.Clone();
            random.Shuffle(pack);
            foreach (FaultKind kind in pack)
                yield return Draw(kind, random);
        }
    }

    private static PlannedFault Draw(FaultKind kind, Random random) => new(
        kind,
        Pause: TimeSpan.FromSeconds(0.3 + (1.7 * Math.Pow(random.NextDouble(), 2))),
        Duration: TimeSpan.FromSeconds(0.1 + (1.4 * random.NextDouble())),
        Skip: random.Next(20),
        Times: 1 + random.Next(8),
        Choice: random.NextDouble());
}
