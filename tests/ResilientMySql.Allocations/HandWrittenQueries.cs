using MySqlConnector;

namespace ResilientMySql.Allocations;

/// <summary>The best that can be written by hand: one prepared command, its parameter and the parameter's box reused, positional getters.</summary>
internal static class HandWrittenQueries
{
    public static MySqlCommand Prepare(MySqlConnection connection, MySqlTransaction? transaction, QueryShape shape, int id)
    {
        var command = new MySqlCommand(Texts.Of(shape), connection, transaction);
        command.Parameters.Add(new MySqlParameter { Value = id });
        command.Prepare();
        return command;
    }

    public static object? Run(this QueryShape shape, MySqlCommand command)
    {
        if (shape is QueryShape.Execute or QueryShape.InsertId)
        {
            command.ExecuteNonQuery();
            return null;
        }

        using MySqlDataReader reader = command.ExecuteReader();
        return shape switch
        {
            QueryShape.List => ReadAll(reader),
            QueryShape.Array => ReadAll(reader).ToArray(),
            _ => ReadFirst(shape, reader),
        };
    }

    public static Task RunAsync(this QueryShape shape, MySqlCommand command) => shape switch
    {
        QueryShape.Execute or QueryShape.InsertId => AwaitAsync(command.ExecuteNonQueryAsync()),
        QueryShape.List => ReadListAsync(command),
        QueryShape.Array => ReadArrayAsync(command),
        QueryShape.OnlyRow => ReadOnlyRowAsync(command),
        QueryShape.Row => ReadRowAsync(command),
        QueryShape.Exists => ReadExistsAsync(command),
        _ => ReadScalarAsync(command),
    };

    /// <summary>The caller's own frame.</summary>
    private static async Task<int> AwaitAsync(Task<int> task) => await task;

    private static async Task<int?> ReadScalarAsync(MySqlCommand command)
    {
        await using MySqlDataReader reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync() && !reader.IsDBNull(0) ? reader.GetInt32(0) : null;
    }

    private static async Task<bool> ReadExistsAsync(MySqlCommand command)
    {
        await using MySqlDataReader reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync();
    }

    private static async Task<CityRow?> ReadRowAsync(MySqlCommand command)
    {
        await using MySqlDataReader reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync() ? new CityRow(reader.GetInt32(0), reader.GetString(1)) : null;
    }

    private static async Task<CityRow?> ReadOnlyRowAsync(MySqlCommand command)
    {
        await using MySqlDataReader reader = await command.ExecuteReaderAsync();
        CityRow? row = await reader.ReadAsync() ? new CityRow(reader.GetInt32(0), reader.GetString(1)) : null;
        return await reader.ReadAsync() ? null : row;
    }

    private static async Task<List<CityRow>> ReadListAsync(MySqlCommand command)
    {
        await using MySqlDataReader reader = await command.ExecuteReaderAsync();
        var rows = new List<CityRow>();
        while (await reader.ReadAsync())
            rows.Add(new(reader.GetInt32(0), reader.GetString(1)));

        return rows;
    }

    private static async Task<CityRow[]> ReadArrayAsync(MySqlCommand command)
    {
        await using MySqlDataReader reader = await command.ExecuteReaderAsync();
        var rows = new List<CityRow>();
        while (await reader.ReadAsync())
            rows.Add(new(reader.GetInt32(0), reader.GetString(1)));

        return [.. rows];
    }

    private static object? ReadFirst(QueryShape shape, MySqlDataReader reader)
    {
        object? result = reader.Read() ? ReadRow(shape, reader) : null;
        if (shape is QueryShape.OnlyRow)
            reader.Read();

        return result;
    }

    /// <summary>Scalars are not boxed.</summary>
    private static CityRow? ReadRow(QueryShape shape, MySqlDataReader reader)
    {
        if (shape is QueryShape.Row or QueryShape.OnlyRow)
            return new(reader.GetInt32(0), reader.GetString(1));

        if (shape is not QueryShape.Exists && !reader.IsDBNull(0))
            reader.GetInt32(0);

        return null;
    }

    private static List<CityRow> ReadAll(MySqlDataReader reader)
    {
        var rows = new List<CityRow>();
        while (reader.Read())
            rows.Add(new(reader.GetInt32(0), reader.GetString(1)));

        return rows;
    }
}
