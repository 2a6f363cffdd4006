using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using MySqlConnector;
using ResilientMySql.Execution;
using ResilientMySql.Frames;
using ResilientMySql.Gate;
using ResilientMySql.Io;
using ResilientMySql.Pipeline;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql;

/// <summary>A transaction on a <see cref="ResilientMySqlConnection"/>.</summary>
/// <remarks>
/// When its session dies, every statement in it, Commit included, throws a <see cref="ResilientMySqlException"/> whose cause is
/// <see cref="LossCause.Transaction"/>, until it is rolled back or disposed of, which then succeeds without a word: the server
/// has rolled back already. A Commit whose answer is lost throws <see cref="LossCause.Commit"/>.
/// </remarks>
public sealed class ResilientMySqlTransaction : DbTransaction
{
    private readonly Session _session;
    private ResilientMySqlConnection? _connection;
    private bool _isDisposed;

    internal ResilientMySqlTransaction(ResilientMySqlConnection connection, Session session, MySqlTransaction inner)
    {
        _connection = connection;
        _session = session;
        Inner = inner;
        IsolationLevel = inner.IsolationLevel;
    }

    /// <summary>The connection, or null once the transaction has ended.</summary>
    public new ResilientMySqlConnection? Connection => _connection;

    /// <inheritdoc/>
    public override IsolationLevel IsolationLevel { get; }

    /// <inheritdoc/>
    protected override DbConnection? DbConnection => _connection;

    internal MySqlTransaction Inner { get; }

    /// <summary>Whether this object still stands for the transaction on its session.</summary>
    private bool IsActive => _connection is not null && ReferenceEquals(_connection.Transaction, this)
        && _session.Transaction.State is TransactionState.Object or TransactionState.Torn;

    /// <inheritdoc/>
    public override void Commit() => EndAsync<SyncIo>(StatementKind.Commit, default).Unwrap();

    /// <inheritdoc/>
    public override Task CommitAsync(CancellationToken cancellationToken = default) =>
        EndAsync<AsyncIo>(StatementKind.Commit, cancellationToken).AsTask();

    /// <inheritdoc/>
    public override void Rollback() => EndAsync<SyncIo>(StatementKind.Rollback, default).Unwrap();

    /// <inheritdoc/>
    public override Task RollbackAsync(CancellationToken cancellationToken = default) =>
        EndAsync<AsyncIo>(StatementKind.Rollback, cancellationToken).AsTask();

    /// <summary>Sets a savepoint; one of the same name that was set before is gone.</summary>
    /// <param name="savepointName">Any name but an empty one; quoted here.</param>
    public override void Save(string savepointName) => RunAsync<SyncIo>("SAVEPOINT", savepointName, default).Unwrap();

    /// <inheritdoc cref="Save"/>
    public override Task SaveAsync(string savepointName, CancellationToken cancellationToken = default) =>
        RunAsync<AsyncIo>("SAVEPOINT", savepointName, cancellationToken).AsTask();

    /// <summary>Forgets a savepoint; what was done since stays.</summary>
    /// <inheritdoc cref="Save"/>
    public override void Release(string savepointName) => RunAsync<SyncIo>("RELEASE SAVEPOINT", savepointName, default).Unwrap();

    /// <inheritdoc cref="Release"/>
    public override Task ReleaseAsync(string savepointName, CancellationToken cancellationToken = default) =>
        RunAsync<AsyncIo>("RELEASE SAVEPOINT", savepointName, cancellationToken).AsTask();

    /// <summary>Undoes what was done since a savepoint; the transaction stays open.</summary>
    /// <inheritdoc cref="Save"/>
    public override void Rollback(string savepointName) => RunAsync<SyncIo>("ROLLBACK TO SAVEPOINT", savepointName, default).Unwrap();

    /// <inheritdoc cref="Rollback(string)"/>
    public override Task RollbackAsync(string savepointName, CancellationToken cancellationToken = default) =>
        RunAsync<AsyncIo>("ROLLBACK TO SAVEPOINT", savepointName, cancellationToken).AsTask();

    /// <summary>Rolls back unless the transaction has ended.</summary>
    public override async ValueTask DisposeAsync()
    {
        await DisposeAsync<AsyncIo>().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Rolls back unless the transaction has ended.</summary>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            DisposeAsync<SyncIo>().Unwrap();

        base.Dispose(disposing);
    }

    /// <summary>Its connection was closed, and its session is rolled back.</summary>
    internal void Abandon()
    {
        _isDisposed = true;
        _connection = null;
    }

    /// <summary>The connection that it is the current transaction of.</summary>
    /// <exception cref="InvalidOperationException">It has ended.</exception>
    internal ResilientMySqlConnection OpenConnection()
    {
        ThrowIfEnded();
        return _connection!;
    }

    [AsyncMethodBuilder(typeof(FrameBuilder))]
    private async ValueTask DisposeAsync<TIo>()
        where TIo : struct, IDriverIo
    {
        if (_isDisposed)
            return;

        if (IsActive)
            await EndAsync<TIo>(StatementKind.Rollback, default).ConfigureAwait(false);

        Abandon();
    }

    private void ThrowIfEnded()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (!IsActive)
            throw new InvalidOperationException("The transaction has ended: it was committed or rolled back, or its connection was closed.");
    }

    private async ValueTask RunAsync<TIo>(string verb, string savepointName, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        ThrowIfEnded();
        ArgumentException.ThrowIfNullOrEmpty(savepointName);
        string sql = $"{verb} `{savepointName.Replace("`", "``", StringComparison.Ordinal)}`";
        var call = new SavepointCall(Inner, sql, _session.Pool.Settings.CommandTimeout);
        await CallPipeline.RunAsync<TIo, SavepointCall, bool>(_session, call, cancellationToken).ConfigureAwait(false);
    }

    [AsyncMethodBuilder(typeof(FrameBuilder))]
    private async ValueTask EndAsync<TIo>(StatementKind ending, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        ThrowIfEnded();

        var call = new EndTransactionCall(Inner, ending, _session.Pool.Settings.CommandTimeout);
        try
        {
            await CallPipeline.RunAsync<TIo, EndTransactionCall, bool>(_session, call, cancellationToken).ConfigureAwait(false);
            _session.Transaction.Move(TransactionEvent.ObjectEnded);
            _connection = null;
        }
        catch (ResilientMySqlException lost) when (lost.Cause is LossCause.Commit)
        {
            // Over, one way or the other.
            _connection = null;
            throw;
        }
    }
}
