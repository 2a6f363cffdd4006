using System.Collections.Immutable;

namespace ResilientMySql.ConnectionStrings;

/// <summary>The keywords that this library adds to the driver's.</summary>
internal static class OwnKeywords
{
    private const uint Day = 86_400;

    public static readonly OwnKeyword Recovery = OwnKeyword.Choice("Recovery", RecoveryMode.Auto);
    public static readonly OwnKeyword RecoveryTimeout = OwnKeyword.Seconds("Recovery Timeout", 15, least: 1, most: Day);
    public static readonly OwnKeyword ServerChange = OwnKeyword.Choice("Server Change", ResilientMySql.ServerChange.Equivalent);

    /// <summary>In the order in which they are written back.</summary>
    public static readonly ImmutableArray<OwnKeyword> All = [Recovery, RecoveryTimeout, ServerChange];
}
