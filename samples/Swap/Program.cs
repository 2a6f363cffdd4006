using System.Data;
using System.Globalization;
using FilmRental.Shop;
using MySqlConnector;

if (args is not [var connectionString])
{
    await Console.Error.WriteLineAsync("usage: FilmRental CONNECTION_STRING   (creates its tables in the schema that it names)");
    return 2;
}

await using var dataSource = new MySqlDataSource(new MySqlConnectionStringBuilder(connectionString) { AllowLoadLocalInfile = true }.ConnectionString);
await ShopSchema.CreateAsync(dataSource);

var catalogue = new Catalogue(dataSource);
await catalogue.AddAsync([new("Alabama Devil", 2.99m, 2), new("Bunch Minds", 0.99m, 1), new("Cyclone Family", 4.99m, 3)]);
await catalogue.ChangeRatesAsync(new Dictionary<string, decimal> { ["Bunch Minds"] = 1.99m });

var desk = new RentalDesk(dataSource);
long rental = await desk.RentAsync("Bunch Minds", "Mary Smith");
try
{
    await desk.RentAsync("Bunch Minds", "Patricia Johnson");
}
catch (OutOfStockException outOfStock)
{
    Console.WriteLine(outOfStock.Message);
}

decimal? fee = await desk.ReturnAsync(rental);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Brought back, {fee} to pay."));
foreach (DataRow row in Ledger.Revenue(dataSource).Rows)
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row["title"],-20} {row["rentals"],3} {row["revenue"],8}"));

return 0;
