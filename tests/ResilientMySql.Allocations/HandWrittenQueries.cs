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

    public static async Task<object?> RunAsync(this QueryShape shape, MySqlCommand command)
    {
        if (shape is QueryShape.Execute or QueryShape.InsertId)
        {
            await command.ExecuteNonQueryAsync();
            return null;
        }

        await using MySqlDataReader reader = await command.ExecuteReaderAsync();
        if (shape is QueryShape.List or QueryShape.Array)
        {
            var rows = new List<CityRow>();
            while (await reader.ReadAsync())
                rows.Add(new(reader.GetInt32(0), reader.GetString(1)));

            return shape is QueryShape.List ? rows : rows.ToArray();
        }

        object? result = await reader.ReadAsync() ? ReadRow(shape, reader) : null;
        if (shape is QueryShape.Single)
            await reader.ReadAsync();

        return result;
    }

    private static object? ReadFirst(QueryShape shape, MySqlDataReader reader)
    {
        object? result = reader.Read() ? ReadRow(shape, reader) : null;
        if (shape is QueryShape.Single)
            reader.Read();

        return result;
    }

    /// <summary>Scalars are not boxed.</summary>
    private static CityRow? ReadRow(QueryShape shape, MySqlDataReader reader)
    {
        if (shape is QueryShape.Row or QueryShape.Single)
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
