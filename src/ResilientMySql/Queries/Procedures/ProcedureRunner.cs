using System.ComponentModel;
using ResilientMySql.Io;
using ResilientMySql.Queries.Procedures;

namespace ResilientMySql.Queries;

/// <summary>Calls stored procedures for what their OUT and INOUT arguments are afterwards.</summary>
/// <remarks>
/// <para>One round trip. Result sets that the procedure selects besides are skipped. A call is repeated only where it certainly did not
/// run; nobody knows what it does to its session, which is reset before the next lease, and cannot be replaced under its user's
/// feet on a connection.</para>
/// </remarks>
/// <exception cref="ArgumentNullException">The target is null.</exception>
/// <exception cref="InvalidCastException">An argument is NULL, or of another type than it is read as.</exception>
/// <exception cref="InvalidOperationException">The connection is not open, or busy; or the transaction has ended.</exception>
/// <exception cref="ResilientMySqlException">A session was lost, and repairing it was not safe or not possible in time.</exception>
/// <exception cref="MySqlConnector.MySqlException">The server answered with an error, or could not be reached.</exception>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public static class ProcedureRunner
{
    /// <summary>Calls the procedure; its OUT and INOUT arguments.</summary>
    public static TResult Call<TProcedure, TResult>(QueryTarget target, in TProcedure procedure)
        where TProcedure : struct, IProcedure<TResult> =>
        QueryCalls.RunAsync<SyncIo, ProcedureCall<TProcedure, TResult>, TResult>(target, new(procedure, target.CommandTimeout), default).Unwrap();

    /// <inheritdoc cref="Call"/>
    public static ValueTask<TResult> CallAsync<TProcedure, TResult>(
        QueryTarget target, in TProcedure procedure, CancellationToken cancellationToken)
        where TProcedure : struct, IProcedure<TResult> =>
        QueryCalls.RunAsync<AsyncIo, ProcedureCall<TProcedure, TResult>, TResult>(
            target, new(procedure, target.CommandTimeout), cancellationToken);
}
