using MySqlConnector;
using ResilientMySql.Driver;
using ResilientMySql.Io;
using ResilientMySql.Sessions;

namespace ResilientMySql.Execution;

/// <summary>Prepares one more statement on a session, and closes others to make room for it.</summary>
internal static class StatementPreparation
{
    /// <summary>Prepares it. Where the server has no room, once more after making some.</summary>
    public static async ValueTask PrepareAsync<TIo>(Session session, MySqlCommand command)
        where TIo : struct, IDriverIo
    {
        if (session.Statements.IsFull)
            await MakeRoomAsync<TIo>(session).ConfigureAwait(false);

        try
        {
            await TIo.PrepareAsync(command).ConfigureAwait(false);
        }
        catch (MySqlException refusal) when (IsNoRoom(refusal) && DriverStatements.CanClose && session.Statements.Oldest is not null)
        {
            await CloseAsync<TIo>(session, session.Statements.Oldest).ConfigureAwait(false);
            await TIo.PrepareAsync(command).ConfigureAwait(false);
        }
    }

    /// <summary>Keeps a statement no longer, neither here nor on the server.</summary>
    public static ValueTask CloseAsync<TIo>(Session session, PreparedStatement statement)
        where TIo : struct, IDriverIo
    {
        session.Statements.Remove(statement);
        return statement.Wire is { } wire ? session.Wire.Channel!.CloseAsync<TIo>(wire) : DriverStatements.CloseAsync(session.Driver, statement.Text, TIo.Mode);
    }

    /// <summary>Whether the server says that there are as many statements as it wants (max_prepared_stmt_count).</summary>
    public static bool IsNoRoom(MySqlException refusal) => refusal.ErrorCode is MySqlErrorCode.MaxPreparedStatementCountReached;

    /// <summary>Closes what was used the longest ago, until there is room for one more.</summary>
    /// <remarks>Where the driver does not let us, a reset after the lease closes them all.</remarks>
    public static async ValueTask MakeRoomAsync<TIo>(Session session)
        where TIo : struct, IDriverIo
    {
        if (!DriverStatements.CanClose)
            session.Traces.NotePrepared();

        while (DriverStatements.CanClose && session.Statements is { IsFull: true, Oldest: { } oldest })
            await CloseAsync<TIo>(session, oldest).ConfigureAwait(false);
    }
}
