using System.Data;
using MySqlConnector;
using ResilientMySql.Failures;
using ResilientMySql.Io;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql.Execution;

/// <summary>
/// Whether a hand-written command runs as its text or as a statement that its session keeps prepared. Only on request, or after
/// many uses: commands that were not asked to be prepared run as their text, whatever others of the same text do.
/// </summary>
internal static class CommandPreparation
{
    // Each null of a type that nobody said makes another variant.
    private const int MostVariants = 8;

    /// <summary>Chooses what the driver's command runs as, for one execution; prepares if that is due.</summary>
    public static ValueTask ChooseAsync<TIo>(Session session, ResilientMySqlCommand command, CommandUse use)
        where TIo : struct, IDriverIo
    {
        if (use is not CommandUse.Prepare && command.IsToBePrepared)
            return ChoosePreparedAsync<TIo>(session, command);

        if (use is CommandUse.Run && session.Statements.Uses is { } uses)
            return ChooseAutomaticallyAsync<TIo>(session, command, uses);

        command.RunAs(command.CommandText);
        return default;
    }

    /// <summary>Prepares because the user says so; whether it did, which the connection string may forbid.</summary>
    public static async ValueTask<bool> PrepareAsync<TIo>(Session session, ResilientMySqlCommand command)
        where TIo : struct, IDriverIo
    {
        if (!CanBeKept(command))
        {
            await PrepareForLeaseAsync<TIo>(session, command).ConfigureAwait(false);
            return true;
        }

        // Its parameters may be added, or get their values, later.
        return (session.Ledger.KeepsMeanings ? session.Statements.TryAskFor(command.CommandText) : session.Statements.FindAskedFor(command.CommandText) is not null)
            || await PrepareAnewAsync<TIo>(session, command).ConfigureAwait(false) is not null;
    }

    /// <summary>Whether somebody asked for it in this lease, under whatever text the driver knows it by.</summary>
    public static bool IsPrepared(Session session, ResilientMySqlCommand command)
    {
        if (!CanBeKept(command))
            return false;

        if (session.Statements.FindAskedFor(command.CommandText) is not null)
            return true;

        using var same = new MySqlCommand(command.CommandText, session.Driver);
        return session.Traces.HasPrepared && same.IsPrepared;
    }

    /// <summary>Stored procedures are prepared under their name, and the driver has words of its own for blank texts.</summary>
    private static bool CanBeKept(ResilientMySqlCommand command) =>
        command.CommandType is CommandType.Text && !string.IsNullOrWhiteSpace(command.CommandText);

    /// <summary>The command was asked to be prepared, on this session or on one before.</summary>
    private static ValueTask ChoosePreparedAsync<TIo>(Session session, ResilientMySqlCommand command)
        where TIo : struct, IDriverIo
    {
        if (!CanBeKept(command))
            return PrepareForLeaseAsync<TIo>(session, command);

        // Other settings, another schema or a temporary table can give a text another meaning; what was prepared before in the same
        // lease keeps the one that it had.
        PreparedStatement? kept = session.Ledger.KeepsMeanings
            ? session.Statements.Find(command.Prepared, command.CommandText, command.Parameters)
            : session.Statements.FindAskedFor(command.CommandText);
        if (kept is null)
            return PrepareAgainAsync<TIo>(session, command);

        session.Statements.UseAsAsked(kept);
        RunAs(session, command, kept);
        return default;
    }

    private static void RunAs(Session session, ResilientMySqlCommand command, PreparedStatement statement)
    {
        command.Prepared = statement;
        command.RunAs(statement.Text);
        if (statement.Types is null && (session.Dialect & ServerDialects.MySql9) is not ServerDialects.None)
            statement.Types = ParameterTypes.Of(command.Parameters);
    }

    /// <summary>In the way of an execution, which must not fail because there is no room, nor be asked what preparing has left.</summary>
    private static async ValueTask PrepareAgainAsync<TIo>(Session session, ResilientMySqlCommand command)
        where TIo : struct, IDriverIo
    {
        command.RunAs(command.CommandText);
        if (command.EffectsOn(session.Dialect).UsesOneShotState || !session.Statements.MayAttempt())
            return;

        try
        {
            if (await PrepareAnewAsync<TIo>(session, command).ConfigureAwait(false) is { } prepared)
                RunAs(session, command, prepared);
        }
        catch (MySqlException refusal) when (StatementPreparation.IsNoRoom(refusal))
        {
            session.Statements.NoteNoRoom();
        }
    }

    private static async ValueTask<PreparedStatement?> PrepareAnewAsync<TIo>(Session session, ResilientMySqlCommand command)
        where TIo : struct, IDriverIo
    {
        PreparedStatement? statement = await PrepareKeptAsync<TIo>(session, command).ConfigureAwait(false);
        if (statement is not null)
            session.Statements.UseAsAsked(statement);

        // A user variable that is assigned to is there once the assignment is prepared.
        bool touchesOnlyRows = command.EffectsOn(session.Dialect).Kind is StatementKind.Read or StatementKind.LockingRead or StatementKind.Write;
        if (!session.Statements.Keeps || !touchesOnlyRows)
            session.Traces.NotePrepared();

        return statement;
    }

    /// <summary>Prepares and keeps; null where it stays a text.</summary>
    private static async ValueTask<PreparedStatement?> PrepareKeptAsync<TIo>(Session session, ResilientMySqlCommand command)
        where TIo : struct, IDriverIo
    {
        string text = session.Statements.TextFor(command.CommandText);
        command.RunAs(text);
        try
        {
            await StatementPreparation.PrepareAsync<TIo>(session, command.Inner).ConfigureAwait(false);
            return command.Inner.IsPrepared ? session.Statements.Add(command.CommandText, text) : null;
        }
        finally
        {
            command.RunAs(command.CommandText);
        }
    }

    /// <summary>Under a text, or a name, that others may use too: the session is reset after the lease.</summary>
    private static ValueTask PrepareForLeaseAsync<TIo>(Session session, ResilientMySqlCommand command)
        where TIo : struct, IDriverIo
    {
        command.RunAs(command.CommandText);
        if (command.Inner.IsPrepared)
            return default;

        session.Traces.NotePrepared();
        return TIo.PrepareAsync(command.Inner);
    }

    /// <summary>Nobody asked for it: it must not change what the text means, nor fail where the text would not.</summary>
    private static ValueTask ChooseAutomaticallyAsync<TIo>(Session session, ResilientMySqlCommand command, UseCounts uses)
        where TIo : struct, IDriverIo
    {
        string sql = command.CommandText;
        if (command.CommandType is CommandType.Text && AutomaticPreparation.IsFor(command.EffectsOn(session.Dialect)) && session.Ledger.KeepsMeanings)
        {
            if (session.Statements.Find(command.Prepared, sql, command.Parameters) is { ServesAll: true } kept)
            {
                session.Statements.Use(kept);
                RunAs(session, command, kept);
                return default;
            }

            if (uses.HadEnough(sql) && session.Statements.CountVariants(sql) < MostVariants && session.Statements.MayAttempt())
                return PrepareAutomaticallyAsync<TIo>(session, command, uses);
        }

        command.RunAs(sql);
        return default;
    }

    private static async ValueTask PrepareAutomaticallyAsync<TIo>(Session session, ResilientMySqlCommand command, UseCounts uses)
        where TIo : struct, IDriverIo
    {
        command.RunAs(command.CommandText);
        if (!AutomaticPreparation.IsFor(command.CommandText, session.Pool.Settings.AllowUserVariables))
        {
            uses.Refuse(command.CommandText);
            return;
        }

        try
        {
            PreparedStatement? prepared = session.Statements.Find(null, command.CommandText, command.Parameters)
                ?? await PrepareKeptAsync<TIo>(session, command).ConfigureAwait(false);
            if (prepared is null)
            {
                uses.Refuse(command.CommandText);
                return;
            }

            prepared.ServesAll = true;
            RunAs(session, command, prepared);
        }
        catch (MySqlException refusal) when (StatementPreparation.IsNoRoom(refusal))
        {
            session.Statements.NoteNoRoom();
        }
        catch (MySqlException refusal) when (refusal.Number > 0 && ServerErrors.MeaningOf(refusal.ErrorCode) is ServerErrorMeaning.None)
        {
            // The text has run before, and may still.
            uses.Refuse(command.CommandText);
        }
    }
}
