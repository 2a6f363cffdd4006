using System.Data;
using MySqlConnector;

namespace ResilientMySql.Io;

/// <summary>Calls the driver's asynchronous methods.</summary>
internal readonly struct AsyncIo : IDriverIo
{
    public static IoMode Mode => IoMode.Async;

    public static ValueTask OpenAsync(MySqlConnection connection, CancellationToken cancellationToken) =>
        new(connection.OpenAsync(cancellationToken));

    public static ValueTask CloseAsync(MySqlConnection connection) => new(connection.CloseAsync());

    public static ValueTask<MySqlDataReader> ExecuteReaderAsync(MySqlCommand command, CommandBehavior behavior, CancellationToken cancellationToken) =>
        new(command.ExecuteReaderAsync(behavior, cancellationToken));

    public static ValueTask<int> ExecuteNonQueryAsync(MySqlCommand command, CancellationToken cancellationToken) =>
        new(command.ExecuteNonQueryAsync(cancellationToken));

    public static ValueTask<object?> ExecuteScalarAsync(MySqlCommand command, CancellationToken cancellationToken) =>
        new(command.ExecuteScalarAsync(cancellationToken));

    public static ValueTask PrepareAsync(MySqlCommand command, CancellationToken cancellationToken) =>
        new(command.PrepareAsync(cancellationToken));

    public static ValueTask<bool> ReadAsync(MySqlDataReader reader, CancellationToken cancellationToken) =>
        new(reader.ReadAsync(cancellationToken));

    public static ValueTask<bool> NextResultAsync(MySqlDataReader reader, CancellationToken cancellationToken) =>
        new(reader.NextResultAsync(cancellationToken));

    public static ValueTask CloseReaderAsync(MySqlDataReader reader) => reader.DisposeAsync();

    public static ValueTask<MySqlTransaction> BeginAsync(MySqlConnection connection, IsolationLevel isolationLevel, CancellationToken cancellationToken) =>
        connection.BeginTransactionAsync(isolationLevel, cancellationToken);

    public static ValueTask CommitAsync(MySqlTransaction transaction, CancellationToken cancellationToken) =>
        new(transaction.CommitAsync(cancellationToken));

    public static ValueTask RollbackAsync(MySqlTransaction transaction, CancellationToken cancellationToken) =>
        new(transaction.RollbackAsync(cancellationToken));

    public static ValueTask ChangeDatabaseAsync(MySqlConnection connection, string databaseName, CancellationToken cancellationToken) =>
        new(connection.ChangeDatabaseAsync(databaseName, cancellationToken));

    public static ValueTask<bool> WaitAsync(SemaphoreSlim semaphore, TimeSpan timeout, CancellationToken cancellationToken) =>
        new(semaphore.WaitAsync(timeout, cancellationToken));

    public static ValueTask DelayAsync(TimeProvider time, TimeSpan delay, CancellationToken cancellationToken) =>
        new(Task.Delay(delay, time, cancellationToken));
}
