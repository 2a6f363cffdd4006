using MySqlConnector;

namespace ResilientMySql.Sessions;

/// <summary>Which options of the driver change what packets or values look like: sessions with one of them are left to the driver.</summary>
internal static class WireFitness
{
    /// <summary>The first such option, as the end of a sentence; null where there is none.</summary>
    public static string? FindObstacle(MySqlConnectionStringBuilder driver) => driver switch
    {
        { UseCompression: true } => "packets are compressed (Use Compression)",
        { IgnorePrepare: true } => "nothing is to be prepared (Ignore Prepare)",
        { AllowZeroDateTime: true } or { ConvertZeroDateTime: true } => "dates that are none have a meaning (Allow Zero DateTime, Convert Zero DateTime)",
        { DateTimeKind: not MySqlDateTimeKind.Unspecified } => "dates have a kind (DateTimeKind)",
        { TreatTinyAsBoolean: false } => "TINYINT(1) is a number (Treat Tiny As Boolean)",
        _ => null,
    };
}
