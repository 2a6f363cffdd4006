using System.Data;
using System.Data.Common;
using MySqlConnector;
using ResilientMySql.Conformance.Transcripts;

namespace ResilientMySql.Conformance.Cases;

/// <summary>Every call that does I/O, synchronous or asynchronous as the scene wants it.</summary>
public static class Calls
{
    public static Task OpenAsync(this Scene scene, DbConnection connection, CancellationToken token = default) =>
        scene.Mode is CallMode.Sync ? Done(connection.Open) : connection.OpenAsync(token);

    public static Task CloseAsync(this Scene scene, DbConnection connection) =>
        scene.Mode is CallMode.Sync ? Done(connection.Close) : connection.CloseAsync();

    public static Task ChangeDatabaseAsync(this Scene scene, DbConnection connection, string name) =>
        scene.Mode is CallMode.Sync ? Done(() => connection.ChangeDatabase(name)) : connection.ChangeDatabaseAsync(name);

    public static Task<bool> PingAsync(this Scene scene, MySqlConnection connection) =>
        scene.Mode is CallMode.Sync ? Task.FromResult(connection.Ping()) : connection.PingAsync();

    public static async Task<MySqlTransaction> BeginAsync(this Scene scene, MySqlConnection connection, IsolationLevel level = IsolationLevel.Unspecified) =>
        scene.Mode is CallMode.Sync ? connection.BeginTransaction(level) : await connection.BeginTransactionAsync(level);

    public static Task CommitAsync(this Scene scene, DbTransaction transaction) =>
        scene.Mode is CallMode.Sync ? Done(transaction.Commit) : transaction.CommitAsync();

    public static Task RollbackAsync(this Scene scene, DbTransaction transaction) =>
        scene.Mode is CallMode.Sync ? Done(transaction.Rollback) : transaction.RollbackAsync();

    public static async Task<int> NonQueryAsync(this Scene scene, DbCommand command, CancellationToken token = default) =>
        scene.Mode is CallMode.Sync ? command.ExecuteNonQuery() : await command.ExecuteNonQueryAsync(token);

    public static async Task<object?> ScalarAsync(this Scene scene, DbCommand command, CancellationToken token = default) =>
        scene.Mode is CallMode.Sync ? command.ExecuteScalar() : await command.ExecuteScalarAsync(token);

    public static async Task<MySqlDataReader> ReaderAsync(
        this Scene scene, MySqlCommand command, CommandBehavior behavior = CommandBehavior.Default, CancellationToken token = default) =>
        scene.Mode is CallMode.Sync ? command.ExecuteReader(behavior) : await command.ExecuteReaderAsync(behavior, token);

    public static Task PrepareAsync(this Scene scene, DbCommand command) =>
        scene.Mode is CallMode.Sync ? Done(command.Prepare) : command.PrepareAsync();

    public static Task<bool> ReadAsync(this Scene scene, DbDataReader reader, CancellationToken token = default) =>
        scene.Mode is CallMode.Sync ? Task.FromResult(reader.Read()) : reader.ReadAsync(token);

    public static Task<bool> NextResultAsync(this Scene scene, DbDataReader reader, CancellationToken token = default) =>
        scene.Mode is CallMode.Sync ? Task.FromResult(reader.NextResult()) : reader.NextResultAsync(token);

    public static Task CloseAsync(this Scene scene, DbDataReader reader) =>
        scene.Mode is CallMode.Sync ? Done(reader.Close) : reader.CloseAsync();

    public static Task DisposeAsync<T>(this Scene scene, T instance)
        where T : IDisposable, IAsyncDisposable =>
        scene.Mode is CallMode.Sync ? Done(instance.Dispose) : instance.DisposeAsync().AsTask();

    /// <summary>Runs a statement without noting anything.</summary>
    public static async Task<int> ExecuteAsync(this Scene scene, MySqlConnection connection, string sql, MySqlTransaction? transaction = null)
    {
        using var command = new MySqlCommand(sql, connection, transaction);
        return await scene.NonQueryAsync(command);
    }

    /// <summary>Runs a statement, and notes the number it gives or what it throws.</summary>
    public static Task RunAsync(this Scene scene, MySqlConnection connection, string sql, MySqlTransaction? transaction = null) =>
        scene.TryAsync(sql, () => scene.ExecuteAsync(connection, sql, transaction));

    /// <summary>Notes the single value of a query, or what it throws.</summary>
    public static Task QueryAsync(this Scene scene, MySqlConnection connection, string sql, MySqlTransaction? transaction = null) =>
        scene.TryAsync(sql, async () =>
        {
            using var command = new MySqlCommand(sql, connection, transaction);
            return await scene.ScalarAsync(command);
        });

    private static Task Done(Action call)
    {
        call();
        return Task.CompletedTask;
    }
}
