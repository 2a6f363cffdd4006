using MySqlConnector;
using ResilientMySql.Calls;
using ResilientMySql.Execution;
using ResilientMySql.Io;
using ResilientMySql.Sessions;

namespace ResilientMySql.Queries;

/// <summary>
/// Finds or makes a session's prepared command of a generated statement, with the arguments in it. A new one is kept by the
/// caller once it has worked.
/// </summary>
internal static class PreparedQuery
{
    private static readonly TimeSpan TimerAccuracy = TimeSpan.FromMilliseconds(100);

    public static ValueTask<MySqlCommand> BindAsync<TIo, TStatement>(
        Session session, in TStatement statement, CallBudget? budget)
        where TIo : struct, IDriverIo
        where TStatement : struct, IStatement
    {
        // What was kept may have another meaning by now, on a session that is shared inside a TransactionScope.
        bool isKept = session.Ledger.KeepsMeanings;
        PreparedStatement? known = isKept ? session.Statements.Use(QuerySlot<TStatement>.Index) : null;
        MySqlCommand command = known?.Command
            ?? new MySqlCommand(isKept ? QuerySlot<TStatement>.PreparedText : TStatement.CommandText, session.Driver);
        var sink = new DriverParameterSink(command.Parameters);
        statement.Bind(ref sink);
        int timeout = session.Pool.Settings.DefaultCommandTimeout;
        int seconds = budget?.SecondsLeft(timeout) ?? timeout;
        if (command.CommandTimeout != seconds)
            command.CommandTimeout = seconds;

        session.Statements.Started = session.Pool.Time.GetTimestamp();
        return known is not null || !isKept ? new(command) : KeepAsync<TIo, TStatement>(session, command);
    }

    /// <summary>
    /// After each execution. The driver's request to stop a command whose time was up may still be on its way, and knows what it is
    /// for by the command: nobody else is to run that one.
    /// </summary>
    public static void NoteEnded<TStatement>(Session session, MySqlCommand command)
        where TStatement : struct, IStatement
    {
        bool wasAskedToStop = command.CommandTimeout > 0
            && session.Pool.Time.GetElapsedTime(session.Statements.Started) >= TimeSpan.FromSeconds(command.CommandTimeout) - TimerAccuracy;
        if (wasAskedToStop)
            session.Statements.LetGo(QuerySlot<TStatement>.Index, command);
    }

    /// <summary>Prepares, unless that cannot be: then the driver sends the command as a text.</summary>
    private static async ValueTask<MySqlCommand> KeepAsync<TIo, TStatement>(Session session, MySqlCommand command)
        where TIo : struct, IDriverIo
        where TStatement : struct, IStatement
    {
        bool isPrepared = false;
        if (session.Statements.Keeps && !QuerySlot<TStatement>.IsList)
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
            session.Statements.Add(QuerySlot<TStatement>.Index, QuerySlot<TStatement>.PreparedText);
        else
            session.Statements.AddUnprepared(QuerySlot<TStatement>.Index, QuerySlot<TStatement>.PreparedText);

        return command;
    }
}
