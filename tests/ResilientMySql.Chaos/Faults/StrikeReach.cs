namespace ResilientMySql.Chaos.Faults;

/// <summary>Whose writes a strike could have reached.</summary>
internal enum StrikeReach
{
    /// <summary>Everybody's that were under way during it.</summary>
    Everybody,

    /// <summary>One worker's that was under way during it.</summary>
    OneWorker,

    /// <summary>Those on sessions that had been left alone for nearly as long as they may: they end by themselves, each at its own time.</summary>
    Sleepers,

    /// <summary>Nobody's: it lets nothing fail.</summary>
    Nobody,
}
