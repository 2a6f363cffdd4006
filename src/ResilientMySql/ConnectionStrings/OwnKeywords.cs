using System.Collections.Immutable;

namespace ResilientMySql.ConnectionStrings;

/// <summary>The keywords that this library adds to the driver's.</summary>
internal static class OwnKeywords
{
    private const uint Day = 86_400;

    public static readonly OwnKeyword Recovery = OwnKeyword.Choice("Recovery", RecoveryMode.Auto);
    public static readonly OwnKeyword RecoveryTimeout = OwnKeyword.Seconds("Recovery Timeout", 15, least: 1, most: Day);
    public static readonly OwnKeyword ServerChange = OwnKeyword.Choice("Server Change", ResilientMySql.ServerChange.Equivalent);
    public static readonly OwnKeyword Reset = OwnKeyword.Choice("Reset", ResetMode.Smart);
    public static readonly OwnKeyword Probe = OwnKeyword.Choice("Probe", ProbeMode.BeforeCall);
    public static readonly OwnKeyword SessionAffinity = OwnKeyword.Choice("Session Affinity", ResilientMySql.SessionAffinity.None);
    public static readonly OwnKeyword SessionInitSql = OwnKeyword.Text("Session Init Sql");
    public static readonly OwnKeyword AcquireTimeout = OwnKeyword.SecondsOrUnset("Acquire Timeout", most: Day);
    public static readonly OwnKeyword MaximumIdleSessions = OwnKeyword.Number("Maximum Idle Sessions", 0, most: int.MaxValue);
    public static readonly OwnKeyword MaxSessionUses = OwnKeyword.Number("Max Session Uses", 0, most: int.MaxValue);
    public static readonly OwnKeyword MaxConcurrentOpens = OwnKeyword.Number("Max Concurrent Opens", 8, most: int.MaxValue, least: 1);
    public static readonly OwnKeyword KeepaliveInterval = OwnKeyword.Seconds("Keepalive Interval", 0, least: 0, most: Day);
    public static readonly OwnKeyword CloseReturnsSession = OwnKeyword.Switch("Close Returns Session", defaultValue: true);
    public static readonly OwnKeyword LeakTracing = OwnKeyword.Switch("Leak Tracing", defaultValue: false);
    public static readonly OwnKeyword MaxPreparedStatements = OwnKeyword.Number("Max Prepared Statements", 200, most: int.MaxValue);
    public static readonly OwnKeyword AutoPrepareMinUsages = OwnKeyword.Number("Auto Prepare Min Usages", 0, most: int.MaxValue);
    public static readonly OwnKeyword Wire = OwnKeyword.Choice("Wire", WireMode.Auto);

    /// <summary>In the order in which they are written back.</summary>
    public static readonly ImmutableArray<OwnKeyword> All =
    [
        Recovery,
        RecoveryTimeout,
        ServerChange,
        Reset,
        Probe,
        SessionAffinity,
        SessionInitSql,
        AcquireTimeout,
        MaximumIdleSessions,
        MaxSessionUses,
        MaxConcurrentOpens,
        KeepaliveInterval,
        CloseReturnsSession,
        LeakTracing,
        MaxPreparedStatements,
        AutoPrepareMinUsages,
        Wire,
    ];
}
