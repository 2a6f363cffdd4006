using System.Data;
using ResilientMySql.Calls;
using ResilientMySql.Io;
using ResilientMySql.Pipeline;
using ResilientMySql.Sessions;

namespace ResilientMySql.Execution;

/// <summary>A call that opens a closed connection for itself, and closes it again.</summary>
internal static class OpeningCall
{
    public static async ValueTask<TResult> RunAsync<TIo, TCall, TResult>(
        ResilientMySqlConnection connection, TCall call, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
        where TCall : struct, ICall<TResult>
    {
        bool opens = connection.State is ConnectionState.Closed;
        if (opens)
            await connection.OpenAsync<TIo>(OpenPatience.OnceReached, cancellationToken).ConfigureAwait(false);

        try
        {
            return await CallPipeline.RunAsync<TIo, TCall, TResult>(connection.OpenSession(), call, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (opens)
                await connection.CloseAsync<TIo>().ConfigureAwait(false);
        }
    }
}
