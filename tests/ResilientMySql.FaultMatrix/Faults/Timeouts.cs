namespace ResilientMySql.FaultMatrix.Faults;

/// <summary>The deadlines that a fault's cells have.</summary>
internal enum Timeouts
{
    /// <summary>Long enough for a server to start on a busy machine.</summary>
    Patient,

    /// <summary>For faults after which nobody comes back.</summary>
    ShortRecovery,

    /// <summary>For faults after which nobody answers.</summary>
    ShortCommand,
}
