using System.ComponentModel;
using System.Data;
using ResilientMySql.Io;
using ResilientMySql.Queries.Streaming;

namespace ResilientMySql.Queries;

/// <summary>Runs generated queries whose result is wanted as it comes: a reader, or the bytes or the text of one big column.</summary>
/// <remarks>
/// On a data source the session goes back when what was returned is disposed of; on a connection, or in a transaction, nothing else
/// runs until then. The query is repeated when its session dies before it is answered, where it only reads and no transaction is open.
/// </remarks>
/// <exception cref="ArgumentNullException">The target is null.</exception>
/// <exception cref="InvalidOperationException">The connection is not open, or busy; or the transaction has ended.</exception>
/// <exception cref="ResilientMySqlException">A session was lost, and repairing it was not safe or not possible in time.</exception>
/// <exception cref="MySqlConnector.MySqlException">The server answered with an error, or could not be reached.</exception>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public static class ReaderRunner
{
    /// <summary>A reader before the first row, to be disposed of by the caller.</summary>
    public static ResilientMySqlDataReader OpenReader<TStatement>(QueryTarget target, in TStatement statement)
        where TStatement : struct, IStatement =>
        OpenAsync<SyncIo, TStatement>(target, new StreamedStatement<TStatement>(statement, target.CommandTimeout), default).Unwrap();

    /// <inheritdoc cref="OpenReader"/>
    public static ValueTask<ResilientMySqlDataReader> OpenReaderAsync<TStatement>(
        QueryTarget target, in TStatement statement, CancellationToken cancellationToken)
        where TStatement : struct, IStatement =>
        OpenAsync<AsyncIo, TStatement>(target, new StreamedStatement<TStatement>(statement, target.CommandTimeout), cancellationToken);

    /// <summary>
    /// The bytes of the first column of the first row, to be disposed of by the caller; null where there is no row, or the column is
    /// NULL. Seekable; the driver has received all of them by then, and they are not copied.
    /// </summary>
    /// <exception cref="InvalidCastException">The column is not binary.</exception>
    public static Stream? OpenStream<TStatement>(QueryTarget target, in TStatement statement)
        where TStatement : struct, IStatement =>
        OpenStreamAsync<SyncIo, TStatement>(target, new StreamedStatement<TStatement>(statement, target.CommandTimeout), default).Unwrap();

    /// <inheritdoc cref="OpenStream"/>
    public static ValueTask<Stream?> OpenStreamAsync<TStatement>(QueryTarget target, in TStatement statement, CancellationToken cancellationToken)
        where TStatement : struct, IStatement =>
        OpenStreamAsync<AsyncIo, TStatement>(target, new StreamedStatement<TStatement>(statement, target.CommandTimeout), cancellationToken);

    /// <summary>
    /// The text of the first column of the first row; null where there is no row, or the column is NULL. The driver gives the text as
    /// a whole, so that the session has gone back already.
    /// </summary>
    /// <exception cref="InvalidCastException">The column is not text.</exception>
    public static TextReader? OpenText<TStatement>(QueryTarget target, in TStatement statement)
        where TStatement : struct, IStatement =>
        OpenTextAsync<SyncIo, TStatement>(target, new StreamedStatement<TStatement>(statement, target.CommandTimeout), default).Unwrap();

    /// <inheritdoc cref="OpenText"/>
    public static ValueTask<TextReader?> OpenTextAsync<TStatement>(QueryTarget target, in TStatement statement, CancellationToken cancellationToken)
        where TStatement : struct, IStatement =>
        OpenTextAsync<AsyncIo, TStatement>(target, new StreamedStatement<TStatement>(statement, target.CommandTimeout), cancellationToken);

    private static async ValueTask<ResilientMySqlDataReader> OpenAsync<TIo, TStatement>(
        QueryTarget target, StreamedStatement<TStatement> streamed, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
        where TStatement : struct, IStatement
    {
        HostConnection host = await HostConnection.OpenAsync<TIo>(target, cancellationToken).ConfigureAwait(false);
        try
        {
            CommandBehavior behavior = host.IsOwn ? CommandBehavior.CloseConnection : CommandBehavior.Default;
            return await StreamOpener.OpenAsync<TIo, TStatement>(host.Connection, streamed, behavior, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await host.CloseAsync<TIo>().ConfigureAwait(false);
            throw;
        }
    }

    private static async ValueTask<Stream?> OpenStreamAsync<TIo, TStatement>(
        QueryTarget target, StreamedStatement<TStatement> streamed, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
        where TStatement : struct, IStatement
    {
        ResilientMySqlDataReader reader = await OpenAsync<TIo, TStatement>(target, streamed, cancellationToken).ConfigureAwait(false);
        Stream? column = null;
        try
        {
            if (await ReadAsync<TIo>(reader, cancellationToken).ConfigureAwait(false) && !reader.IsDBNull(0))
                column = new ColumnStream(reader, reader.GetStream(0));
        }
        finally
        {
            if (column is null)
                await reader.CloseAsync<TIo>().ConfigureAwait(false);
        }

        return column;
    }

    private static async ValueTask<TextReader?> OpenTextAsync<TIo, TStatement>(
        QueryTarget target, StreamedStatement<TStatement> streamed, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
        where TStatement : struct, IStatement
    {
        ResilientMySqlDataReader reader = await OpenAsync<TIo, TStatement>(target, streamed, cancellationToken).ConfigureAwait(false);
        try
        {
            bool hasText = await ReadAsync<TIo>(reader, cancellationToken).ConfigureAwait(false) && !reader.IsDBNull(0);
            return hasText ? new StringReader(QueryRow.Read<FirstText, string>(reader.Rows)) : null;
        }
        finally
        {
            await reader.CloseAsync<TIo>().ConfigureAwait(false);
        }
    }

    private static ValueTask<bool> ReadAsync<TIo>(ResilientMySqlDataReader reader, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo => TIo.Mode is IoMode.Sync ? new(reader.Read()) : new(reader.ReadAsync(cancellationToken));
}
