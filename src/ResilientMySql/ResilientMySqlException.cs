using System.Data.Common;
using ResilientMySql.Calls;

namespace ResilientMySql;

/// <summary>
/// A session was lost and could not be replaced without losing something or running something twice. Says what was lost and
/// whether the statement ran.
/// </summary>
/// <remarks>
/// What the server itself answers, and what the driver says when it cannot open a connection, arrives as the driver's own
/// <see cref="MySqlConnector.MySqlException"/>, untouched.
/// </remarks>
public sealed class ResilientMySqlException : DbException
{
    internal ResilientMySqlException(Loss loss, Exception? innerException)
        : base(loss.Message, innerException)
    {
        Reason = loss.Reason;
        Outcome = loss.Outcome;
        Cause = loss.Cause;
        IsTransient = loss.IsTransient;
        Attempts = loss.Attempts;
        Elapsed = loss.Elapsed;
    }

    /// <summary>Whether the statement ran.</summary>
    public ExecutionOutcome Outcome { get; }

    /// <summary>What was lost.</summary>
    public LossCause Cause { get; }

    /// <summary>
    /// One sentence on what happened, which names the server or, without its values, the statement. The message says as well what
    /// to do.
    /// </summary>
    public string Reason { get; }

    /// <summary>How many times a new session was tried.</summary>
    public int Attempts { get; }

    /// <summary>How long the call took until it gave up.</summary>
    public TimeSpan Elapsed { get; }

    /// <summary>
    /// Whether running this very statement again is safe and may succeed. False for a lost transaction: its statements must be
    /// repeated together.
    /// </summary>
    public override bool IsTransient { get; }

    /// <summary>
    /// Whether the statement ran, as far as any exception of this library's calls tells: one of its own, the driver's where the
    /// time was up or no new session could be opened, or an <see cref="OperationCanceledException"/>.
    /// </summary>
    /// <returns>
    /// Null where the server has answered with an error that speaks for itself, such as a duplicate key, or the exception is not
    /// of a call of this library.
    /// </returns>
    public static ExecutionOutcome? OutcomeOf(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return OutcomeNote.Find(exception);
    }

    /// <summary>08007 (transaction resolution unknown) for <see cref="LossCause.Commit"/>, else 08S01 (communication link failure).</summary>
    public override string SqlState => Cause is LossCause.Commit ? "08007" : "08S01";
}
