using MySqlConnector;

namespace FilmRental.Shop;

/// <summary>The tables of the shop, and the procedure that takes a film back.</summary>
public static class ShopSchema
{
    private static readonly string[] Statements =
    [
        "DROP PROCEDURE IF EXISTS return_film",
        "DROP TABLE IF EXISTS shop_rental",
        "DROP TABLE IF EXISTS shop_film",
        """
        CREATE TABLE shop_film (
            film_id INT AUTO_INCREMENT PRIMARY KEY,
            title VARCHAR(100) NOT NULL UNIQUE,
            rate DECIMAL(5,2) NOT NULL,
            in_stock INT NOT NULL)
        """,
        """
        CREATE TABLE shop_rental (
            rental_id BIGINT AUTO_INCREMENT PRIMARY KEY,
            film_id INT NOT NULL,
            customer VARCHAR(100) NOT NULL,
            returned_at DATETIME NULL,
            FOREIGN KEY (film_id) REFERENCES shop_film (film_id))
        """,
        """
        CREATE PROCEDURE return_film (IN rental BIGINT, OUT fee DECIMAL(5,2))
        BEGIN
            UPDATE shop_rental r JOIN shop_film f USING (film_id)
            SET r.returned_at = NOW(), f.in_stock = f.in_stock + 1
            WHERE r.rental_id = rental AND r.returned_at IS NULL;
            SELECT f.rate INTO fee FROM shop_rental r JOIN shop_film f USING (film_id) WHERE r.rental_id = rental;
        END
        """,
    ];

    /// <summary>Makes the shop anew, empty.</summary>
    public static async Task CreateAsync(MySqlDataSource dataSource)
    {
        await using MySqlConnection connection = await dataSource.OpenConnectionAsync();
        foreach (string statement in Statements)
        {
            await using var command = new MySqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync();
        }
    }
}
