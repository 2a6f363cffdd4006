using System.Data;
using System.Net.Sockets;
using MySqlConnector;
using ResilientMySql.Deadlines;
using ResilientMySql.Driver;
using ResilientMySql.Statements;

namespace ResilientMySql.Failures;

/// <summary>Turns an exception of the driver into evidence. Pure.</summary>
/// <remarks>Which exception stands for which death was measured on MySQL 9.7 and MariaDB 10.11: docs/decisions/0002.</remarks>
internal static class FailureClassifier
{
    /// <summary>Classifies a failure of a call that was sent, or of which nobody knows better.</summary>
    /// <param name="exception">What the driver threw.</param>
    /// <param name="stateAfter">What the driver's connection says of itself now.</param>
    /// <param name="dialect">Whose numbers the server's errors have.</param>
    public static Failure Classify(Exception exception, ConnectionState stateAfter, ServerDialects dialect) => exception switch
    {
        // Neither the driver nor the server has said anything.
        CallersOwnException own => new(Evidence.Answered, own.InnerException, EndsSession: stateAfter is not ConnectionState.Open) { IsCallersOwn = true },

        // The caller asked for it, and is told nothing else.
        OperationCanceledException => new(Evidence.Answered, exception, EndsSession: stateAfter is not ConnectionState.Open),

        // Where the server could be asked to stop, it has answered; where it could not, it may still be at it.
        MySqlException { ErrorCode: MySqlErrorCode.CommandTimeoutExpired } => stateAfter is ConnectionState.Open
            ? new(Evidence.Answered, exception, EndsSession: false)
            : new(Evidence.Unknown, exception, EndsSession: true) { End = WatchEnd.Expired },

        // MariaDB means something else by it; the driver gives the session up all the same.
        MySqlException { ErrorCode: MySqlErrorCode.ClientInteractionTimeout } when (dialect & ServerDialects.MySql9) is ServerDialects.None =>
            new(Evidence.Answered, exception, EndsSession: true),

        // The server has loaded what came before the source failed, and said so; the driver gives the session up all the same.
        MySqlException failed when DriverExceptions.IsSourceFailure(failed) =>
            new(Evidence.Answered, exception, EndsSession: stateAfter is not ConnectionState.Open),
        MySqlException { Number: > 0 } answer => Classify(answer, ServerErrors.MeaningOf(answer.ErrorCode), stateAfter),
        MySqlException or SocketException or IOException or ObjectDisposedException when stateAfter is not ConnectionState.Open =>
            new(Evidence.Unknown, exception, EndsSession: true),
        SocketException or IOException => new(Evidence.Unknown, exception, EndsSession: true),
        _ when stateAfter is not ConnectionState.Open => new(Evidence.Unknown, exception, EndsSession: true),
        _ => new(Evidence.Answered, exception, EndsSession: false),
    };

    /// <summary>An answer is an answer, unless it says that the session was ended under the statement, at whatever point.</summary>
    private static Failure Classify(MySqlException answer, ServerErrorMeaning meaning, ConnectionState stateAfter)
    {
        const ServerErrorMeaning EndedUnderIt = ServerErrorMeaning.EndsSession | ServerErrorMeaning.LeavesInDoubt;
        bool endsSession = meaning.HasFlag(ServerErrorMeaning.EndsSession) || stateAfter is not ConnectionState.Open;
        return new(meaning.HasFlag(EndedUnderIt) ? Evidence.Unknown : Evidence.Answered, answer, endsSession);
    }
}
