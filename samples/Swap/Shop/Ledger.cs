using System.Data;
using MySqlConnector;

namespace FilmRental.Shop;

/// <summary>What the books say, and corrections to them; synchronous, as such code often is.</summary>
public static class Ledger
{
    /// <summary>Each film with the number of its rentals and what they bring in, by title.</summary>
    public static DataTable Revenue(MySqlDataSource dataSource)
    {
        // A full name, as one finds it in code that imports little.
        using MySqlConnector.MySqlConnection connection = dataSource.OpenConnection();
        using var adapter = new MySqlDataAdapter(
            """
            SELECT f.title, COUNT(r.rental_id) AS rentals, COALESCE(SUM(CASE WHEN r.rental_id IS NULL THEN 0 ELSE f.rate END), 0) AS revenue
            FROM shop_film f LEFT JOIN shop_rental r USING (film_id) GROUP BY f.title ORDER BY f.title
            """,
            connection);
        var revenue = new DataTable();
        adapter.Fill(revenue);
        return revenue;
    }

    /// <summary>Corrects the stock of films after a count of the shelves; how many rows were changed.</summary>
    public static int CorrectStock(MySqlDataSource dataSource, Func<string, int?> count)
    {
        using MySqlConnection connection = dataSource.OpenConnection();
        using var adapter = new MySqlDataAdapter("SELECT film_id, title, in_stock FROM shop_film", connection);
        using var builder = new MySqlCommandBuilder(adapter);
        using var films = new DataTable();
        adapter.Fill(films);
        foreach (DataRow film in films.Rows)
        {
            if (count((string)film["title"]) is { } counted)
                film["in_stock"] = counted;
        }

        return adapter.Update(films);
    }
}
