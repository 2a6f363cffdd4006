using System.Data;
using System.Data.Common;

namespace ResilientMySql.Integration;

/// <summary>Lets a test be written once for both kinds of calls.</summary>
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

    public static async Task<object?> ScalarAsync(this CallMode mode, DbCommand command) =>
        mode is CallMode.Sync ? command.ExecuteScalar() : await command.ExecuteScalarAsync();

    public static async Task<object?> ScalarAsync(this CallMode mode, DbConnection connection, string sql)
    {
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return await mode.ScalarAsync(command);
    }

    public static async Task<int> ExecuteAsync(this CallMode mode, DbConnection connection, string sql, DbTransaction? transaction = null)
    {
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        return mode is CallMode.Sync ? command.ExecuteNonQuery() : await command.ExecuteNonQueryAsync();
    }

    public static async Task<DbDataReader> ReaderAsync(this CallMode mode, DbCommand command, CommandBehavior behavior = CommandBehavior.Default) =>
        mode is CallMode.Sync ? command.ExecuteReader(behavior) : await command.ExecuteReaderAsync(behavior);

    public static async Task<bool> ReadAsync(this CallMode mode, DbDataReader reader) =>
        mode is CallMode.Sync ? reader.Read() : await reader.ReadAsync();

    public static async Task CloseAsync(this CallMode mode, DbDataReader reader)
    {
        if (mode is CallMode.Sync)
            reader.Close();
        else
            await reader.CloseAsync();
    }

    public static async Task<DbTransaction> BeginAsync(this CallMode mode, DbConnection connection, IsolationLevel level = IsolationLevel.Unspecified) =>
        mode is CallMode.Sync ? connection.BeginTransaction(level) : await connection.BeginTransactionAsync(level);

    public static async Task CommitAsync(this CallMode mode, DbTransaction transaction)
    {
        if (mode is CallMode.Sync)
            transaction.Commit();
        else
            await transaction.CommitAsync();
    }

    public static async Task RollbackAsync(this CallMode mode, DbTransaction transaction)
    {
        if (mode is CallMode.Sync)
            transaction.Rollback();
        else
            await transaction.RollbackAsync();
    }

    public static async Task DisposeAsync(this CallMode mode, DbTransaction transaction)
    {
        if (mode is CallMode.Sync)
            transaction.Dispose();
        else
            await transaction.DisposeAsync();
    }

    public static async Task ChangeDatabaseAsync(this CallMode mode, DbConnection connection, string name)
    {
        if (mode is CallMode.Sync)
            connection.ChangeDatabase(name);
        else
            await connection.ChangeDatabaseAsync(name);
    }

    public static async Task<bool> PingAsync(this CallMode mode, ResilientMySqlConnection connection) =>
        mode is CallMode.Sync ? connection.Ping() : await connection.PingAsync();

    public static async Task PrepareAsync(this CallMode mode, DbCommand command)
    {
        if (mode is CallMode.Sync)
            command.Prepare();
        else
            await command.PrepareAsync();
    }
}
