using System.ComponentModel;
using System.Runtime.CompilerServices;
using ResilientMySql.Io;
using ResilientMySql.Queries.Streaming;

namespace ResilientMySql.Queries;

/// <summary>Runs generated queries whose rows are wanted one by one.</summary>
/// <remarks>
/// <para>Nothing happens before the first row is asked for. Each enumeration executes the query anew: on a data source with a session
/// of its own, which goes back when the enumeration ends or is disposed of; on a connection, or in a transaction, as a data reader
/// there, beside which nothing else runs.</para>
/// <para>An enumeration that ends early has the rest of the rows skipped. The query is repeated when its session dies before the
/// first row, where it only reads and no transaction is open; after that the enumeration throws a
/// <see cref="ResilientMySqlException"/> (<see cref="LossCause.ResultSet"/>), and the rows until then are right.</para>
/// <para>The time limit is for executing the query, and again for each row that has to be waited for.</para>
/// </remarks>
/// <exception cref="ArgumentNullException">The target is null.</exception>
/// <exception cref="InvalidOperationException">
/// On the first row: the connection is not open, or busy; the transaction has ended; or the columns do not fit the row's members.
/// </exception>
/// <exception cref="ResilientMySqlException">A session was lost, and repairing it was not safe or not possible in time.</exception>
/// <exception cref="MySqlConnector.MySqlException">The server answered with an error, or could not be reached.</exception>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public static class StreamRunner
{
    /// <summary>The rows, in the server's order.</summary>
    public static IEnumerable<TResult> Enumerate<TQuery, TResult>(QueryTarget target, in TQuery query)
        where TQuery : struct, IQuery<TResult>
    {
        _ = target.Host;
        return new RowStream<TQuery, TResult>(target, query);
    }

    /// <inheritdoc cref="Enumerate"/>
    /// <param name="target">What to run on.</param>
    /// <param name="query">The query and its arguments.</param>
    /// <param name="cancellationToken">Ends the enumeration, as does the token that it is enumerated with.</param>
    /// <exception cref="OperationCanceledException">Either token was cancelled.</exception>
    public static IAsyncEnumerable<TResult> EnumerateAsync<TQuery, TResult>(
        QueryTarget target, in TQuery query, CancellationToken cancellationToken)
        where TQuery : struct, IQuery<TResult>
    {
        _ = target.Host;
        return IterateAsync<TQuery, TResult>(target, query, cancellationToken);
    }

    /// <summary>The rows, in the server's order, for one <c>foreach</c> at once; see <see cref="Rows{TResult}"/>.</summary>
    /// <remarks>Executed now, and not when the first row is asked for; what the first row would throw elsewhere, this throws.</remarks>
    public static Rows<TResult> Open<TQuery, TResult>(QueryTarget target, scoped in TQuery query)
        where TQuery : struct, IQuery<TResult>
        where TResult : allows ref struct =>
        new(target, StreamOpener.OpenRowsAsync<SyncIo, TQuery, TResult>(target, query, default).Unwrap(), QueryRowReader<TQuery, TResult>.Instance);

    private static async IAsyncEnumerable<TResult> IterateAsync<TQuery, TResult>(
        QueryTarget target, TQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TQuery : struct, IQuery<TResult>
    {
        StreamedRows rows = await StreamOpener.OpenRowsAsync<AsyncIo, TQuery, TResult>(target, query, cancellationToken).ConfigureAwait(false);
        try
        {
            while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
                yield return rows.Get<TQuery, TResult>();
        }
        finally
        {
            await StreamOpener.CloseRowsAsync<AsyncIo>(target, rows).ConfigureAwait(false);
        }
    }
}
