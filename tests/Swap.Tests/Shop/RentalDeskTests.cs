using FilmRental.Shop;
using ResilientMySql.TestServers;

namespace Swap.Tests.Shop;

public sealed class RentalDeskTests
{
    [Theory]
    [MemberData(nameof(RentedShop.Engines), MemberType = typeof(RentedShop))]
    public async Task RentedFilm_ComesBackForItsRate(ServerEngine engine)
    {
        await using RentedShop shop = await RentedShop.OpenAsync(engine);
        await shop.Catalogue.AddAsync([new("Alabama Devil", 2.99m, 2)]);
        long rental = await shop.Desk.RentAsync("Alabama Devil", "Mary Smith");
        Assert.Equal(1, (await shop.Catalogue.FindAsync("Alabama Devil"))!.InStock);

        Assert.Equal(2.99m, await shop.Desk.ReturnAsync(rental));
        Assert.Equal(2, (await shop.Catalogue.FindAsync("Alabama Devil"))!.InStock);
        Assert.Null(await shop.Desk.ReturnAsync(rental + 1));
    }

    [Theory]
    [MemberData(nameof(RentedShop.Engines), MemberType = typeof(RentedShop))]
    public async Task FilmThatIsOut_ChangesNothing(ServerEngine engine)
    {
        await using RentedShop shop = await RentedShop.OpenAsync(engine);
        await shop.Catalogue.AddAsync([new("Bunch Minds", 0.99m, 0)]);

        await Assert.ThrowsAsync<OutOfStockException>(() => shop.Desk.RentAsync("Bunch Minds", "Mary Smith"));
        await Assert.ThrowsAsync<OutOfStockException>(() => shop.Desk.RentAsync("No Such Film", "Mary Smith"));
        Assert.Equal(0, (await shop.Catalogue.FindAsync("Bunch Minds"))!.InStock);
        Assert.Equal(0, await shop.CountRentalsAsync());
    }

    [Theory]
    [MemberData(nameof(RentedShop.Engines), MemberType = typeof(RentedShop))]
    public async Task MoreCustomersThanCopies_EachCopyGoesOutOnce(ServerEngine engine)
    {
        await using RentedShop shop = await RentedShop.OpenAsync(engine);
        await shop.Catalogue.AddAsync([new("Cyclone Family", 4.99m, 5)]);
        bool[] served = await Task.WhenAll(Enumerable.Range(0, 12).Select(async number =>
        {
            try
            {
                return await shop.Desk.RentAsync("Cyclone Family", $"customer {number}") > 0;
            }
            catch (OutOfStockException)
            {
                return false;
            }
        }));

        Assert.Equal(5, served.Count(static isServed => isServed));
        Assert.Equal(5, await shop.CountRentalsAsync());
    }
}
