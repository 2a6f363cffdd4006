using System.Data;
using MySqlConnector;

namespace FilmRental.Shop;

/// <summary>The films of the shop.</summary>
public sealed class Catalogue(MySqlDataSource dataSource)
{
    /// <summary>Adds films, all at once; how many rows that were.</summary>
    public async Task<int> AddAsync(IEnumerable<Film> films)
    {
        using var table = new DataTable();
        table.Columns.Add("title", typeof(string));
        table.Columns.Add("rate", typeof(decimal));
        table.Columns.Add("in_stock", typeof(int));
        foreach (Film film in films)
            table.Rows.Add(film.Title, film.Rate, film.InStock);

        await using MySqlConnection connection = await dataSource.OpenConnectionAsync();
        var copy = new MySqlBulkCopy(connection) { DestinationTableName = "shop_film" };
        for (int column = 0; column < table.Columns.Count; column++)
            copy.ColumnMappings.Add(new MySqlBulkCopyColumnMapping(column, table.Columns[column].ColumnName));

        MySqlBulkCopyResult result = await copy.WriteToServerAsync(table);
        return result.Warnings.Count == 0 ? result.RowsInserted : throw new InvalidOperationException(result.Warnings[0].Message);
    }

    /// <summary>The film, or null.</summary>
    public async Task<Film?> FindAsync(string title, CancellationToken cancellationToken = default)
    {
        await using MySqlConnection connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using MySqlCommand command = connection.CreateCommand();
        command.CommandText = "SELECT title, rate, in_stock FROM shop_film WHERE title = @title";
        command.Parameters.AddWithValue("@title", title);
        await using MySqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new Film(reader.GetString("title"), reader.GetDecimal("rate"), reader.GetInt32("in_stock"))
            : null;
    }

    /// <summary>Sets new rates in one round trip where the server can; how many films changed.</summary>
    public async Task<int> ChangeRatesAsync(IReadOnlyDictionary<string, decimal> rates)
    {
        await using MySqlConnection connection = await dataSource.OpenConnectionAsync();
        await using var batch = new MySqlBatch(connection);
        foreach ((string title, decimal rate) in rates)
        {
            var command = new MySqlBatchCommand("UPDATE shop_film SET rate = @rate WHERE title = @title");
            command.Parameters.AddWithValue("@rate", rate);
            command.Parameters.Add(new MySqlParameter("@title", MySqlDbType.VarChar) { Value = title });
            batch.BatchCommands.Add(command);
        }

        return await batch.ExecuteNonQueryAsync();
    }
}
