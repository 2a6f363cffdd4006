using System.ComponentModel;
using ResilientMySql.Io;
using ResilientMySql.Queries.ResultSets;

namespace ResilientMySql.Queries;

/// <summary>Runs generated statements that have several result sets.</summary>
/// <remarks>
/// All of them are read before anything is returned, so that a statement that only reads is repeated when its session dies under it,
/// unless a transaction is open.
/// </remarks>
/// <exception cref="ArgumentNullException">The target is null.</exception>
/// <exception cref="InvalidOperationException">
/// The statement has fewer or more result sets than the method takes; a row that must be there is missing; the columns do not fit the
/// row's members; the connection is not open, or busy; or the transaction has ended.
/// </exception>
/// <exception cref="ResilientMySqlException">A session was lost, and repairing it was not safe or not possible in time.</exception>
/// <exception cref="MySqlConnector.MySqlException">The server answered with an error, or could not be reached.</exception>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public static class ResultSetsRunner
{
    /// <summary>What <typeparamref name="TSets"/> makes of the result sets.</summary>
    public static TResult Read<TStatement, TSets, TResult>(QueryTarget target, in TStatement statement)
        where TStatement : struct, IStatement
        where TSets : struct, IResultSets<TResult> =>
        QueryCalls.RunAsync<SyncIo, QueryCall<TStatement, TResult, ResultSetsShape<TStatement, TSets, TResult>>, TResult>(
            target, new(statement, target.CommandTimeout), default).Unwrap();

    /// <inheritdoc cref="Read"/>
    public static ValueTask<TResult> ReadAsync<TStatement, TSets, TResult>(
        QueryTarget target, in TStatement statement, CancellationToken cancellationToken)
        where TStatement : struct, IStatement
        where TSets : struct, IResultSets<TResult> =>
        QueryCalls.RunAsync<AsyncIo, QueryCall<TStatement, TResult, ResultSetsShape<TStatement, TSets, TResult>>, TResult>(
            target, new(statement, target.CommandTimeout), cancellationToken);
}
