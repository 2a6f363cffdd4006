using System.Data;
using FilmRental.Shop;
using ResilientMySql.TestServers;

namespace Swap.Tests.Shop;

public sealed class LedgerTests
{
    [Theory]
    [MemberData(nameof(RentedShop.Engines), MemberType = typeof(RentedShop))]
    public async Task Revenue_IsAddedUpByFilm(ServerEngine engine)
    {
        await using RentedShop shop = await RentedShop.OpenAsync(engine);
        await shop.Catalogue.AddAsync([new("Bunch Minds", 0.99m, 1), new("Alabama Devil", 2.99m, 2)]);
        await shop.Desk.RentAsync("Alabama Devil", "Mary Smith");
        await shop.Desk.RentAsync("Alabama Devil", "Patricia Johnson");

        using DataTable revenue = Ledger.Revenue(shop.DataSource);

        Assert.Equal(2, revenue.Rows.Count);
        Assert.Equal(["Alabama Devil", 2L, 5.98m], revenue.Rows[0].ItemArray);
        Assert.Equal(["Bunch Minds", 0L, 0.00m], revenue.Rows[1].ItemArray);
    }

    [Theory]
    [MemberData(nameof(RentedShop.Engines), MemberType = typeof(RentedShop))]
    public async Task CorrectedStock_IsWritten(ServerEngine engine)
    {
        await using RentedShop shop = await RentedShop.OpenAsync(engine);
        await shop.Catalogue.AddAsync([new("Alabama Devil", 2.99m, 2), new("Bunch Minds", 0.99m, 1)]);

        int corrected = Ledger.CorrectStock(shop.DataSource, static title => title == "Bunch Minds" ? 7 : null);

        Assert.Equal(1, corrected);
        Assert.Equal(7, (await shop.Catalogue.FindAsync("Bunch Minds"))!.InStock);
        Assert.Equal(2, (await shop.Catalogue.FindAsync("Alabama Devil"))!.InStock);
    }
}
