using MySqlConnector;
using ResilientMySql.Calls;
using ResilientMySql.Execution;
using ResilientMySql.Failures;
using ResilientMySql.Io;
using ResilientMySql.Sessions;

namespace ResilientMySql.Queries;

/// <summary>
/// Finds or makes a session's prepared command of a generated statement, with the arguments in it. A new one is kept by the
/// caller once it has worked.
/// </summary>
internal static class PreparedQuery
{
    /// <param name="session">Where it is to run.</param>
    /// <param name="text">What it runs as.</param>
    /// <param name="statement">Its arguments.</param>
    /// <param name="timeout">How long it may take, in seconds; 0 for no limit.</param>
    /// <param name="budget">What is left of that after a failure; null before the first.</param>
    public static ValueTask<MySqlCommand> BindAsync<TIo, TStatement>(
        Session session, QueryText text, in TStatement statement, int timeout, CallBudget? budget)
        where TIo : struct, IDriverIo
        where TStatement : struct, IStatement
    {
        // What was kept may have another meaning by now, on a session that is shared inside a TransactionScope.
        bool isKept = text.IsKept && session.Ledger.KeepsMeanings;
        PreparedStatement? known = isKept ? session.Statements.Use(text.Slot) : null;
        MySqlCommand command = known?.Command ?? new MySqlCommand(isKept ? text.PreparedText : text.CommandText, session.Driver);
        var sink = new DriverParameterSink(command.Parameters);
        Bind(statement, ref sink);
        if (text.Placeholders is { } placeholders && sink.Count != placeholders)
            throw new InvalidOperationException($"A list has changed its length while the call was under way; nothing was sent: {TStatement.CommandText}");

        int seconds = budget?.SecondsLeft(timeout) ?? timeout;
        if (command.CommandTimeout != seconds)
            command.CommandTimeout = seconds;

        // The driver wants to be told of the transaction that it is in; the last caller's is over.
        MySqlTransaction? transaction = session.DriverTransaction;
        if (!ReferenceEquals(command.Transaction, transaction))
            command.Transaction = transaction;

        session.Statements.Begin(text.Slot, command, session.Pool.Time.GetTimestamp());
        return known is not null || !isKept ? new(command) : KeepAsync<TIo>(session, text, command);
    }

    /// <summary>Objects and lists are the caller's, and so are converters.</summary>
    private static void Bind<TStatement>(in TStatement statement, ref DriverParameterSink sink)
        where TStatement : struct, IStatement
    {
        try
        {
            statement.Bind(ref sink);
        }
        catch (Exception exception) when (CallersOwnException.IsNeededFor(exception))
        {
            throw new CallersOwnException(exception);
        }
    }

    /// <summary>Prepares, unless that cannot be: then the driver sends the command as a text.</summary>
    private static async ValueTask<MySqlCommand> KeepAsync<TIo>(Session session, QueryText text, MySqlCommand command)
        where TIo : struct, IDriverIo
    {
        bool isPrepared = false;
        if (session.Statements.Keeps && !text.IsSeveral)
        {
            if (!session.Statements.MayAttempt())
                return command;

            try
            {
                await StatementPreparation.PrepareAsync<TIo>(session, command).ConfigureAwait(false);
                isPrepared = command.IsPrepared;
            }
            catch (MySqlException refusal) when (StatementPreparation.IsNoRoom(refusal))
            {
                session.Statements.NoteNoRoom();
                return command;
            }
            catch (MySqlException refusal) when (refusal.ErrorCode is MySqlErrorCode.UnsupportedPreparedStatement)
            {
                // A few statements cannot be prepared.
            }
        }

        if (isPrepared)
            session.Statements.Add(text.Slot, text.PreparedText);
        else
            session.Statements.AddUnprepared(text.Slot, text.PreparedText);

        return command;
    }
}
