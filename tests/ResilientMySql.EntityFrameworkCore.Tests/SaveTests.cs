using ResilientMySql.EntityFrameworkCore.Tests.Model;
using ResilientMySql.TestServers;

namespace ResilientMySql.EntityFrameworkCore.Tests;

/// <summary>Every way in which Entity Framework writes.</summary>
public sealed class SaveTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task SaveChanges_InsertsUpdatesAndDeletesInOneGo(ServerEngine engine, CallMode mode)
    {
        await using Shop shop = await Shop.OpenAsync(engine);
        await using ShopContext context = shop.CreateContext();
        Customer[] customers = [.. Enumerable.Range(1, 100).Select(static number => new Customer { Name = $"customer {number}" })];
        context.AddRange(customers);
        Assert.Equal(100, await mode.SaveAsync(context));
        Assert.Equal(Enumerable.Range(1, 100), customers.Select(static customer => customer.Id));

        customers[0].Name = "renamed";
        context.Remove(customers[1]);
        context.Add(new Customer { Name = "late" });
        Assert.Equal(3, await mode.SaveAsync(context));

        Assert.Equal(100, await mode.CountAsync(context.Customers));
        Assert.Equal((1L, 0L, 1L), (await shop.CountAsync("renamed"), await shop.CountAsync("customer 2"), await shop.CountAsync("late")));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task ExecuteUpdateAndDelete_TellHowManyTheyMet(ServerEngine engine, CallMode mode)
    {
        await using Shop shop = await Shop.OpenAsync(engine);
        await using ShopContext context = shop.CreateContext();
        context.AddRange(Enumerable.Range(1, 10).Select(static number => new Customer { Name = $"customer {number}" }));
        await mode.SaveAsync(context);
        IQueryable<Customer> some = context.Customers.Where(static customer => customer.Id > 4);

        int updated = mode is CallMode.Sync
            ? some.ExecuteUpdate(static set => set.SetProperty(static customer => customer.Rank, Rank.Gold))
            : await some.ExecuteUpdateAsync(static set => set.SetProperty(static customer => customer.Rank, Rank.Gold));
        Assert.Equal(6, updated);
        Assert.Equal(6, await mode.DeleteAsync(context.Customers.Where(static customer => customer.Rank == Rank.Gold)));
        Assert.Equal(4, await mode.CountAsync(context.Customers));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task SomebodyElseWasFaster_IsAConcurrencyException(ServerEngine engine, CallMode mode)
    {
        await using Shop shop = await Shop.OpenAsync(engine);
        await using ShopContext context = shop.CreateContext();
        var customer = new Customer { Name = "contended" };
        context.Add(customer);
        await mode.SaveAsync(context);

        // Set to what it is already, a row counts as met.
        customer.Version = 0;
        context.Entry(customer).Property(static customer => customer.Name).IsModified = true;
        Assert.Equal(1, await mode.SaveAsync(context));

        await shop.Server.ExecuteAsync("UPDATE shop.Customers SET Version = 7");
        customer.Name = "mine";
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => mode.SaveAsync(context));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task ServersError_ArrivesAsEverAndNothingOfTheBatchIsThere(ServerEngine engine, CallMode mode)
    {
        await using Shop shop = await Shop.OpenAsync(engine);
        await using ShopContext context = shop.CreateContext();
        context.AddRange(new Customer { Name = "one" }, new Customer { Name = "two" }, new Customer { Name = "one" });

        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => mode.SaveAsync(context));

        Assert.Equal(1062, Assert.IsType<MySqlConnector.MySqlException>(refused.InnerException).Number);
        Assert.Equal(0, await mode.CountAsync(context.Customers));
    }
}
