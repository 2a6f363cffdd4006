using System.Data;
using MySqlConnector;
using ResilientMySql.Io;
using ResilientMySql.Pipeline;
using ResilientMySql.Sessions;

namespace ResilientMySql.Queries.Streaming;

/// <summary>Executes a generated statement on a connection, and hands its rows to the connection's reader.</summary>
internal static class StreamOpener
{
    /// <param name="connection">Open; closed with the reader where <paramref name="behavior"/> says so.</param>
    /// <param name="streamed">The statement.</param>
    /// <param name="behavior">What closing the reader closes; the driver is told nothing of it.</param>
    /// <param name="cancellationToken">Cancels the execution, not the reading.</param>
    public static async ValueTask<ResilientMySqlDataReader> OpenAsync<TIo, TStatement>(
        ResilientMySqlConnection connection, StreamedStatement<TStatement> streamed, CommandBehavior behavior, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
        where TStatement : struct, IStatement
    {
        Session session = connection.OpenSession();
        var call = new StreamCall<TStatement>(streamed);
        MySqlDataReader rows = await CallPipeline.RunAsync<TIo, StreamCall<TStatement>, MySqlDataReader>(session, call, cancellationToken).ConfigureAwait(false);
        return connection.StartReading(rows, session, call, behavior);
    }
}
