using System.Data;
using MySqlConnector;

namespace ResilientMySql.Io;

/// <summary>Calls the driver's synchronous methods on the caller's thread; every task returned is completed.</summary>
internal readonly struct SyncIo : IDriverIo
{
    public static IoMode Mode => IoMode.Sync;

    public static ValueTask OpenAsync(MySqlConnection connection, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        connection.Open();
        return default;
    }

    public static ValueTask CloseAsync(MySqlConnection connection)
    {
        connection.Close();
        return default;
    }

    public static ValueTask<MySqlDataReader> ExecuteReaderAsync(MySqlCommand command, CommandBehavior behavior, CancellationToken cancellationToken) =>
        new(command.ExecuteReader(behavior));

    public static ValueTask<int> ExecuteNonQueryAsync(MySqlCommand command, CancellationToken cancellationToken) =>
        new(command.ExecuteNonQuery());

    public static ValueTask<object?> ExecuteScalarAsync(MySqlCommand command, CancellationToken cancellationToken) =>
        new(command.ExecuteScalar());

    public static ValueTask PrepareAsync(MySqlCommand command, CancellationToken cancellationToken)
    {
        command.Prepare();
        return default;
    }

    public static ValueTask<bool> ReadAsync(MySqlDataReader reader, CancellationToken cancellationToken) => new(reader.Read());

    public static ValueTask<bool> NextResultAsync(MySqlDataReader reader, CancellationToken cancellationToken) => new(reader.NextResult());

    public static ValueTask CloseReaderAsync(MySqlDataReader reader)
    {
        reader.Dispose();
        return default;
    }

    public static ValueTask<MySqlTransaction> BeginAsync(MySqlConnection connection, IsolationLevel isolationLevel, CancellationToken cancellationToken) =>
        new(connection.BeginTransaction(isolationLevel));

    public static ValueTask CommitAsync(MySqlTransaction transaction, CancellationToken cancellationToken)
    {
        transaction.Commit();
        return default;
    }

    public static ValueTask RollbackAsync(MySqlTransaction transaction, CancellationToken cancellationToken)
    {
        transaction.Rollback();
        return default;
    }

    public static ValueTask ChangeDatabaseAsync(MySqlConnection connection, string databaseName, CancellationToken cancellationToken)
    {
        connection.ChangeDatabase(databaseName);
        return default;
    }

    public static ValueTask<bool> WaitAsync(SemaphoreSlim semaphore, TimeSpan timeout, CancellationToken cancellationToken) =>
        new(semaphore.Wait(timeout, cancellationToken));

    public static ValueTask DelayAsync(TimeProvider time, TimeSpan delay, CancellationToken cancellationToken)
    {
        // The clock's own timer, so that a test's clock moves synchronous waits too.
        using var due = new ManualResetEventSlim();
        using ITimer timer = time.CreateTimer(static state => ((ManualResetEventSlim)state!).Set(), due, delay, Timeout.InfiniteTimeSpan);
        due.Wait(cancellationToken);
        return default;
    }
}
