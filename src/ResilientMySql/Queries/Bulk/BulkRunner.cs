using System.ComponentModel;
using ResilientMySql.Io;
using ResilientMySql.Queries.Bulk;

namespace ResilientMySql.Queries;

/// <summary>Runs generated statements that insert the rows of a collection.</summary>
/// <remarks>
/// <para>The rows are divided into statements that stay below the server's max_allowed_packet, which is asked for once a pool, and below
/// 65,535 placeholders. No row: nothing is sent. One statement: it commits by itself, like any other. More than one: they run inside
/// a transaction of their own, so that all rows are there or none; or inside the one that is open on the connection, which goes on
/// whatever happens. Where autocommit is switched off on the connection, they are part of what its user commits.</para>
/// <para>Nothing is repeated once it may have run. Where the answer to the commit is lost, the cause of the
/// <see cref="ResilientMySqlException"/> is <see cref="LossCause.Commit"/>, and all rows are there or none.</para>
/// <para>The time limit is for all of the statements together; committing has the connection string's.</para>
/// </remarks>
/// <exception cref="ArgumentNullException">The target is null.</exception>
/// <exception cref="ArgumentException">A row does not fit into max_allowed_packet by itself; nothing was sent.</exception>
/// <exception cref="InvalidOperationException">The connection is not open, or busy; or the transaction has ended.</exception>
/// <exception cref="ResilientMySqlException">A session was lost, and repairing it was not safe or not possible in time.</exception>
/// <exception cref="MySqlConnector.MySqlException">The server answered with an error, or could not be reached.</exception>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public static class BulkRunner
{
    /// <summary>Inserts all rows; the number of rows affected, as the server counts (two for each that ON DUPLICATE KEY UPDATE changes).</summary>
    /// <exception cref="OverflowException">The number does not fit; the rows are there.</exception>
    public static int Insert<TBulk>(QueryTarget target, in TBulk bulk)
        where TBulk : struct, IBulkStatement => checked((int)LongInsert(target, bulk));

    /// <inheritdoc cref="Insert"/>
    public static async ValueTask<int> InsertAsync<TBulk>(QueryTarget target, TBulk bulk, CancellationToken cancellationToken)
        where TBulk : struct, IBulkStatement => checked((int)await LongInsertAsync(target, bulk, cancellationToken).ConfigureAwait(false));

    /// <summary>Inserts all rows; the number of rows affected, as the server counts (two for each that ON DUPLICATE KEY UPDATE changes).</summary>
    public static long LongInsert<TBulk>(QueryTarget target, in TBulk bulk)
        where TBulk : struct, IBulkStatement => BulkInsert.RunAsync<SyncIo, TBulk>(target, bulk, default).Unwrap();

    /// <inheritdoc cref="LongInsert"/>
    public static ValueTask<long> LongInsertAsync<TBulk>(QueryTarget target, in TBulk bulk, CancellationToken cancellationToken)
        where TBulk : struct, IBulkStatement => BulkInsert.RunAsync<AsyncIo, TBulk>(target, bulk, cancellationToken);
}
