using ResilientMySql.Calls;
using ResilientMySql.Deadlines;
using ResilientMySql.Gate;
using ResilientMySql.Io;
using ResilientMySql.Pipeline;
using ResilientMySql.Sessions;

namespace ResilientMySql.Queries.Bulk;

/// <summary>Inserts rows on a connection: as one statement where they fit into one, otherwise all of them or none.</summary>
internal static class BulkInsert
{
    /// <summary>The number of rows affected.</summary>
    /// <param name="target">What to run on.</param>
    /// <param name="bulk">The rows.</param>
    /// <param name="cancellationToken">Cancels; rows of the same call that were inserted before are rolled back.</param>
    public static async ValueTask<long> RunAsync<TIo, TBulk>(QueryTarget target, TBulk bulk, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
        where TBulk : struct, IBulkStatement
    {
        // A target that cannot be used is a mistake whether there are rows or not.
        _ = target.Host;
        if (bulk.RowCount == 0)
            return 0;

        HostConnection host = await HostConnection.OpenAsync<TIo>(target, cancellationToken).ConfigureAwait(false);
        try
        {
            long limit = await ConnectionStatements.AskPacketLimitAsync<TIo>(host.Connection, cancellationToken).ConfigureAwait(false);
            List<BulkChunk> chunks = BulkPlan.Divide(bulk, limit);
            using var command = new BulkCommand<TBulk>(bulk);
            return chunks.Count > 1 && NeedsTransaction(host.Connection.OpenSession())
                ? await InsertTogetherAsync<TIo, TBulk>(host.Connection, command, chunks, target.CommandTimeout, cancellationToken).ConfigureAwait(false)
                : await InsertAsync<TIo, TBulk>(host.Connection, command, chunks, target.CommandTimeout, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await host.CloseAsync<TIo>().ConfigureAwait(false);
        }
    }

    /// <summary>Whether each statement would commit by itself. Where autocommit is off, its user commits.</summary>
    private static bool NeedsTransaction(Session session) => session.Branch is null && session.Transaction.State is TransactionState.None;

    private static async ValueTask<long> InsertTogetherAsync<TIo, TBulk>(
        ResilientMySqlConnection connection, BulkCommand<TBulk> command, List<BulkChunk> chunks, int timeout, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
        where TBulk : struct, IBulkStatement
    {
        await ConnectionStatements.RunAsync<TIo>(connection, ConnectionStatements.Begin, cancellationToken).ConfigureAwait(false);
        try
        {
            long affected = await InsertAsync<TIo, TBulk>(connection, command, chunks, timeout, cancellationToken).ConfigureAwait(false);
            await ConnectionStatements.RunAsync<TIo>(connection, ConnectionStatements.Commit, cancellationToken).ConfigureAwait(false);
            return affected;
        }
        catch
        {
            await RollBackQuietlyAsync<TIo>(connection).ConfigureAwait(false);
            throw;
        }
    }

    private static async ValueTask<long> InsertAsync<TIo, TBulk>(
        ResilientMySqlConnection connection, BulkCommand<TBulk> command, List<BulkChunk> chunks, int timeout, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
        where TBulk : struct, IBulkStatement
    {
        Session session = connection.OpenSession();
        TimeSpan limit = TimeLimits.OfSeconds(timeout);
        var budget = new CallBudget(session.Pool.Time, session.Pool.Time.GetTimestamp(), limit, limit);
        long affected = 0;
        foreach (BulkChunk chunk in chunks)
        {
            var call = new BulkCall<TBulk>(command, chunk, budget.SecondsLeft(timeout));
            affected += await CallPipeline.RunAsync<TIo, BulkCall<TBulk>, int>(connection.OpenSession(), call, cancellationToken).ConfigureAwait(false);
        }

        return affected;
    }

    /// <summary>What went wrong first is what is told; where the transaction died with its session, the server has rolled back.</summary>
    private static async ValueTask RollBackQuietlyAsync<TIo>(ResilientMySqlConnection connection)
        where TIo : struct, IDriverIo
    {
        if (connection.State is not System.Data.ConnectionState.Open
            || connection.OpenSession().Transaction.State is not (TransactionState.Text or TransactionState.Torn))
        {
            return;
        }

        try
        {
            await ConnectionStatements.RunAsync<TIo>(connection, ConnectionStatements.Rollback, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is System.Data.Common.DbException or InvalidOperationException)
        {
            // The session is lost or busy: it takes its transaction along when it goes back to the pool.
        }
    }
}
