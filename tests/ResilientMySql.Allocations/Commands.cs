using System.Data.Common;
using MySqlConnector;

namespace ResilientMySql.Allocations;

/// <summary>Does an operation through the base classes, on whichever provider.</summary>
internal static class Commands
{
    // The server takes its time, so that an asynchronous caller always has to wait: an answer that is there already costs less.
    private const string Query = "SELECT city_id FROM city WHERE city_id = ? AND SLEEP(0.001) = 0";
    private const string Update = "UPDATE city SET city = city WHERE city_id = ? AND SLEEP(0.001) = 0";

    public static DbCommand Create(DbConnection connection, Operation operation)
    {
        DbCommand command = connection.CreateCommand();
        command.CommandText = operation is Operation.NonQuery ? Update : Query;
        command.Parameters.Add(new MySqlParameter { MySqlDbType = MySqlDbType.Int32, Value = 312 });
        if (operation is Operation.PreparedReader or Operation.PreparedFirstRow)
            command.Prepare();

        return command;
    }

    public static void Run(this Operation operation, DbConnection connection, DbCommand command)
    {
        switch (operation)
        {
            case Operation.Scalar:
                command.ExecuteScalar();
                break;
            case Operation.NonQuery:
                command.ExecuteNonQuery();
                break;
            case Operation.PreparedFirstRow:
                ReadFirst(command);
                break;
            case Operation.FreshCommand:
                using (DbCommand fresh = Create(connection, operation))
                    Read(fresh);
                break;
            default:
                Read(command);
                break;
        }
    }

    public static async Task RunAsync(this Operation operation, DbConnection connection, DbCommand command)
    {
        switch (operation)
        {
            case Operation.Scalar:
                await command.ExecuteScalarAsync();
                break;
            case Operation.NonQuery:
                await command.ExecuteNonQueryAsync();
                break;
            case Operation.PreparedFirstRow:
                await ReadFirstAsync(command);
                break;
            case Operation.FreshCommand:
                await using (DbCommand fresh = Create(connection, operation))
                    await ReadAsync(fresh);
                break;
            default:
                await ReadAsync(command);
                break;
        }
    }

    private static void ReadFirst(DbCommand command)
    {
        using DbDataReader reader = command.ExecuteReader();
        reader.Read();
        reader.GetInt32(0);
    }

    private static async Task ReadFirstAsync(DbCommand command)
    {
        await using DbDataReader reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        reader.GetInt32(0);
    }

    private static void Read(DbCommand command)
    {
        using DbDataReader reader = command.ExecuteReader();
        while (reader.Read())
            reader.GetInt32(0);
    }

    private static async Task ReadAsync(DbCommand command)
    {
        await using DbDataReader reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            reader.GetInt32(0);
    }
}
