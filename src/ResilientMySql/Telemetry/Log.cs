using Microsoft.Extensions.Logging;

namespace ResilientMySql.Telemetry;

/// <summary>
/// Everything the library logs. Event ids: 2100 to 2199 sessions, 2200 to 2299 rehydration, 2300 to 2399 refusals. Never a
/// parameter's value, never a password.
/// </summary>
internal static partial class Log
{
    public const string SessionsCategory = "ResilientMySql.Sessions";
    public const string RehydrationCategory = "ResilientMySql.Rehydration";

    [LoggerMessage(2101, LogLevel.Debug, "Session opened: server thread {ServerThread} of {Server}.")]
    public static partial void SessionOpened(ILogger logger, int serverThread, string server);

    [LoggerMessage(2102, LogLevel.Debug, "Session closed: server thread {ServerThread}, {Reason}.")]
    public static partial void SessionClosed(ILogger logger, int serverThread, string reason);

    [LoggerMessage(2103, LogLevel.Warning,
        "The driver keeps its socket out of reach (transport or version): dead sessions are found only by the statement that meets them.")]
    public static partial void SocketOutOfReach(ILogger logger);

    [LoggerMessage(2104, LogLevel.Debug, "Session reset: server thread {ServerThread}; its state was changed.")]
    public static partial void SessionReset(ILogger logger, int serverThread);

    [LoggerMessage(2105, LogLevel.Warning,
        "A connection was dropped without being closed; its session, server thread {ServerThread}, goes back to the pool. It was opened at: {OpenedAt}")]
    public static partial void SessionLeaked(ILogger logger, int serverThread, string openedAt);

    [LoggerMessage(2106, LogLevel.Warning, "Looking after idle sessions failed; it goes on.")]
    public static partial void CareFailed(ILogger logger, Exception exception);

    [LoggerMessage(2107, LogLevel.Information, "Generated queries go through the driver's commands, which allocate: {Obstacle}.")]
    public static partial void WireOutOfReach(ILogger logger, string obstacle);

    [LoggerMessage(2201, LogLevel.Information,
        "Session rehydrated: server thread {PreviousServerThread} -> {ServerThread}, {Attempts} attempt(s), {ElapsedMilliseconds:F0} ms.")]
    public static partial void Rehydrated(ILogger logger, int previousServerThread, int serverThread, int attempts, double elapsedMilliseconds);

    [LoggerMessage(2202, LogLevel.Warning,
        "Server thread {ServerThread} could not be replaced after {Attempts} attempt(s), {ElapsedMilliseconds:F0} ms.")]
    public static partial void RehydrationFailed(ILogger logger, Exception exception, int serverThread, int attempts, double elapsedMilliseconds);

    [LoggerMessage(2301, LogLevel.Warning, "Server thread {ServerThread} is lost and the call is refused: {Reason}")]
    public static partial void Refused(ILogger logger, int serverThread, string reason);

    [LoggerMessage(2302, LogLevel.Error, "A transaction of several participants has left something behind on server thread {ServerThread}: {Reason}")]
    public static partial void BranchLeft(ILogger logger, int serverThread, string reason);
}
