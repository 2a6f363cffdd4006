using System.Runtime.CompilerServices;
using MySqlConnector;

namespace ResilientMySql.Driver;

/// <summary>
/// Makes the driver's own exceptions for deadlines that we keep in its place, so that existing handlers see what they expect.
/// </summary>
/// <remarks>A test pins the constructor's name and shape to the referenced version of the driver.</remarks>
internal static class DriverExceptions
{
    private const string ConnectTimeoutMessage = "Connect Timeout expired.";

    /// <summary>What the driver says when a connection is not open in time.</summary>
    public static MySqlException ConnectTimeout(Exception? innerException) =>
        Create(MySqlErrorCode.UnableToConnectToHost, ConnectTimeoutMessage, innerException);

    /// <summary>What the driver says when a connection could not be opened.</summary>
    public static MySqlException UnableToConnect(Exception innerException) =>
        Create(MySqlErrorCode.UnableToConnectToHost, "Unable to connect to any of the specified MySQL hosts.", innerException);

    /// <summary>What the driver says when no session came free in time.</summary>
    public static MySqlException PoolExhausted(Exception innerException) =>
        Create(MySqlErrorCode.UnableToConnectToHost, ConnectTimeoutMessage + " All pooled connections are in use.", innerException);

    /// <summary>What the server said to the last who wanted in, for one who did not ask it.</summary>
    public static MySqlException NotAskedAgain(MySqlException reason) =>
        Create(reason.ErrorCode, $"{reason.Message} (The server has said so several times, and is asked again in the background.)", reason);

    /// <summary>Whether it says that a connection was not open in time, whatever the server would have said.</summary>
    public static bool IsConnectTimeout(Exception exception) =>
        exception is MySqlException { ErrorCode: MySqlErrorCode.UnableToConnectToHost }
        && exception.Message.StartsWith(ConnectTimeoutMessage, StringComparison.Ordinal);

    /// <summary>What the driver says when a command is not done in time.</summary>
    public static MySqlException CommandTimeout(Exception? innerException) =>
        Create(MySqlErrorCode.CommandTimeoutExpired, "The Command Timeout expired before the operation completed.", innerException);

    /// <summary>Whether it says that a file, stream or reader failed while it was loaded; the server has loaded what came before.</summary>
    public static bool IsSourceFailure(MySqlException exception) =>
        exception is { ErrorCode: MySqlErrorCode.None, InnerException: not null }
        && exception.Message.StartsWith("Error during LOAD DATA", StringComparison.Ordinal);

    /// <summary>What the driver makes of an error that the server answers with.</summary>
    public static MySqlException Answer(int number, string sqlState, string message) =>
        Create((MySqlErrorCode)number, sqlState, message, null);

    /// <summary>What the driver says when a connection in one System.Transactions transaction is to join another.</summary>
    public static MySqlException AlreadyEnlisted() =>
        Create(MySqlErrorCode.None, "Already enlisted in a Transaction.", null);

    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    private static extern MySqlException Create(MySqlErrorCode errorCode, string message, Exception? innerException);

    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    private static extern MySqlException Create(MySqlErrorCode errorCode, string? sqlState, string message, Exception? innerException);
}
