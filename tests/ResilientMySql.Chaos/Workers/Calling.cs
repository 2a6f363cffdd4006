using System.Data.Common;

namespace ResilientMySql.Chaos.Workers;

/// <summary>Lets a worker be written once for both kinds of calls; the synchronous ones complete synchronously.</summary>
internal static class Calling
{
    public static async Task OpenAsync(this CallMode mode, DbConnection connection)
    {
        if (mode is CallMode.Sync)
            connection.Open();
        else
            await connection.OpenAsync();
    }

    public static async Task CloseAsync(this CallMode mode, DbConnection connection)
    {
        if (mode is CallMode.Sync)
            connection.Close();
        else
            await connection.CloseAsync();
    }

    public static async Task PrepareAsync(this CallMode mode, DbCommand command)
    {
        if (mode is CallMode.Sync)
            command.Prepare();
        else
            await command.PrepareAsync();
    }

    public static async Task<int> ExecuteAsync(this CallMode mode, DbCommand command) =>
        mode is CallMode.Sync ? command.ExecuteNonQuery() : await command.ExecuteNonQueryAsync();

    public static async Task<object?> ScalarAsync(this CallMode mode, DbCommand command) =>
        mode is CallMode.Sync ? command.ExecuteScalar() : await command.ExecuteScalarAsync();

    public static async Task<DbDataReader> ReaderAsync(this CallMode mode, DbCommand command) =>
        mode is CallMode.Sync ? command.ExecuteReader() : await command.ExecuteReaderAsync();

    public static async Task<bool> ReadAsync(this CallMode mode, DbDataReader reader) =>
        mode is CallMode.Sync ? reader.Read() : await reader.ReadAsync();

    public static async Task<DbTransaction> BeginAsync(this CallMode mode, DbConnection connection) =>
        mode is CallMode.Sync ? connection.BeginTransaction() : await connection.BeginTransactionAsync();

    public static async Task CommitAsync(this CallMode mode, DbTransaction transaction)
    {
        if (mode is CallMode.Sync)
            transaction.Commit();
        else
            await transaction.CommitAsync();
    }

    public static async Task ChangeDatabaseAsync(this CallMode mode, DbConnection connection, string name)
    {
        if (mode is CallMode.Sync)
            connection.ChangeDatabase(name);
        else
            await connection.ChangeDatabaseAsync(name);
    }

    public static async Task DisposeAsync<T>(this CallMode mode, T resource)
        where T : IDisposable, IAsyncDisposable
    {
        if (mode is CallMode.Sync)
            resource.Dispose();
        else
            await resource.DisposeAsync();
    }

    /// <summary>Waits for that long, or until the run ends.</summary>
    public static async Task PauseAsync(this CallMode mode, TimeSpan duration, CancellationToken stopping)
    {
        if (mode is CallMode.Sync)
            stopping.WaitHandle.WaitOne(duration);
        else
            await Task.Delay(duration, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
