using FilmRental.Shop;
using ResilientMySql.TestServers;

namespace Swap.Tests.Shop;

public sealed class CatalogueTests
{
    [Theory]
    [MemberData(nameof(RentedShop.Engines), MemberType = typeof(RentedShop))]
    public async Task AddedFilms_AreFound(ServerEngine engine)
    {
        await using RentedShop shop = await RentedShop.OpenAsync(engine);
        int added = await shop.Catalogue.AddAsync(Enumerable.Range(0, 500).Select(static number => new Film($"Film №{number}", number / 100m, number)));

        Assert.Equal(500, added);
        Assert.Equal(new Film("Film №499", 4.99m, 499), await shop.Catalogue.FindAsync("Film №499"));
        Assert.Null(await shop.Catalogue.FindAsync("Film №500"));
    }

    [Theory]
    [MemberData(nameof(RentedShop.Engines), MemberType = typeof(RentedShop))]
    public async Task ChangedRates_AreCountedAndKept(ServerEngine engine)
    {
        await using RentedShop shop = await RentedShop.OpenAsync(engine);
        await shop.Catalogue.AddAsync([new("Alabama Devil", 2.99m, 1), new("Bunch Minds", 0.99m, 1)]);
        int changed = await shop.Catalogue.ChangeRatesAsync(
            new Dictionary<string, decimal> { ["Alabama Devil"] = 3.99m, ["Bunch Minds"] = 1.99m, ["Cyclone Family"] = 9.99m });

        Assert.Equal(2, changed);
        Assert.Equal(3.99m, (await shop.Catalogue.FindAsync("Alabama Devil"))!.Rate);
        Assert.Equal(1.99m, (await shop.Catalogue.FindAsync("Bunch Minds"))!.Rate);
    }
}
