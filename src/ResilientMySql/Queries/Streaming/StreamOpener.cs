using System.Data;
using System.Runtime.CompilerServices;
using MySqlConnector;
using ResilientMySql.Frames;
using ResilientMySql.Io;
using ResilientMySql.Pipeline;
using ResilientMySql.Sessions;

namespace ResilientMySql.Queries.Streaming;

/// <summary>Executes a generated statement on its host's connection, and hands its rows to the connection.</summary>
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

    /// <summary>Rows of one type; to be closed by <see cref="CloseRowsAsync{TIo}"/>.</summary>
    /// <inheritdoc cref="OpenReaderAsync{TIo,TStatement}"/>
    /// <exception cref="InvalidOperationException">A column is missing, superfluous, or named like no member in its place.</exception>
    [AsyncMethodBuilder(typeof(ResultFrameBuilder<>))]
    public static async ValueTask<StreamedRows> OpenRowsAsync<TIo, TQuery, TResult>(
        QueryTarget target, TQuery query, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
        where TQuery : struct, IQuery<TResult>
        where TResult : allows ref struct
    {
        int timeout = target.CommandTimeout;
        HostConnection host = await HostConnection.OpenAsync<TIo>(target, cancellationToken).ConfigureAwait(false);
        StreamedRows rows = default;
        try
        {
            rows = await ExecuteRowsAsync<TIo, TQuery>(host.Connection, query, timeout, cancellationToken).ConfigureAwait(false);
            rows.Hold(TQuery.Members, TQuery.CommandText);
            return rows;
        }
        catch
        {
            await EndAsync<TIo>(host, rows).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Skips what is left of the rows; a session that was leased for them goes back.</summary>
    public static ValueTask CloseRowsAsync<TIo>(QueryTarget target, StreamedRows rows)
        where TIo : struct, IDriverIo => EndAsync<TIo>(HostConnection.Of(target, rows.Connection), rows);

    [AsyncMethodBuilder(typeof(ResultFrameBuilder<>))]
    private static async ValueTask<StreamedRows> ExecuteRowsAsync<TIo, TStatement>(
        ResilientMySqlConnection connection, TStatement statement, int timeout, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
        where TStatement : struct, IStatement
    {
        Session session = connection.OpenSession();
        var call = new RowsCall<TStatement>(statement, timeout);
        OpenedRows rows = await CallPipeline.RunAsync<TIo, RowsCall<TStatement>, OpenedRows>(session, call, cancellationToken).ConfigureAwait(false);
        return rows.Statement is { } wire
            ? new(connection.StartReading(session, wire, call.EffectsOn(session.Dialect), call.Timeout))
            : new(connection.StartReading(rows.Reader!, session, new StreamedStatement<TStatement>(session.Statements.Running!, timeout), CommandBehavior.Default));
    }

    [AsyncMethodBuilder(typeof(ResultFrameBuilder<>))]
    private static async ValueTask<ResilientMySqlDataReader> ExecuteAsync<TIo, TStatement>(
        ResilientMySqlConnection connection, TStatement statement, int timeout, CommandBehavior behavior, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
        where TStatement : struct, IStatement
    {
        Session session = connection.OpenSession();
        session.Wire.Counts.CountThroughDriver(session.Pool.Settings.UsesWire ? WireObstacle.Reader : WireObstacle.SwitchedOff);
        var call = new StreamCall<TStatement>(statement, timeout);
        MySqlDataReader rows = await CallPipeline.RunAsync<TIo, StreamCall<TStatement>, MySqlDataReader>(session, call, cancellationToken).ConfigureAwait(false);
        return connection.StartReading(rows, session, new StreamedStatement<TStatement>(session.Statements.Running!, timeout), behavior);
    }

    [AsyncMethodBuilder(typeof(FrameBuilder))]
    private static async ValueTask EndAsync<TIo>(HostConnection host, StreamedRows rows)
        where TIo : struct, IDriverIo
    {
        try
        {
            await rows.CloseAsync<TIo>().ConfigureAwait(false);
        }
        finally
        {
            await host.CloseAsync<TIo>().ConfigureAwait(false);
        }
    }
}
