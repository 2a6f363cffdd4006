using System.Text;
using MySqlConnector;

namespace ResilientMySql.TestServers.Sakila;

/// <summary>Makes a schema with Sakila's countries and cities and nothing else in it.</summary>
internal static class SakilaSchema
{
    public static async Task CreateAsync(MySqlConnection connection, string database, CancellationToken cancellationToken)
    {
        var sql = new StringBuilder()
            .Append("DROP DATABASE IF EXISTS `").Append(database).Append("`;")
            .Append("CREATE DATABASE `").Append(database).Append("` CHARACTER SET utf8mb4;")
            .Append("USE `").Append(database).Append("`;")
            .Append(ReadResource("schema.sql"));
        AppendInsert(sql, "country", "country_id, country");
        AppendInsert(sql, "city", "city_id, city, country_id");

        await using var command = new MySqlCommand(sql.ToString(), connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static void AppendInsert(StringBuilder sql, string table, string columns)
    {
        sql.Append("INSERT INTO ").Append(table).Append(" (").Append(columns).Append(") VALUES ");
        var lines = ReadResource(table + ".csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1);
        sql.AppendJoin(", ", lines.Select(static line => $"({string.Join(", ", CsvLine.Split(line.TrimEnd('\r')).Select(Quote))})"));
        sql.Append(';');
    }

    private static string Quote(string value) => $"'{MySqlHelper.EscapeString(value)}'";

    private static string ReadResource(string name)
    {
        using var stream = typeof(SakilaSchema).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly holds no resource {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
