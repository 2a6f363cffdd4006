using System.Runtime.ExceptionServices;
using MySqlConnector;
using ResilientMySql.Deadlines;

namespace ResilientMySql.Failures;

/// <summary>A call that did not succeed, and what follows from it.</summary>
/// <param name="Evidence">Whether the statement ran.</param>
/// <param name="Exception">What the driver threw; null where the probe found the session dead.</param>
/// <param name="EndsSession">Whether the session must not be used again, though the driver may still call it open.</param>
internal readonly record struct Failure(Evidence Evidence, Exception? Exception, bool EndsSession)
{
    /// <summary>Whether code of the caller's threw it, whatever its type.</summary>
    public bool IsCallersOwn { get; init; }

    /// <summary>What the server or the driver said; null where that is something else, or nothing.</summary>
    public MySqlException? Answer => IsCallersOwn ? null : Exception as MySqlException;

    /// <summary>Whether somebody ended the call from outside.</summary>
    public WatchEnd End { get; init; }

    /// <summary>The probe found the session dead before anything was sent.</summary>
    public static readonly Failure DeadBeforeSend = new(Evidence.NotExecuted, null, EndsSession: true);

    /// <summary>Throws the driver's exception with its own stack trace.</summary>
    public void Rethrow() => ExceptionDispatchInfo.Throw(Exception!);
}
