using ResilientMySql.EntityFrameworkCore.Tests.Model;
using ResilientMySql.TestServers;

namespace ResilientMySql.EntityFrameworkCore.Tests;

/// <summary>Every way in which Entity Framework reads.</summary>
public sealed class QueryTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task EveryType_ComesBackAsItWas(ServerEngine engine, CallMode mode)
    {
        await using Shop shop = await Shop.OpenAsync(engine);
        var written = new Customer
        {
            Name = "it's a \\ and a 🐬",
            Key = Guid.Parse("8d0c4f2e-52b1-4d7e-9d3f-0b6f7f0a1c22"),
            Born = new DateOnly(2000, 2, 29),
            OpensAt = new TimeOnly(23, 59, 58, 123),
            Since = new DateTime(2024, 2, 29, 23, 59, 58).AddTicks(1234560),
            Seen = new DateTimeOffset(2024, 3, 1, 1, 2, 3, TimeSpan.Zero),
            Patience = new TimeSpan(1, 2, 3),
            Credit = 12345.6789m,
            IsGood = true,
            Rank = Rank.Gold,
            Picture = [0, 1, 39, 92, 255],
            Tags = ["a", "b"],
            Orders = [new Order { Item = "pen" }, new Order { Item = "ink" }],
        };
        await using (ShopContext context = shop.CreateContext())
        {
            context.Add(written);
            Assert.Equal(3, await mode.SaveAsync(context));
            Assert.Equal((1, 1L), (written.Id, written.Orders[0].Id));
        }

        await using ShopContext fresh = shop.CreateContext();
        Customer read = await mode.SingleAsync(fresh.Customers.Include(static customer => customer.Orders).Where(customer => customer.Key == written.Key));

        Assert.IsType<ResilientMySqlConnection>(fresh.Database.GetDbConnection());
        Assert.Equivalent(written, read, strict: true);
        Assert.Equal(1, await mode.CountAsync(fresh.Customers.Where(static customer => customer.Born == new DateOnly(2000, 2, 29) && customer.Rank == Rank.Gold)));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task SqlOfOnesOwn_AndCompiledQueries(ServerEngine engine, CallMode mode)
    {
        await using Shop shop = await Shop.OpenAsync(engine);
        await using ShopContext context = shop.CreateContext();
        context.AddRange(Enumerable.Range(1, 10).Select(static number => new Customer { Name = $"customer {number}" }));
        await mode.SaveAsync(context);
        int from = 3;
        string[] names = ["customer 1", "customer 2", "nobody"];

        Assert.Equal(8, (await mode.ListAsync(context.Customers.FromSql($"SELECT * FROM Customers WHERE Id >= {from}"))).Count);
        Assert.Equal([10], await mode.ListAsync(context.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM Customers")));
        Assert.Equal(1, await mode.ExecuteAsync(context, $"UPDATE Customers SET Version = Version + 1 WHERE Id = {from}"));
        Assert.Equal(2, await mode.CountAsync(context.Customers.Where(customer => names.Contains(customer.Name))));

        // Compiled here, since a compiled query is for one model only, and the servers have one each.
        Func<ShopContext, string, IEnumerable<Customer>> byName =
            EF.CompileQuery((ShopContext context, string name) => context.Customers.Where(customer => customer.Name == name));
        Func<ShopContext, string, IAsyncEnumerable<Customer>> byNameAsync =
            EF.CompileAsyncQuery((ShopContext context, string name) => context.Customers.Where(customer => customer.Name == name));
        foreach (string name in (string[])["customer 7", "customer 8"])
            Assert.Equal(1, mode is CallMode.Sync ? byName(context, name).Count() : await byNameAsync(context, name).CountAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task Stream_HoldsTheConnectionUntilItIsDone(ServerEngine engine)
    {
        await using Shop shop = await Shop.OpenAsync(engine);
        await using ShopContext context = shop.CreateContext();
        context.AddRange(Enumerable.Range(1, 300).Select(static number => new Customer { Name = $"customer {number}" }));
        Assert.Equal(300, await context.SaveChangesAsync());

        int seen = 0;
        await foreach (Customer customer in context.Customers.AsNoTracking().OrderBy(static customer => customer.Id).AsAsyncEnumerable())
            Assert.Equal(++seen, customer.Id);

        Assert.Equal(300, seen);

        // One that is left half-way does not stand in the way of the next.
        await foreach (Customer customer in context.Customers.AsNoTracking().AsAsyncEnumerable())
        {
            if (customer.Id == 2)
                break;
        }

        Assert.Equal(300, await context.Customers.CountAsync());
    }
}
