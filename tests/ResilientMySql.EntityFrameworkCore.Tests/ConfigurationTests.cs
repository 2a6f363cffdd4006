using System.Data;
using Microsoft.Extensions.DependencyInjection;
using ResilientMySql.EntityFrameworkCore.Tests.Model;
using ResilientMySql.TestServers;

namespace ResilientMySql.EntityFrameworkCore.Tests;

/// <summary>The ways in which applications tell Entity Framework where its connections come from.</summary>
public sealed class ConfigurationTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task AddDbContext_EachScopeHasAContext(ServerEngine engine)
    {
        await using Shop shop = await Shop.OpenAsync(engine);
        await using ServiceProvider services = new ServiceCollection()
            .AddDbContext<ShopContext>(options => options.UseResilientMySql(shop.ConnectionString, shop.Version))
            .BuildServiceProvider();

        await AssertSurvivesAsync(shop, services);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task AddDbContextPool_ContextIsUsedAgainWithItsConnection(ServerEngine engine)
    {
        await using Shop shop = await Shop.OpenAsync(engine);
        await using ServiceProvider services = new ServiceCollection()
            .AddDbContextPool<ShopContext>(options => options.UseResilientMySql(shop.ConnectionString, shop.Version), poolSize: 1)
            .BuildServiceProvider();

        await AssertSurvivesAsync(shop, services);
        ShopContext first;
        await using (AsyncServiceScope scope = services.CreateAsyncScope())
        {
            first = scope.ServiceProvider.GetRequiredService<ShopContext>();

            // Left open, and in a transaction: the next user must meet neither.
            await first.Database.OpenConnectionAsync();
            await first.Database.BeginTransactionAsync();
            first.Add(new Customer { Name = "forgotten" });
            await first.SaveChangesAsync();
        }

        await using (AsyncServiceScope scope = services.CreateAsyncScope())
        {
            var second = scope.ServiceProvider.GetRequiredService<ShopContext>();
            Assert.Same(first, second);
            Assert.Equal(ConnectionState.Closed, second.Database.GetDbConnection().State);
            Assert.Equal(0, await second.Customers.CountAsync(static customer => customer.Name == "forgotten"));
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task DataSource_LendsItsSessions(ServerEngine engine)
    {
        await using Shop shop = await Shop.OpenAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(shop.ConnectionString + ";Allow User Variables=true;Use Affected Rows=false");
        int rehydrations = 0;
        dataSource.Rehydrated += (_, _) => rehydrations++;
        await using ServiceProvider services = new ServiceCollection()
            .AddDbContext<ShopContext>(options => options.UseResilientMySql(dataSource))
            .BuildServiceProvider();

        await AssertSurvivesAsync(shop, services);
        await using AsyncServiceScope scope = services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<ShopContext>();
        await context.Database.OpenConnectionAsync();
        int before = rehydrations;
        await shop.KillSessionOfAsync(context);
        Assert.Equal(2, await context.Customers.CountAsync());
        Assert.Equal(before + 1, rehydrations);
        Assert.Throws<InvalidOperationException>(() => context.Database.SetConnectionString("Server=elsewhere"));

        // Administration knows the password, although the data source does not tell it.
        await context.Database.CloseConnectionAsync();
        Assert.True(await context.Database.EnsureDeletedAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task OpenConnection_MustHaveWhatTheProviderNeeds(ServerEngine engine)
    {
        await using Shop shop = await Shop.OpenAsync(engine);
        await using var connection = new ResilientMySqlConnection(shop.ConnectionString);
        await connection.OpenAsync();
        Assert.Throws<InvalidOperationException>(() => new DbContextOptionsBuilder().UseResilientMySql(connection, shop.Version));
        await using var dataSource = new ResilientMySqlDataSource(shop.ConnectionString);
        Assert.Throws<InvalidOperationException>(() => new DbContextOptionsBuilder().UseResilientMySql(dataSource, shop.Version));

        // A closed one is given it, and administration the password that an opened one no longer tells.
        await connection.CloseAsync();
        await using var fresh = new ResilientMySqlConnection(shop.ConnectionString);
        await using var context = new ShopContext(new DbContextOptionsBuilder().UseResilientMySql(fresh, shop.Version).Options);
        context.Add(new Customer { Name = "one" });
        await context.SaveChangesAsync();
        Assert.Same(fresh, context.Database.GetDbConnection());
        Assert.Equal(ConnectionState.Closed, fresh.State);
        Assert.True(await context.Database.CanConnectAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task OurKeywords_AreForUsAndNotForTheProvider(ServerEngine engine)
    {
        await using Shop shop = await Shop.StartAsync(engine);
        DbContextOptions options = new DbContextOptionsBuilder<ShopContext>()
            .UseResilientMySql(shop.ConnectionString + ";Recovery=Off;Recovery Timeout=3").Options;
        await using var context = new ShopContext(options);
        await context.Database.EnsureCreatedAsync();
        await context.Database.OpenConnectionAsync();
        await shop.KillSessionOfAsync(context);

        ResilientMySqlException lost = await RecoveryTests.LossOfAsync(() => context.Customers.CountAsync());

        Assert.Equal((LossCause.Link, ExecutionOutcome.NotExecuted), (lost.Cause, lost.Outcome));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task ConnectionStringOfLater_IsForConnectionsAndAdministration(ServerEngine engine)
    {
        await using Shop shop = await Shop.OpenAsync(engine);
        DbContextOptions options = new DbContextOptionsBuilder<ShopContext>().UseResilientMySql("Server=nowhere.invalid", shop.Version).Options;
        await using var context = new ShopContext(options);

        context.Database.SetConnectionString(shop.ConnectionString + ";Recovery Timeout=3");

        Assert.Equal(0, await context.Customers.CountAsync());
        Assert.True(await context.Database.EnsureDeletedAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task BackslashesAreNoEscapes_OpenConnectionIsTiedToItsSession(ServerEngine engine, CallMode mode)
    {
        await using Shop shop = await Shop.OpenAsync(engine);
        await using ShopContext context = shop.CreateContext(static mysql => mysql.DisableBackslashEscaping());
        context.Add(new Customer { Name = @"C:\new" });
        await mode.SaveAsync(context);
        await shop.Server.KillAllSessionsAsync();

        await mode.OpenAsync(context);
        Assert.Equal(1, await mode.CountAsync(context.Customers.Where(static customer => customer.Name == @"C:\new")));
        string modes = await mode.SingleAsync(context.Database.SqlQuery<string>($"SELECT @@sql_mode AS Value"));
        Assert.Contains("NO_BACKSLASH_ESCAPES", modes, StringComparison.Ordinal);
        Assert.Contains("STRICT_TRANS_TABLES", modes, StringComparison.Ordinal);

        await shop.KillSessionOfAsync(context);
        ResilientMySqlException lost = await RecoveryTests.LossOfAsync(() => mode.CountAsync(context.Customers));
        Assert.Equal((LossCause.SessionState, ExecutionOutcome.NotExecuted), (lost.Cause, lost.Outcome));
        await context.Database.CloseConnectionAsync();
        Assert.Equal(1, await mode.CountAsync(context.Customers));
    }

    /// <summary>Two units of work, between which every session dies.</summary>
    private static async Task AssertSurvivesAsync(Shop shop, ServiceProvider services)
    {
        foreach (string name in (string[])["one", "two"])
        {
            await using AsyncServiceScope scope = services.CreateAsyncScope();
            var context = scope.ServiceProvider.GetRequiredService<ShopContext>();
            Assert.IsType<ResilientMySqlConnection>(context.Database.GetDbConnection());
            context.Add(new Customer { Name = name });
            await context.SaveChangesAsync();
            await shop.Server.KillAllSessionsAsync();
        }

        Assert.Equal((1L, 1L), (await shop.CountAsync("one"), await shop.CountAsync("two")));
    }
}
