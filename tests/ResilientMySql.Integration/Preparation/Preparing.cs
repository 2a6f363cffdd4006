using System.Data.Common;
using MySqlConnector;

namespace ResilientMySql.Integration.Preparation;

/// <summary>What the tests beside it do again and again.</summary>
internal static class Preparing
{
    /// <summary>A command with the parameter <c>@v</c>, where there is a value.</summary>
    public static DbCommand Command(this DbConnection connection, string sql, object? value = null)
    {
        DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        if (value is not null)
            command.Parameters.Add(new MySqlParameter("@v", value));

        return command;
    }

    /// <summary>Prepares a command and runs it, for the first column of its first row.</summary>
    public static async Task<object?> PreparedAsync(this CallMode mode, DbConnection connection, string sql, object? value = null)
    {
        await using DbCommand command = connection.Command(sql, value);
        await mode.PrepareAsync(command);
        return await mode.ScalarAsync(command);
    }

    /// <summary>Gives the session back, and takes it again.</summary>
    public static async Task ReopenAsync(this CallMode mode, DbConnection connection)
    {
        await mode.CloseAsync(connection);
        await mode.OpenAsync(connection);
    }
}
