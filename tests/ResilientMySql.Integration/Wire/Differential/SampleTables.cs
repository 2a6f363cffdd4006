using System.Globalization;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Wire.Differential;

/// <summary>A table for each type of column, with a row for each value and one for NULL.</summary>
internal static class SampleTables
{
    /// <summary>Makes them; zero dates and what is beyond a column go in as the server has it.</summary>
    /// <returns>The tables' names, without those of types that the server does not have.</returns>
    public static async Task<List<(string Table, ColumnSample Column)>> CreateAsync(TestServer server)
    {
        await using var connection = new MySqlConnector.MySqlConnection(server.ConnectionString + ";Pooling=False");
        await connection.OpenAsync();
        await RunAsync("SET sql_mode = 'NO_ENGINE_SUBSTITUTION', time_zone = '+00:00'");
        var tables = new List<(string, ColumnSample)>();
        foreach (ColumnSample column in ColumnSamples.All.Where(column => column.IsFor(server.Engine)))
        {
            string table = string.Create(CultureInfo.InvariantCulture, $"sample_{tables.Count}");
            await RunAsync($"CREATE TABLE {table} (id INT PRIMARY KEY AUTO_INCREMENT, v {column.Type})");
            await RunAsync($"INSERT IGNORE INTO {table} (v) VALUES (NULL), ({string.Join("), (", column.Values)})");
            tables.Add((table, column));
        }

        return tables;

        async Task RunAsync(string sql)
        {
            await using var command = new MySqlConnector.MySqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }
    }
}
