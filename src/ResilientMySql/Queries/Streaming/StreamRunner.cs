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
        return Iterate<TQuery, TResult>(target, query);
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

    private static IEnumerable<TResult> Iterate<TQuery, TResult>(QueryTarget target, TQuery query)
        where TQuery : struct, IQuery<TResult>
    {
        var streamed = new StreamedStatement<TQuery>(query, target.CommandTimeout);
        HostConnection host = HostConnection.OpenAsync<SyncIo>(target, default).Unwrap();
        ResilientMySqlDataReader? reader = null;
        try
        {
            reader = StreamOpener.OpenAsync<SyncIo, TQuery>(host.Connection, streamed, default, default).Unwrap();
            streamed.Verify(reader.Rows, TQuery.Members);
            while (reader.Read())
                yield return QueryRow.Read<TQuery, TResult>(reader.Rows);
        }
        finally
        {
            EndAsync<SyncIo, TQuery>(host, streamed, reader).Unwrap();
        }
    }

    private static async IAsyncEnumerable<TResult> IterateAsync<TQuery, TResult>(
        QueryTarget target, TQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TQuery : struct, IQuery<TResult>
    {
        var streamed = new StreamedStatement<TQuery>(query, target.CommandTimeout);
        HostConnection host = await HostConnection.OpenAsync<AsyncIo>(target, cancellationToken).ConfigureAwait(false);
        ResilientMySqlDataReader? reader = null;
        try
        {
            reader = await StreamOpener.OpenAsync<AsyncIo, TQuery>(host.Connection, streamed, default, cancellationToken).ConfigureAwait(false);
            streamed.Verify(reader.Rows, TQuery.Members);
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                yield return QueryRow.Read<TQuery, TResult>(reader.Rows);
        }
        finally
        {
            await EndAsync<AsyncIo, TQuery>(host, streamed, reader).ConfigureAwait(false);
        }
    }

    private static async ValueTask EndAsync<TIo, TQuery>(
        HostConnection host, StreamedStatement<TQuery> streamed, ResilientMySqlDataReader? reader)
        where TIo : struct, IDriverIo
        where TQuery : struct, IStatement
    {
        try
        {
            if (reader is not null)
                await reader.CloseAsync<TIo>().ConfigureAwait(false);

            streamed.GiveBack(host.Connection);
        }
        finally
        {
            await host.CloseAsync<TIo>().ConfigureAwait(false);
        }
    }
}
