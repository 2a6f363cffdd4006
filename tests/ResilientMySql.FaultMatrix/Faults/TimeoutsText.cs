using System.Diagnostics;

namespace ResilientMySql.FaultMatrix.Faults;

/// <summary>The deadlines in figures.</summary>
internal static class TimeoutsText
{
    /// <summary>As keywords of a connection string.</summary>
    public static string ToKeywords(this Timeouts timeouts) => timeouts switch
    {
        Timeouts.Patient => "Default Command Timeout=80;Recovery Timeout=80;Connection Timeout=80",
        Timeouts.ShortRecovery => "Default Command Timeout=80;Recovery Timeout=1;Connection Timeout=3",
        Timeouts.ShortCommand => "Default Command Timeout=3;Recovery Timeout=15;Connection Timeout=3",
        _ => throw new UnreachableException(),
    };

    /// <summary>Far beyond them: a call that takes longer hangs.</summary>
    public static TimeSpan Patience(this Timeouts timeouts) => TimeSpan.FromSeconds(timeouts is Timeouts.Patient ? 120 : 30);
}
