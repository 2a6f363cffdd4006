using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using ResilientMySql.EntityFrameworkCore.Tests.Model;
using ResilientMySql.TestServers;

namespace ResilientMySql.EntityFrameworkCore.Tests;

/// <summary>What <c>docs/ecosystem.md</c> shows, line by line.</summary>
public sealed class SnippetTests
{
    [Fact]
    public async Task ConnectionString_Snippet()
    {
        await using Shop shop = await Shop.OpenAsync(ServerEngine.MySql);
        string connectionString = shop.ConnectionString;
        var services = new ServiceCollection();

        services.AddDbContext<ShopContext>(options => options.UseResilientMySql(connectionString));

        await AssertWorksAsync(services);
    }

    [Fact]
    public async Task DataSource_Snippet()
    {
        await using Shop shop = await Shop.OpenAsync(ServerEngine.MySql);
        string connectionString = shop.ConnectionString;
        ServerVersion serverVersion = shop.Version;
        var services = new ServiceCollection();

        await using var dataSource = new ResilientMySqlDataSource(connectionString + ";Allow User Variables=true;Use Affected Rows=false");
        services.AddDbContextPool<ShopContext>(options =>
            options.UseResilientMySql(dataSource, serverVersion, mysql => mysql.EnableRetryOnLoss()));

        await AssertWorksAsync(services);
    }

    [Fact]
    public async Task Unit_Snippet()
    {
        await using Shop shop = await Shop.OpenAsync(ServerEngine.MySql);
        await using ShopContext context = shop.CreateContext(static mysql => mysql.EnableRetryOnLoss());

        context.Add(new Customer { Name = "Ada" });
        IExecutionStrategy strategy = context.Database.CreateExecutionStrategy();
        await strategy.ExecuteInTransactionAsync(
            () => context.SaveChangesAsync(acceptAllChangesOnSuccess: false),
            () => context.Customers.AsNoTracking().AnyAsync(customer => customer.Name == "Ada"));
        context.ChangeTracker.AcceptAllChanges();

        Assert.Equal(1, await shop.CountAsync("Ada"));
    }

    private static async Task AssertWorksAsync(IServiceCollection services)
    {
        await using ServiceProvider provider = services.BuildServiceProvider();
        await using AsyncServiceScope scope = provider.CreateAsyncScope();
        Assert.Equal(0, await scope.ServiceProvider.GetRequiredService<ShopContext>().Customers.CountAsync());
    }
}
