using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using ResilientMySql.Calls;
using ResilientMySql.Io;

namespace ResilientMySql.Queries;

/// <summary>Runs generated queries. The body of a generated method is one call of one of these.</summary>
/// <remarks>
/// <para>On a data source each call leases a session for itself; on a connection, or a transaction, it runs as a command there would.
/// The statement is prepared once a session. A query that only reads is repeated when its session dies under it, unless a transaction
/// is open; nothing else is ever sent twice. While the server is away, calls wait inside Recovery Timeout.</para>
/// </remarks>
/// <exception cref="ArgumentNullException">The target is null.</exception>
/// <exception cref="InvalidOperationException">The connection is not open, or busy; or the transaction has ended.</exception>
/// <exception cref="ResilientMySqlException">A session was lost, and repairing it was not safe or not possible in time.</exception>
/// <exception cref="MySqlConnector.MySqlException">The server answered with an error, or could not be reached.</exception>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public static class QueryRunner
{
    /// <summary>The first row.</summary>
    /// <exception cref="InvalidOperationException">There is no row.</exception>
    public static TResult First<TQuery, TResult>(QueryTarget target, in TQuery query)
        where TQuery : struct, IQuery<TResult> =>
        QueryCalls.RunAsync<SyncIo, QueryCall<TQuery, TResult, FirstShape<TQuery, TResult>>, TResult>(
            target, new(query, target.CommandTimeout), default).Unwrap();

    /// <summary>The first row, or the default of <typeparamref name="TResult"/> where there is none.</summary>
    public static TResult? FirstOrDefault<TQuery, TResult>(QueryTarget target, in TQuery query)
        where TQuery : struct, IQuery<TResult> =>
        QueryCalls.RunAsync<SyncIo, QueryCall<TQuery, TResult?, FirstOrDefaultShape<TQuery, TResult>>, TResult?>(
            target, new(query, target.CommandTimeout), default).Unwrap();

    /// <summary>The only row.</summary>
    /// <exception cref="InvalidOperationException">There is no row, or there are several: the message says how many.</exception>
    [SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "As LINQ's method.")]
    public static TResult Single<TQuery, TResult>(QueryTarget target, in TQuery query)
        where TQuery : struct, IQuery<TResult> =>
        QueryCalls.RunAsync<SyncIo, QueryCall<TQuery, TResult, SingleShape<TQuery, TResult>>, TResult>(
            target, new(query, target.CommandTimeout), default).Unwrap();

    /// <summary>The only row, or the default of <typeparamref name="TResult"/> where there is none.</summary>
    /// <exception cref="InvalidOperationException">There are several rows: the message says how many.</exception>
    public static TResult? SingleOrDefault<TQuery, TResult>(QueryTarget target, in TQuery query)
        where TQuery : struct, IQuery<TResult> =>
        QueryCalls.RunAsync<SyncIo, QueryCall<TQuery, TResult?, SingleOrDefaultShape<TQuery, TResult>>, TResult?>(
            target, new(query, target.CommandTimeout), default).Unwrap();

    /// <summary>Whether there is at least one row.</summary>
    public static bool Exists<TStatement>(QueryTarget target, in TStatement statement)
        where TStatement : struct, IStatement =>
        QueryCalls.RunAsync<SyncIo, QueryCall<TStatement, bool, ExistsShape>, bool>(
            target, new(statement, target.CommandTimeout), default).Unwrap();

    /// <summary>All rows, in the server's order.</summary>
    public static List<TResult> ToList<TQuery, TResult>(QueryTarget target, in TQuery query)
        where TQuery : struct, IQuery<TResult> =>
        QueryCalls.RunAsync<SyncIo, QueryCall<TQuery, List<TResult>, ListShape<TQuery, TResult>>, List<TResult>>(
            target, new(query, target.CommandTimeout), default).Unwrap();

    /// <summary>All rows, in the server's order.</summary>
    public static TResult[] ToArray<TQuery, TResult>(QueryTarget target, in TQuery query)
        where TQuery : struct, IQuery<TResult> =>
        QueryCalls.RunAsync<SyncIo, QueryCall<TQuery, TResult[], ArrayShape<TQuery, TResult>>, TResult[]>(
            target, new(query, target.CommandTimeout), default).Unwrap();

    /// <inheritdoc cref="First"/>
    public static ValueTask<TResult> FirstAsync<TQuery, TResult>(QueryTarget target, in TQuery query, CancellationToken cancellationToken)
        where TQuery : struct, IQuery<TResult> =>
        QueryCalls.RunAsync<AsyncIo, QueryCall<TQuery, TResult, FirstShape<TQuery, TResult>>, TResult>(
            target, new(query, target.CommandTimeout), cancellationToken);

    /// <inheritdoc cref="FirstOrDefault"/>
    public static ValueTask<TResult?> FirstOrDefaultAsync<TQuery, TResult>(QueryTarget target, in TQuery query, CancellationToken cancellationToken)
        where TQuery : struct, IQuery<TResult> =>
        QueryCalls.RunAsync<AsyncIo, QueryCall<TQuery, TResult?, FirstOrDefaultShape<TQuery, TResult>>, TResult?>(
            target, new(query, target.CommandTimeout), cancellationToken);

    /// <inheritdoc cref="Single"/>
    public static ValueTask<TResult> SingleAsync<TQuery, TResult>(QueryTarget target, in TQuery query, CancellationToken cancellationToken)
        where TQuery : struct, IQuery<TResult> =>
        QueryCalls.RunAsync<AsyncIo, QueryCall<TQuery, TResult, SingleShape<TQuery, TResult>>, TResult>(
            target, new(query, target.CommandTimeout), cancellationToken);

    /// <inheritdoc cref="SingleOrDefault"/>
    public static ValueTask<TResult?> SingleOrDefaultAsync<TQuery, TResult>(QueryTarget target, in TQuery query, CancellationToken cancellationToken)
        where TQuery : struct, IQuery<TResult> =>
        QueryCalls.RunAsync<AsyncIo, QueryCall<TQuery, TResult?, SingleOrDefaultShape<TQuery, TResult>>, TResult?>(
            target, new(query, target.CommandTimeout), cancellationToken);

    /// <inheritdoc cref="Exists"/>
    public static ValueTask<bool> ExistsAsync<TStatement>(QueryTarget target, in TStatement statement, CancellationToken cancellationToken)
        where TStatement : struct, IStatement =>
        QueryCalls.RunAsync<AsyncIo, QueryCall<TStatement, bool, ExistsShape>, bool>(
            target, new(statement, target.CommandTimeout), cancellationToken);

    /// <inheritdoc cref="ToList"/>
    public static ValueTask<List<TResult>> ToListAsync<TQuery, TResult>(QueryTarget target, in TQuery query, CancellationToken cancellationToken)
        where TQuery : struct, IQuery<TResult> =>
        QueryCalls.RunAsync<AsyncIo, QueryCall<TQuery, List<TResult>, ListShape<TQuery, TResult>>, List<TResult>>(
            target, new(query, target.CommandTimeout), cancellationToken);

    /// <inheritdoc cref="ToArray"/>
    public static ValueTask<TResult[]> ToArrayAsync<TQuery, TResult>(QueryTarget target, in TQuery query, CancellationToken cancellationToken)
        where TQuery : struct, IQuery<TResult> =>
        QueryCalls.RunAsync<AsyncIo, QueryCall<TQuery, TResult[], ArrayShape<TQuery, TResult>>, TResult[]>(
            target, new(query, target.CommandTimeout), cancellationToken);
}
