using System.Data;
using MySqlConnector;

namespace FilmRental.Shop;

/// <summary>Films go out and come back.</summary>
public sealed class RentalDesk(MySqlDataSource dataSource)
{
    /// <summary>Lets a customer have a copy; the number of the rental.</summary>
    /// <exception cref="OutOfStockException">There is none left; nothing has changed.</exception>
    public async Task<long> RentAsync(string title, string customer)
    {
        await using MySqlConnection connection = await dataSource.OpenConnectionAsync();
        await using MySqlTransaction transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted);
        await using var take = new MySqlCommand("UPDATE shop_film SET in_stock = in_stock - 1 WHERE title = @title", connection, transaction);
        take.Parameters.AddWithValue("@title", title);
        await take.ExecuteNonQueryAsync();

        await using var check = new MySqlCommand("SELECT in_stock FROM shop_film WHERE title = @title", connection, transaction);
        check.Parameters.AddWithValue("@title", title);
        if (await check.ExecuteScalarAsync() is not int inStock || inStock < 0)
            throw new OutOfStockException(title); // disposing of the transaction rolls it back

        await using var note = new MySqlCommand(
            "INSERT INTO shop_rental (film_id, customer) SELECT film_id, @customer FROM shop_film WHERE title = @title", connection, transaction);
        note.Parameters.AddWithValue("@customer", customer);
        note.Parameters.AddWithValue("@title", title);
        await note.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
        return note.LastInsertedId;
    }

    /// <summary>Takes a copy back; what the customer has to pay, or null where there is no such rental.</summary>
    public async Task<decimal?> ReturnAsync(long rental)
    {
        await using MySqlConnection connection = await dataSource.OpenConnectionAsync();
        await using var command = new MySqlCommand("return_film", connection) { CommandType = CommandType.StoredProcedure };
        command.Parameters.AddWithValue("@rental", rental);
        MySqlParameter fee = command.Parameters.Add("@fee", MySqlDbType.NewDecimal);
        fee.Direction = ParameterDirection.Output;
        await command.ExecuteNonQueryAsync();
        return fee.Value as decimal?;
    }
}
