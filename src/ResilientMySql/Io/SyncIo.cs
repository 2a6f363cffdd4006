using System.Data;
using MySqlConnector;
using ResilientMySql.Driver;
using ResilientMySql.Execution.Rows;

namespace ResilientMySql.Io;

/// <summary>Calls the driver's synchronous methods on the caller's thread; every task returned is completed.</summary>
internal readonly struct SyncIo : IDriverIo
{
    public static IoMode Mode => IoMode.Sync;

    public static ValueTask OpenAsync(MySqlConnection connection, TimeSpan timeLeft, TimeProvider time, CancellationToken cancellationToken)
    {
        OpenAttempt.Wait(connection, timeLeft);
        return default;
    }

    public static ValueTask CloseAsync(MySqlConnection connection)
    {
        connection.Close();
        return default;
    }

    public static ValueTask<MySqlDataReader> ExecuteReaderAsync(MySqlCommand command, CommandBehavior behavior) =>
        new(command.ExecuteReader(behavior));

    public static ValueTask<int> ExecuteNonQueryAsync(MySqlCommand command) =>
        new(command.ExecuteNonQuery());

    public static ValueTask<object?> ExecuteScalarAsync(MySqlCommand command) =>
        new(command.ExecuteScalar());

    public static ValueTask PrepareAsync(MySqlCommand command)
    {
        command.Prepare();
        return default;
    }

    public static ValueTask<MySqlDataReader> ExecuteReaderAsync(MySqlBatch batch, CommandBehavior behavior) =>
        new(batch.ExecuteReader(behavior));

    public static ValueTask<int> ExecuteNonQueryAsync(MySqlBatch batch) =>
        new(batch.ExecuteNonQuery());

    public static ValueTask<object?> ExecuteScalarAsync(MySqlBatch batch) =>
        new(batch.ExecuteScalar());

    public static ValueTask PrepareAsync(MySqlBatch batch)
    {
        batch.Prepare();
        return default;
    }

    public static ValueTask<bool> ReadAsync(MySqlDataReader reader) => new(reader.Read());

    public static ValueTask<bool> NextResultAsync(MySqlDataReader reader) => new(reader.NextResult());

    public static ValueTask CloseReaderAsync(MySqlDataReader reader)
    {
        reader.Dispose();
        return default;
    }

    public static ValueTask<MySqlTransaction> BeginAsync(MySqlConnection connection, IsolationLevel isolationLevel, bool? isReadOnly) =>
        new(isReadOnly is { } access ? connection.BeginTransaction(isolationLevel, access) : connection.BeginTransaction(isolationLevel));

    public static ValueTask CommitAsync(MySqlTransaction transaction)
    {
        transaction.Commit();
        return default;
    }

    public static ValueTask RollbackAsync(MySqlTransaction transaction)
    {
        transaction.Rollback();
        return default;
    }

    public static ValueTask ChangeDatabaseAsync(MySqlConnection connection, string databaseName)
    {
        connection.ChangeDatabase(databaseName);
        return default;
    }

    public static ValueTask<DataTable> GetSchemaAsync(MySqlConnection connection, string collectionName, string?[]? restrictionValues) =>
        new(restrictionValues is null ? connection.GetSchema(collectionName) : connection.GetSchema(collectionName, restrictionValues));

    public static ValueTask<bool> PingAsync(MySqlConnection connection) => new(connection.Ping());

    public static ValueTask<MySqlBulkCopyResult> CopyAsync(MySqlBulkCopy copy, IRowSource source) => new(source.CopyTo(copy));

    public static ValueTask<int> LoadAsync(MySqlBulkLoader loader) => new(loader.Load());

    public static ValueTask DeriveParametersAsync(MySqlCommand command)
    {
        MySqlCommandBuilder.DeriveParameters(command);
        return default;
    }

    public static ValueTask SendAsync(SessionStream stream, ReadOnlyMemory<byte> bytes)
    {
        if (stream.Encrypted is { } encrypted)
            encrypted.Write(bytes.Span);

        // A blocking socket takes all of it, one that was once used asynchronously as much as it can.
        for (int sent = 0; stream.Encrypted is null && sent < bytes.Length;)
            sent += stream.Socket.Send(bytes.Span[sent..]);

        return default;
    }

    public static ValueTask<int> ReceiveAsync(SessionStream stream, Memory<byte> free) =>
        new(stream.Encrypted is { } encrypted ? encrypted.Read(free.Span) : stream.Socket.Receive(free.Span));

    public static ValueTask<bool> WaitAsync(SemaphoreSlim semaphore, TimeSpan timeout, CancellationToken cancellationToken) =>
        new(semaphore.Wait(timeout, cancellationToken));

    public static ValueTask<bool> WaitAsync(Task task, TimeSpan timeout, TimeProvider time, CancellationToken cancellationToken) =>
        new(Task.WaitAny([task, Task.Delay(timeout, time, CancellationToken.None)], cancellationToken) == 0);

    public static ValueTask DelayAsync(TimeProvider time, TimeSpan delay, CancellationToken cancellationToken)
    {
        // The clock's own timer, so that a test's clock moves synchronous waits too.
        using var due = new ManualResetEventSlim();
        using ITimer timer = time.CreateTimer(static state => ((ManualResetEventSlim)state!).Set(), due, delay, Timeout.InfiniteTimeSpan);
        due.Wait(cancellationToken);
        return default;
    }
}
