using System.Diagnostics;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using MySqlConnector;
using ResilientMySql.Execution;
using ResilientMySql.Failures;
using ResilientMySql.Frames;
using ResilientMySql.Io;
using ResilientMySql.Sessions;
using ResilientMySql.Wire;

namespace ResilientMySql.Queries;

/// <summary>Decides which executions of generated statements go past the driver, and keeps what is prepared for them.</summary>
internal static class WirePath
{
    // Named as the driver's own: whoever listens to its spans is to see them.
    private static readonly ActivitySource DriverSpans = new("MySqlConnector");

    /// <summary>The way for this execution; null where it is a command of the driver's, which is counted with its reason.</summary>
    public static WireChannel? For(Session session, QueryText text)
    {
        if (ObstacleTo(session, text) is { } obstacle)
        {
            session.Wire.Counts.CountThroughDriver(obstacle);
            return null;
        }

        WireChannel? channel = session.Wire.Channel;
        if (channel is null)
            session.Wire.Counts.CountThroughDriver(WireObstacle.Session);

        return channel;
    }

    /// <summary>The statement, prepared where it was not yet; null where it is not for the wire.</summary>
    /// <param name="session">Where it is to run.</param>
    /// <param name="channel">Its wire.</param>
    /// <param name="text">What it runs as.</param>
    /// <param name="hasRows">Whether its rows are wanted.</param>
    public static ValueTask<WireStatement?> FindAsync<TIo>(Session session, WireChannel channel, QueryText text, bool hasRows)
        where TIo : struct, IDriverIo
    {
        if (session.Statements.Use(text.Slot) is { Wire: { } known })
        {
            session.Wire.Counts.CountPast();
            return new(known);
        }

        return FindNewAsync<TIo>(session, channel, text, hasRows);
    }

    /// <summary>Puts the arguments in, which are the caller's, and so are lists and converters; nothing is sent.</summary>
    /// <exception cref="InvalidOperationException">A list has changed its length meanwhile.</exception>
    public static void Encode<TStatement>(WireChannel channel, WireStatement statement, in TStatement arguments)
        where TStatement : struct, IStatement
    {
        try
        {
            channel.Encode(statement, arguments);
        }
        catch (Exception exception) when (CallersOwnException.IsNeededFor(exception))
        {
            throw new CallersOwnException(exception);
        }
    }

    /// <summary>After the last row that was wanted: whether what comes behind it fails is told where it matters.</summary>
    public static ValueTask FinishAsync<TIo>(WireChannel channel, bool mindsTheRest)
        where TIo : struct, IDriverIo => channel.SkipAsync<TIo>(mindsErrors: mindsTheRest);

    /// <summary>
    /// After a failed execution. What was wrong with an argument or a value leaves rows to be skipped; what is wrong with the link
    /// ends it.
    /// </summary>
    public static async ValueTask SettleAsync<TIo>(WireChannel channel, Exception failure)
        where TIo : struct, IDriverIo
    {
        if (IsLinkFailure(failure))
        {
            channel.GiveUp(failure);
            return;
        }

        try
        {
            // What went wrong first is what is told.
            await channel.SkipAsync<TIo>(mindsErrors: false).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsLinkFailure(exception))
        {
            channel.GiveUp(exception);
        }
    }

    /// <summary>Whether nothing more can be read from the link.</summary>
    public static bool IsLinkFailure(Exception exception) => exception is IOException or SocketException or ObjectDisposedException;

    private static WireObstacle? ObstacleTo(Session session, QueryText text)
    {
        if (!session.Pool.Settings.UsesWire)
            return WireObstacle.SwitchedOff;

        if (text is not { IsKept: true, IsSeveral: false, MayHaveVariables: false } || !session.Statements.MayUseWire(text.Slot))
            return WireObstacle.Statement;

        if (!session.Ledger.KeepsMeanings)
            return WireObstacle.Settings;

        return session.Owner is { IsListening: true } || DriverSpans.HasListeners() ? WireObstacle.Listener : null;
    }

    /// <summary>What it was not known to be: prepared now, or the driver's.</summary>
    private static async ValueTask<WireStatement?> FindNewAsync<TIo>(Session session, WireChannel channel, QueryText text, bool hasRows)
        where TIo : struct, IDriverIo
    {
        bool mayPrepare = session.Statements.Use(text.Slot) is null && session.Statements.Keeps && session.Statements.MayAttempt();
        WireStatement? statement = mayPrepare ? await PrepareAsync<TIo>(session, channel, text, hasRows).ConfigureAwait(false) : null;
        if (statement is null)
            session.Wire.Counts.CountThroughDriver(WireObstacle.Statement);
        else
            session.Wire.Counts.CountPast();

        return statement;
    }

    /// <summary>Prepares it. Where the server has no room, once more after making some.</summary>
    private static async ValueTask<WireStatement?> PrepareAsync<TIo>(Session session, WireChannel channel, QueryText text, bool hasRows)
        where TIo : struct, IDriverIo
    {
        if (session.Statements.IsFull)
            await StatementPreparation.MakeRoomAsync<TIo>(session).ConfigureAwait(false);

        WireStatement? statement = await TryPrepareAsync<TIo>(session, channel, text).ConfigureAwait(false);
        if (statement is null && session.Statements is { Oldest: { } oldest } && session.Statements.MayUseWire(text.Slot))
        {
            await StatementPreparation.CloseAsync<TIo>(session, oldest).ConfigureAwait(false);
            statement = await TryPrepareAsync<TIo>(session, channel, text).ConfigureAwait(false);
        }

        if (statement is null)
        {
            if (session.Statements.MayUseWire(text.Slot))
                session.Statements.NoteNoRoom();

            return null;
        }

        if (statement.Columns.Length > 0 == hasRows && Array.TrueForAll(statement.Columns, static column => column.IsReadable))
        {
            session.Statements.Add(text.Slot, text.PreparedText, statement);
            return statement;
        }

        session.Statements.KeepOffWire(text.Slot);
        await channel.CloseAsync<TIo>(statement).ConfigureAwait(false);
        return null;
    }

    /// <summary>Null where the server has no room, or does not prepare such statements.</summary>
    private static async ValueTask<WireStatement?> TryPrepareAsync<TIo>(Session session, WireChannel channel, QueryText text)
        where TIo : struct, IDriverIo
    {
        channel.Claim();
        try
        {
            session.Watch.RunsUntimed(channel.Marker);
            return await channel.PrepareAsync<TIo>(text.CommandText, text.Slot).ConfigureAwait(false);
        }
        catch (MySqlException refusal) when (StatementPreparation.IsNoRoom(refusal))
        {
            return null;
        }
        catch (MySqlException refusal) when (refusal.ErrorCode is MySqlErrorCode.UnsupportedPreparedStatement)
        {
            session.Statements.KeepOffWire(text.Slot);
            return null;
        }
        catch (Exception exception) when (IsLinkFailure(exception))
        {
            channel.GiveUp(exception);
            throw;
        }
        finally
        {
            channel.Release();
        }
    }
}
