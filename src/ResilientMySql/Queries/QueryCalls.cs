using System.Runtime.CompilerServices;
using ResilientMySql.Calls;
using ResilientMySql.Frames;
using ResilientMySql.Io;
using ResilientMySql.Pipeline;
using ResilientMySql.Sessions;

namespace ResilientMySql.Queries;

/// <summary>Takes a generated statement's call to its session: one leased for the call, or the connection's own.</summary>
internal static class QueryCalls
{
    public static ValueTask<TResult> RunAsync<TIo, TCall, TResult>(QueryTarget target, TCall call, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
        where TCall : struct, ICall<TResult> => target.Host is ResilientMySqlDataSource dataSource
        ? LeaseAsync<TIo, TCall, TResult>(dataSource.Pool, call, cancellationToken)
        : CallPipeline.RunAsync<TIo, TCall, TResult>(target.OpenSession(), call, cancellationToken);

    [AsyncMethodBuilder(typeof(ResultFrameBuilder<>))]
    private static async ValueTask<TResult> LeaseAsync<TIo, TCall, TResult>(SessionPool pool, TCall call, CancellationToken cancellationToken)
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
}
