using System.ComponentModel;
using ResilientMySql.Calls;
using ResilientMySql.Io;

namespace ResilientMySql.Queries;

/// <summary>Runs generated statements without a result set. The body of a generated method is one call of one of these.</summary>
/// <remarks>
/// As <see cref="QueryRunner"/> does: on a lease of its own, or on the connection, inside its transaction. Where the session dies before
/// the answer is there, only a statement that is declared idempotent is repeated, and no statement in a transaction.
/// </remarks>
/// <exception cref="ArgumentNullException">The target is null.</exception>
/// <exception cref="InvalidOperationException">The connection is not open, or busy; or the transaction has ended.</exception>
/// <exception cref="ResilientMySqlException">A session was lost, and repairing it was not safe or not possible in time.</exception>
/// <exception cref="MySqlConnector.MySqlException">The server answered with an error, or could not be reached.</exception>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public static class StatementRunner
{
    /// <summary>The number of rows affected; -1 where the statement is none that affects rows.</summary>
    public static int Execute<TStatement>(QueryTarget target, in TStatement statement)
        where TStatement : struct, IStatement =>
        QueryCalls.RunAsync<SyncIo, ExecuteCall<TStatement, RowsAffected, int>, int>(
            target, new(statement, target.CommandTimeout), default).Unwrap();

    /// <summary>
    /// The id that AUTO_INCREMENT gave to the first row inserted, or that the statement set with <c>LAST_INSERT_ID(…)</c>, as the server
    /// tells with its answer; 0 where there is none. One above 2^63 - 1 is the negative number of the same bits.
    /// </summary>
    public static long InsertId<TStatement>(QueryTarget target, in TStatement statement)
        where TStatement : struct, IStatement =>
        QueryCalls.RunAsync<SyncIo, ExecuteCall<TStatement, InsertedId, long>, long>(
            target, new(statement, target.CommandTimeout), default).Unwrap();

    /// <inheritdoc cref="Execute"/>
    public static ValueTask<int> ExecuteAsync<TStatement>(QueryTarget target, in TStatement statement, CancellationToken cancellationToken)
        where TStatement : struct, IStatement =>
        QueryCalls.RunAsync<AsyncIo, ExecuteCall<TStatement, RowsAffected, int>, int>(
            target, new(statement, target.CommandTimeout), cancellationToken);

    /// <inheritdoc cref="InsertId"/>
    public static ValueTask<long> InsertIdAsync<TStatement>(QueryTarget target, in TStatement statement, CancellationToken cancellationToken)
        where TStatement : struct, IStatement =>
        QueryCalls.RunAsync<AsyncIo, ExecuteCall<TStatement, InsertedId, long>, long>(
            target, new(statement, target.CommandTimeout), cancellationToken);
}
