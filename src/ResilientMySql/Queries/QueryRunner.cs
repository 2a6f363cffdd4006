using System.ComponentModel;
using ResilientMySql.Calls;
using ResilientMySql.Io;
using ResilientMySql.Pipeline;
using ResilientMySql.Sessions;

namespace ResilientMySql.Queries;

/// <summary>Runs generated statements. The body of a generated method is one call of one of these.</summary>
/// <remarks>
/// Each call leases a session for itself and prepares its statement once a session. A query that only reads is repeated when
/// its session dies under it; nothing else is ever sent twice. While the server is away, calls wait inside Recovery Timeout.
/// </remarks>
/// <exception cref="ResilientMySqlException">A session was lost, and repairing it was not safe or not possible in time.</exception>
/// <exception cref="MySqlConnector.MySqlException">The server answered with an error, or could not be reached.</exception>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public static class QueryRunner
{
    /// <summary>The first row.</summary>
    /// <exception cref="InvalidOperationException">There is no row.</exception>
    public static TResult First<TQuery, TResult>(ResilientMySqlDataSource dataSource, in TQuery query)
        where TQuery : struct, IQuery<TResult> =>
        RunAsync<SyncIo, QueryCall<TQuery, TResult, FirstShape<TQuery, TResult>>, TResult>(
            PoolOf(dataSource), new(query, TimeoutOf(dataSource)), default).Unwrap();

    /// <summary>The first row, or the default of <typeparamref name="TResult"/> where there is none.</summary>
    public static TResult? FirstOrDefault<TQuery, TResult>(ResilientMySqlDataSource dataSource, in TQuery query)
        where TQuery : struct, IQuery<TResult> =>
        RunAsync<SyncIo, QueryCall<TQuery, TResult?, FirstOrDefaultShape<TQuery, TResult>>, TResult?>(
            PoolOf(dataSource), new(query, TimeoutOf(dataSource)), default).Unwrap();

    /// <summary>All rows, in the server's order.</summary>
    public static List<TResult> ToList<TQuery, TResult>(ResilientMySqlDataSource dataSource, in TQuery query)
        where TQuery : struct, IQuery<TResult> =>
        RunAsync<SyncIo, QueryCall<TQuery, List<TResult>, ListShape<TQuery, TResult>>, List<TResult>>(
            PoolOf(dataSource), new(query, TimeoutOf(dataSource)), default).Unwrap();

    /// <summary>Runs a statement without a result set; the number of rows affected.</summary>
    public static int Execute<TStatement>(ResilientMySqlDataSource dataSource, in TStatement statement)
        where TStatement : struct, IStatement =>
        RunAsync<SyncIo, ExecuteCall<TStatement>, int>(PoolOf(dataSource), new(statement, TimeoutOf(dataSource)), default).Unwrap();

    /// <inheritdoc cref="First"/>
    public static ValueTask<TResult> FirstAsync<TQuery, TResult>(
        ResilientMySqlDataSource dataSource, in TQuery query, CancellationToken cancellationToken)
        where TQuery : struct, IQuery<TResult> =>
        RunAsync<AsyncIo, QueryCall<TQuery, TResult, FirstShape<TQuery, TResult>>, TResult>(
            PoolOf(dataSource), new(query, TimeoutOf(dataSource)), cancellationToken);

    /// <inheritdoc cref="FirstOrDefault"/>
    public static ValueTask<TResult?> FirstOrDefaultAsync<TQuery, TResult>(
        ResilientMySqlDataSource dataSource, in TQuery query, CancellationToken cancellationToken)
        where TQuery : struct, IQuery<TResult> =>
        RunAsync<AsyncIo, QueryCall<TQuery, TResult?, FirstOrDefaultShape<TQuery, TResult>>, TResult?>(
            PoolOf(dataSource), new(query, TimeoutOf(dataSource)), cancellationToken);

    /// <inheritdoc cref="ToList"/>
    public static ValueTask<List<TResult>> ToListAsync<TQuery, TResult>(
        ResilientMySqlDataSource dataSource, in TQuery query, CancellationToken cancellationToken)
        where TQuery : struct, IQuery<TResult> =>
        RunAsync<AsyncIo, QueryCall<TQuery, List<TResult>, ListShape<TQuery, TResult>>, List<TResult>>(
            PoolOf(dataSource), new(query, TimeoutOf(dataSource)), cancellationToken);

    /// <inheritdoc cref="Execute"/>
    public static ValueTask<int> ExecuteAsync<TStatement>(
        ResilientMySqlDataSource dataSource, in TStatement statement, CancellationToken cancellationToken)
        where TStatement : struct, IStatement =>
        RunAsync<AsyncIo, ExecuteCall<TStatement>, int>(PoolOf(dataSource), new(statement, TimeoutOf(dataSource)), cancellationToken);

    private static async ValueTask<TResult> RunAsync<TIo, TCall, TResult>(SessionPool pool, TCall call, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
        where TCall : struct, ICall<TResult>
    {
        long start = pool.Time.GetTimestamp();
        Session session = await pool.RentAsync<TIo>(owner: null, start, OpenPatience.Always, cancellationToken).ConfigureAwait(false);
        try
        {
            TimeSpan waited = pool.Time.GetElapsedTime(start);
            return await CallPipeline.RunAsync<TIo, TCall, TResult>(session, call, waited, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await pool.ReturnAsync<TIo>(session).ConfigureAwait(false);
        }
    }

    private static SessionPool PoolOf(ResilientMySqlDataSource dataSource)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        return dataSource.Pool;
    }

    private static TimeSpan TimeoutOf(ResilientMySqlDataSource dataSource) => dataSource.Pool.Settings.CommandTimeout;
}
