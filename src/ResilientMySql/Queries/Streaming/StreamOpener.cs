using System.Data;
using System.Runtime.CompilerServices;
using MySqlConnector;
using ResilientMySql.Frames;
using ResilientMySql.Io;
using ResilientMySql.Pipeline;
using ResilientMySql.Sessions;

namespace ResilientMySql.Queries.Streaming;

/// <summary>Executes a generated statement on its host's connection, and hands its rows to the connection's reader.</summary>
internal static class StreamOpener
{
    /// <summary>A reader for whoever asked for one: a connection that was opened for it is closed with it.</summary>
    /// <param name="target">What to run on.</param>
    /// <param name="statement">The statement and its arguments.</param>
    /// <param name="cancellationToken">Cancels the execution, not the reading.</param>
    [AsyncMethodBuilder(typeof(ResultFrameBuilder<>))]
    public static async ValueTask<ResilientMySqlDataReader> OpenReaderAsync<TIo, TStatement>(
        QueryTarget target, TStatement statement, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
        where TStatement : struct, IStatement
    {
        int timeout = target.CommandTimeout;
        HostConnection host = await HostConnection.OpenAsync<TIo>(target, cancellationToken).ConfigureAwait(false);
        try
        {
            CommandBehavior behavior = host.IsOwn ? CommandBehavior.CloseConnection : CommandBehavior.Default;
            ResilientMySqlDataReader reader = await ExecuteAsync<TIo, TStatement>(host.Connection, statement, timeout, behavior, cancellationToken).ConfigureAwait(false);
            host.Connection.OpenSession().Statements.NoteWorked();
            return reader;
        }
        catch
        {
            await host.CloseAsync<TIo>().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>A reader for rows of one type; to be closed by <see cref="CloseRowsAsync{TIo}"/>.</summary>
    /// <inheritdoc cref="OpenReaderAsync{TIo,TStatement}"/>
    /// <exception cref="InvalidOperationException">A column is missing, superfluous, or named like no member in its place.</exception>
    [AsyncMethodBuilder(typeof(ResultFrameBuilder<>))]
    public static async ValueTask<ResilientMySqlDataReader> OpenRowsAsync<TIo, TQuery, TResult>(
        QueryTarget target, TQuery query, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
        where TQuery : struct, IQuery<TResult>
    {
        int timeout = target.CommandTimeout;
        HostConnection host = await HostConnection.OpenAsync<TIo>(target, cancellationToken).ConfigureAwait(false);
        ResilientMySqlDataReader? reader = null;
        try
        {
            reader = await ExecuteAsync<TIo, TQuery>(host.Connection, query, timeout, CommandBehavior.Default, cancellationToken).ConfigureAwait(false);
            PreparedStatements statements = host.Connection.OpenSession().Statements;
            ColumnCheck.Hold(reader.Rows, TQuery.Members, TQuery.CommandText, isNew: !statements.HasWorked);
            statements.NoteWorked();
            return reader;
        }
        catch
        {
            await EndAsync<TIo>(host, reader).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Skips what is left of the rows; a session that was leased for them goes back.</summary>
    public static ValueTask CloseRowsAsync<TIo>(QueryTarget target, ResilientMySqlDataReader reader)
        where TIo : struct, IDriverIo => EndAsync<TIo>(HostConnection.Of(target, reader), reader);

    [AsyncMethodBuilder(typeof(ResultFrameBuilder<>))]
    private static async ValueTask<ResilientMySqlDataReader> ExecuteAsync<TIo, TStatement>(
        ResilientMySqlConnection connection, TStatement statement, int timeout, CommandBehavior behavior, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
        where TStatement : struct, IStatement
    {
        Session session = connection.OpenSession();
        var call = new StreamCall<TStatement>(statement, timeout);
        MySqlDataReader rows = await CallPipeline.RunAsync<TIo, StreamCall<TStatement>, MySqlDataReader>(session, call, cancellationToken).ConfigureAwait(false);
        return connection.StartReading(rows, session, new StreamedStatement<TStatement>(session.Statements.Running!, timeout), behavior);
    }

    [AsyncMethodBuilder(typeof(FrameBuilder))]
    private static async ValueTask EndAsync<TIo>(HostConnection host, ResilientMySqlDataReader? reader)
        where TIo : struct, IDriverIo
    {
        try
        {
            if (reader is not null)
                await reader.CloseAsync<TIo>().ConfigureAwait(false);
        }
        finally
        {
            await host.CloseAsync<TIo>().ConfigureAwait(false);
        }
    }
}
