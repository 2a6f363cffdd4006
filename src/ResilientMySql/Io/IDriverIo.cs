using System.Data;
using MySqlConnector;

namespace ResilientMySql.Io;

/// <summary>
/// The only difference between synchronous and asynchronous calls. Every step that does I/O is written once, generic over an
/// implementation of this; the synchronous one returns completed tasks.
/// </summary>
internal interface IDriverIo
{
    /// <summary>Which sessions serve these calls best: those opened the same way.</summary>
    static abstract IoMode Mode { get; }

    static abstract ValueTask OpenAsync(MySqlConnection connection, CancellationToken cancellationToken);

    static abstract ValueTask CloseAsync(MySqlConnection connection);

    static abstract ValueTask<MySqlDataReader> ExecuteReaderAsync(MySqlCommand command, CommandBehavior behavior, CancellationToken cancellationToken);

    static abstract ValueTask<int> ExecuteNonQueryAsync(MySqlCommand command, CancellationToken cancellationToken);

    static abstract ValueTask<object?> ExecuteScalarAsync(MySqlCommand command, CancellationToken cancellationToken);

    static abstract ValueTask PrepareAsync(MySqlCommand command, CancellationToken cancellationToken);

    static abstract ValueTask<bool> ReadAsync(MySqlDataReader reader, CancellationToken cancellationToken);

    static abstract ValueTask<bool> NextResultAsync(MySqlDataReader reader, CancellationToken cancellationToken);

    static abstract ValueTask CloseReaderAsync(MySqlDataReader reader);

    static abstract ValueTask<MySqlTransaction> BeginAsync(MySqlConnection connection, IsolationLevel isolationLevel, CancellationToken cancellationToken);

    static abstract ValueTask CommitAsync(MySqlTransaction transaction, CancellationToken cancellationToken);

    static abstract ValueTask RollbackAsync(MySqlTransaction transaction, CancellationToken cancellationToken);

    static abstract ValueTask ChangeDatabaseAsync(MySqlConnection connection, string databaseName, CancellationToken cancellationToken);

    /// <summary>Waits for a permit; false when <paramref name="timeout"/> ran out first.</summary>
    static abstract ValueTask<bool> WaitAsync(SemaphoreSlim semaphore, TimeSpan timeout, CancellationToken cancellationToken);

    static abstract ValueTask DelayAsync(TimeProvider time, TimeSpan delay, CancellationToken cancellationToken);
}
