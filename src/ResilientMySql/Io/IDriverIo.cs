using System.Data;
using MySqlConnector;
using ResilientMySql.Driver;
using ResilientMySql.Execution.Rows;

namespace ResilientMySql.Io;

/// <summary>
/// The only difference between synchronous and asynchronous calls. Every step that does I/O is written once, generic over an
/// implementation of this; the synchronous one returns completed tasks.
/// </summary>
/// <remarks>
/// The driver is never given a caller's token: some of its calls ignore it, and cancelling others blocks whoever cancels. The
/// session's <see cref="Deadlines.CallWatch"/> ends calls instead.
/// </remarks>
internal interface IDriverIo
{
    /// <summary>Which sessions serve these calls best: those opened the same way.</summary>
    static abstract IoMode Mode { get; }

    /// <summary>Opens, and returns when <paramref name="timeLeft"/> is up even if the driver does not.</summary>
    static abstract ValueTask OpenAsync(MySqlConnection connection, TimeSpan timeLeft, TimeProvider time, CancellationToken cancellationToken);

    static abstract ValueTask CloseAsync(MySqlConnection connection);

    static abstract ValueTask<MySqlDataReader> ExecuteReaderAsync(MySqlCommand command, CommandBehavior behavior);

    static abstract ValueTask<int> ExecuteNonQueryAsync(MySqlCommand command);

    static abstract ValueTask<object?> ExecuteScalarAsync(MySqlCommand command);

    static abstract ValueTask PrepareAsync(MySqlCommand command);

    static abstract ValueTask<MySqlDataReader> ExecuteReaderAsync(MySqlBatch batch, CommandBehavior behavior);

    static abstract ValueTask<int> ExecuteNonQueryAsync(MySqlBatch batch);

    static abstract ValueTask<object?> ExecuteScalarAsync(MySqlBatch batch);

    static abstract ValueTask PrepareAsync(MySqlBatch batch);

    static abstract ValueTask<bool> ReadAsync(MySqlDataReader reader);

    static abstract ValueTask<bool> NextResultAsync(MySqlDataReader reader);

    static abstract ValueTask CloseReaderAsync(MySqlDataReader reader);

    /// <summary>Begins; <paramref name="isReadOnly"/> is null where the session's own access mode is to count.</summary>
    static abstract ValueTask<MySqlTransaction> BeginAsync(MySqlConnection connection, IsolationLevel isolationLevel, bool? isReadOnly);

    static abstract ValueTask CommitAsync(MySqlTransaction transaction);

    static abstract ValueTask RollbackAsync(MySqlTransaction transaction);

    static abstract ValueTask ChangeDatabaseAsync(MySqlConnection connection, string databaseName);

    static abstract ValueTask<DataTable> GetSchemaAsync(MySqlConnection connection, string collectionName, string?[]? restrictionValues);

    /// <summary>False where the server does not answer; the driver throws nothing.</summary>
    static abstract ValueTask<bool> PingAsync(MySqlConnection connection);

    static abstract ValueTask<MySqlBulkCopyResult> CopyAsync(MySqlBulkCopy copy, IRowSource source);

    static abstract ValueTask<int> LoadAsync(MySqlBulkLoader loader);

    static abstract ValueTask DeriveParametersAsync(MySqlCommand command);

    /// <summary>Sends all of it, past the driver.</summary>
    static abstract ValueTask SendAsync(SessionStream stream, ReadOnlyMemory<byte> bytes);

    /// <summary>Receives what is there, past the driver, and waits until there is something; 0 at the end of the stream.</summary>
    static abstract ValueTask<int> ReceiveAsync(SessionStream stream, Memory<byte> free);

    /// <summary>Waits for a permit; false when <paramref name="timeout"/> ran out first.</summary>
    static abstract ValueTask<bool> WaitAsync(SemaphoreSlim semaphore, TimeSpan timeout, CancellationToken cancellationToken);

    /// <summary>Waits for a task, however it ends; false when <paramref name="timeout"/> ran out first.</summary>
    static abstract ValueTask<bool> WaitAsync(Task task, TimeSpan timeout, TimeProvider time, CancellationToken cancellationToken);

    static abstract ValueTask DelayAsync(TimeProvider time, TimeSpan delay, CancellationToken cancellationToken);
}
