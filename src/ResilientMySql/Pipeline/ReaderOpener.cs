using System.Data;
using System.Runtime.CompilerServices;
using MySqlConnector;
using ResilientMySql.Execution;
using ResilientMySql.Frames;
using ResilientMySql.Io;
using ResilientMySql.Sessions;

namespace ResilientMySql.Pipeline;

/// <summary>Executes a command or a batch for its rows, and hands them to the connection's reader.</summary>
internal static class ReaderOpener
{
    [AsyncMethodBuilder(typeof(ResultFrameBuilder<>))]
    public static async ValueTask<ResilientMySqlDataReader> OpenAsync<TIo, TStatement>(
        ResilientMySqlConnection connection, TStatement statement, CommandBehavior behavior, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
        where TStatement : struct, IDriverStatement
    {
        Session session = connection.OpenSession();
        var call = new ReaderCall<TStatement>(statement, ForDriver(behavior));
        try
        {
            MySqlDataReader rows = await CallPipeline.RunAsync<TIo, ReaderCall<TStatement>, MySqlDataReader>(session, call, cancellationToken).ConfigureAwait(false);
            return connection.StartReading(rows, session, statement, behavior);
        }
        catch (Exception exception) when (behavior.HasFlag(CommandBehavior.CloseConnection) && exception is not InvalidOperationException)
        {
            // The caller gets no reader that he could close it with.
            await connection.CloseAsync<TIo>().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>
    /// Closing the connection is ours. For a single row the driver would limit the whole session, and leave it so after an error:
    /// the reader stops after the first one instead.
    /// </summary>
    private static CommandBehavior ForDriver(CommandBehavior behavior)
    {
        behavior &= ~CommandBehavior.CloseConnection;
        return behavior.HasFlag(CommandBehavior.SingleRow) ? (behavior & ~CommandBehavior.SingleRow) | CommandBehavior.SingleResult : behavior;
    }
}
