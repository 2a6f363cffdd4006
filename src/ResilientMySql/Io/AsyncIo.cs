using System.Data;
using System.Data.Common;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using MySqlConnector;
using ResilientMySql.Driver;
using ResilientMySql.Execution.Rows;
using ResilientMySql.Frames;

namespace ResilientMySql.Io;

/// <summary>Calls the driver's asynchronous methods.</summary>
internal readonly struct AsyncIo : IDriverIo
{
    public static IoMode Mode => IoMode.Async;

    public static ValueTask OpenAsync(MySqlConnection connection, TimeSpan timeLeft, TimeProvider time, CancellationToken cancellationToken) =>
        OpenAttempt.WaitAsync(connection.OpenAsync(CancellationToken.None), connection, timeLeft, time, cancellationToken);

    public static ValueTask CloseAsync(MySqlConnection connection) => new(connection.CloseAsync());

    public static ValueTask<MySqlDataReader> ExecuteReaderAsync(MySqlCommand command, CommandBehavior behavior) =>
        new(command.ExecuteReaderAsync(behavior));

    public static ValueTask<int> ExecuteNonQueryAsync(MySqlCommand command) =>
        new(command.ExecuteNonQueryAsync());

    public static ValueTask<object?> ExecuteScalarAsync(MySqlCommand command) =>
        new(command.ExecuteScalarAsync());

    public static ValueTask PrepareAsync(MySqlCommand command) =>
        new(command.PrepareAsync());

    public static async ValueTask<MySqlDataReader> ExecuteReaderAsync(MySqlBatch batch, CommandBehavior behavior) =>
        (MySqlDataReader)await ((DbBatch)batch).ExecuteReaderAsync(behavior).ConfigureAwait(false);

    public static ValueTask<int> ExecuteNonQueryAsync(MySqlBatch batch) =>
        new(batch.ExecuteNonQueryAsync());

    public static ValueTask<object?> ExecuteScalarAsync(MySqlBatch batch) =>
        new(batch.ExecuteScalarAsync());

    public static ValueTask PrepareAsync(MySqlBatch batch) =>
        new(batch.PrepareAsync());

    public static ValueTask<bool> ReadAsync(MySqlDataReader reader) =>
        new(reader.ReadAsync());

    public static ValueTask<bool> NextResultAsync(MySqlDataReader reader) =>
        new(reader.NextResultAsync());

    public static ValueTask CloseReaderAsync(MySqlDataReader reader) => reader.DisposeAsync();

    public static ValueTask<MySqlTransaction> BeginAsync(MySqlConnection connection, IsolationLevel isolationLevel, bool? isReadOnly) =>
        isReadOnly is { } access ? connection.BeginTransactionAsync(isolationLevel, access) : connection.BeginTransactionAsync(isolationLevel);

    public static ValueTask CommitAsync(MySqlTransaction transaction) =>
        new(transaction.CommitAsync());

    public static ValueTask RollbackAsync(MySqlTransaction transaction) =>
        new(transaction.RollbackAsync());

    public static ValueTask ChangeDatabaseAsync(MySqlConnection connection, string databaseName) =>
        new(connection.ChangeDatabaseAsync(databaseName));

    public static ValueTask<DataTable> GetSchemaAsync(MySqlConnection connection, string collectionName, string?[]? restrictionValues) =>
        new(restrictionValues is null ? connection.GetSchemaAsync(collectionName) : connection.GetSchemaAsync(collectionName, restrictionValues));

    public static ValueTask<bool> PingAsync(MySqlConnection connection) => new(connection.PingAsync());

    public static ValueTask<MySqlBulkCopyResult> CopyAsync(MySqlBulkCopy copy, IRowSource source) => source.CopyToAsync(copy);

    public static ValueTask<int> LoadAsync(MySqlBulkLoader loader) => new(loader.LoadAsync());

    public static ValueTask DeriveParametersAsync(MySqlCommand command) => new(MySqlCommandBuilder.DeriveParametersAsync(command));

    public static ValueTask SendAsync(SessionStream stream, ReadOnlyMemory<byte> bytes) =>
        stream.Encrypted is { } encrypted ? encrypted.WriteAsync(bytes) : SendAsync(stream.Socket, bytes);

    public static ValueTask<int> ReceiveAsync(SessionStream stream, Memory<byte> free) => stream.Encrypted is { } encrypted
        ? encrypted.ReadAsync(free)
        : stream.Socket.ReceiveAsync(free, SocketFlags.None);

    public static ValueTask<bool> WaitAsync(SemaphoreSlim semaphore, TimeSpan timeout, CancellationToken cancellationToken) =>
        new(semaphore.WaitAsync(timeout, cancellationToken));

    public static async ValueTask<bool> WaitAsync(Task task, TimeSpan timeout, TimeProvider time, CancellationToken cancellationToken)
    {
        await task.WaitAsync(timeout, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        return task.IsCompleted;
    }

    public static ValueTask DelayAsync(TimeProvider time, TimeSpan delay, CancellationToken cancellationToken) =>
        new(Task.Delay(delay, time, cancellationToken));

    private static ValueTask SendAsync(Socket socket, ReadOnlyMemory<byte> bytes)
    {
        ValueTask<int> sending = socket.SendAsync(bytes, SocketFlags.None);
        if (!sending.IsCompletedSuccessfully)
            return SendRestAsync(socket, bytes, sending);

        int sent = sending.GetAwaiter().GetResult();
        return sent == bytes.Length ? default : SendRestAsync(socket, bytes, new(sent));
    }

    [AsyncMethodBuilder(typeof(FrameBuilder))]
    private static async ValueTask SendRestAsync(Socket socket, ReadOnlyMemory<byte> bytes, ValueTask<int> sending)
    {
        int sent = await sending.ConfigureAwait(false);
        while (sent < bytes.Length)
            sent += await socket.SendAsync(bytes[sent..], SocketFlags.None).ConfigureAwait(false);
    }
}
