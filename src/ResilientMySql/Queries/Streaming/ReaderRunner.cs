using System.ComponentModel;
using System.Runtime.CompilerServices;
using ResilientMySql.Frames;
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
        StreamOpener.OpenReaderAsync<SyncIo, TStatement>(target, statement, default).Unwrap();

    /// <inheritdoc cref="OpenReader"/>
    public static ValueTask<ResilientMySqlDataReader> OpenReaderAsync<TStatement>(
        QueryTarget target, in TStatement statement, CancellationToken cancellationToken)
        where TStatement : struct, IStatement =>
        StreamOpener.OpenReaderAsync<AsyncIo, TStatement>(target, statement, cancellationToken);

    /// <summary>
    /// The bytes of the first column of the first row, to be disposed of by the caller; null where there is no row, or the column is
    /// NULL. Seekable; the driver has received all of them by then, and they are not copied.
    /// </summary>
    /// <exception cref="InvalidCastException">The column is not binary.</exception>
    public static Stream? OpenStream<TStatement>(QueryTarget target, in TStatement statement)
        where TStatement : struct, IStatement =>
        OpenStreamAsync<SyncIo, TStatement>(target, statement, default).Unwrap();

    /// <inheritdoc cref="OpenStream"/>
    public static ValueTask<Stream?> OpenStreamAsync<TStatement>(QueryTarget target, in TStatement statement, CancellationToken cancellationToken)
        where TStatement : struct, IStatement =>
        OpenStreamAsync<AsyncIo, TStatement>(target, statement, cancellationToken);

    /// <summary>
    /// The text of the first column of the first row; null where there is no row, or the column is NULL. The driver gives the text as
    /// a whole, so that the session has gone back already.
    /// </summary>
    /// <exception cref="InvalidCastException">The column is not text.</exception>
    public static TextReader? OpenText<TStatement>(QueryTarget target, in TStatement statement)
        where TStatement : struct, IStatement =>
        QueryCalls.RunAsync<SyncIo, QueryCall<TStatement, TextReader?, TextShape>, TextReader?>(
            target, new(statement, target.CommandTimeout), default).Unwrap();

    /// <inheritdoc cref="OpenText"/>
    public static ValueTask<TextReader?> OpenTextAsync<TStatement>(QueryTarget target, in TStatement statement, CancellationToken cancellationToken)
        where TStatement : struct, IStatement =>
        QueryCalls.RunAsync<AsyncIo, QueryCall<TStatement, TextReader?, TextShape>, TextReader?>(
            target, new(statement, target.CommandTimeout), cancellationToken);

    [AsyncMethodBuilder(typeof(ResultFrameBuilder<>))]
    private static async ValueTask<Stream?> OpenStreamAsync<TIo, TStatement>(
        QueryTarget target, TStatement statement, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
        where TStatement : struct, IStatement
    {
        ResilientMySqlDataReader reader = await StreamOpener.OpenReaderAsync<TIo, TStatement>(target, statement, cancellationToken).ConfigureAwait(false);
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

    private static ValueTask<bool> ReadAsync<TIo>(ResilientMySqlDataReader reader, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo => TIo.Mode is IoMode.Sync ? new(reader.Read()) : new(reader.ReadAsync(cancellationToken));
}
