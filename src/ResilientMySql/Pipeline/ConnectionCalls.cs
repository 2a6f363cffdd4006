using System.Data;
using System.Runtime.CompilerServices;
using MySqlConnector;
using ResilientMySql.Execution;
using ResilientMySql.Frames;
using ResilientMySql.Gate;
using ResilientMySql.Io;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql.Pipeline;

/// <summary>What a connection asks of its session besides commands; each takes the connection string's Default Command Timeout.</summary>
internal static class ConnectionCalls
{
    public static async ValueTask<bool> PingAsync<TIo>(Session session, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        var call = new PingCall(TimeoutOf(session));
        try
        {
            return await CallPipeline.RunAsync<TIo, PingCall, bool>(session, call, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is ResilientMySqlException or MySqlException)
        {
            return false;
        }
    }

    public static async ValueTask ChangeDatabaseAsync<TIo>(Session session, string databaseName, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        var call = new ChangeDatabaseCall(databaseName, TimeoutOf(session));
        await CallPipeline.RunAsync<TIo, ChangeDatabaseCall, bool>(session, call, cancellationToken).ConfigureAwait(false);
    }

    /// <exception cref="InvalidOperationException">A transaction is open, begun by an object or by a statement.</exception>
    [AsyncMethodBuilder(typeof(ResultFrameBuilder<>))]
    public static async ValueTask<MySqlTransaction> BeginAsync<TIo>(
        Session session, IsolationLevel isolationLevel, bool? isReadOnly, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        if (session.Transaction is { State: TransactionState.Object or TransactionState.Text } or { IsOpen: true, HasWritten: true })
        {
            // The server would commit the first one silently.
            throw new InvalidOperationException("Transactions may not be nested: commit the one that is open on this connection or roll it back first.");
        }

        // The driver sets the level for the whole session before it begins, so that it is state like any other.
        session.Ledger.NoteSetting("transaction", IsolationLevels.StatementOf(isolationLevel));
        var call = new BeginCall(isolationLevel, isReadOnly, TimeoutOf(session));
        MySqlTransaction transaction = await CallPipeline.RunAsync<TIo, BeginCall, MySqlTransaction>(session, call, cancellationToken).ConfigureAwait(false);
        session.Transaction.Move(TransactionEvent.ObjectBegun);
        return transaction;
    }

    public static ValueTask<DataTable> GetSchemaAsync<TIo>(
        Session session, string collectionName, string?[]? restrictionValues, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        var call = new SchemaCall(collectionName, restrictionValues, TimeoutOf(session));
        return CallPipeline.RunAsync<TIo, SchemaCall, DataTable>(session, call, cancellationToken);
    }

    /// <summary>The driver's connection, alive; from then on nothing is known of the session.</summary>
    public static ValueTask<MySqlConnection> HandOverAsync<TIo>(Session session, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        var call = new HandOverCall(TimeoutOf(session));
        return CallPipeline.RunAsync<TIo, HandOverCall, MySqlConnection>(session, call, cancellationToken);
    }

    public static async ValueTask ResetAsync<TIo>(Session session, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        if (session.Branch is not null || session.Transaction.State is TransactionState.Object)
            throw new InvalidOperationException("A transaction is open on this connection: commit it or roll it back before resetting.");

        await Recovery.ResetAsync<TIo>(session, TimeoutOf(session), cancellationToken).ConfigureAwait(false);
    }

    private static TimeSpan TimeoutOf(Session session) => session.Pool.Settings.CommandTimeout;
}
