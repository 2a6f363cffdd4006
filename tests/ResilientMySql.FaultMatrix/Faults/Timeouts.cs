namespace ResilientMySql.FaultMatrix.Faults;

/// <summary>The deadlines that a fault's cells have, as keywords of their connection strings.</summary>
internal static class Timeouts
{
    /// <summary>Long enough for a server to start on a busy machine.</summary>
    public const string Patient = "Default Command Timeout=80;Recovery Timeout=80;Connection Timeout=80";

    /// <summary>Where nobody comes back.</summary>
    public const string ShortRecovery = "Default Command Timeout=80;Recovery Timeout=1;Connection Timeout=2";

    /// <summary>Where nobody answers.</summary>
    public const string ShortCommand = "Default Command Timeout=2;Recovery Timeout=15;Connection Timeout=2";
}
