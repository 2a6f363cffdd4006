using System.Data.Common;
using Microsoft.EntityFrameworkCore.Infrastructure;
using ResilientMySql.EntityFrameworkCore.Tests.Model;
using ResilientMySql.TestServers;
using ResilientMySql.Testing;

namespace ResilientMySql.EntityFrameworkCore.Tests;

/// <summary>A server with the tables of <see cref="ShopContext"/> in a database of their own, and a proxy before it.</summary>
internal sealed class Shop : IAsyncDisposable
{
    private readonly RentedServer _rented;

    private Shop(RentedServer rented, FaultProxy proxy)
    {
        _rented = rented;
        Proxy = proxy;
        ConnectionString = $"{rented.Server.ConnectionString};Database=shop";
        ProxiedConnectionString = $"{ConnectionString};Port={proxy.Port};SSL Mode=None";
        Version = ServerVersion.Parse(rented.Server.Version);
    }

    public FaultProxy Proxy { get; }

    public TestServer Server => _rented.Server;

    public string ConnectionString { get; }

    /// <summary>Leads through the proxy, unencrypted.</summary>
    public string ProxiedConnectionString { get; }

    public ServerVersion Version { get; }

    /// <summary>With empty tables.</summary>
    public static async Task<Shop> OpenAsync(ServerEngine engine)
    {
        Shop shop = await StartAsync(engine);
        await using ShopContext context = shop.CreateContext();
        await context.Database.EnsureCreatedAsync();
        return shop;
    }

    /// <summary>Without a database.</summary>
    public static async Task<Shop> StartAsync(ServerEngine engine)
    {
        RentedServer rented = await ServerPool.RentAsync(engine);
        await rented.Server.ExecuteAsync("DROP DATABASE IF EXISTS shop");
        return new Shop(rented, FaultProxy.Start(rented.Server.Port));
    }

    public ShopContext CreateContext(Action<MySqlDbContextOptionsBuilder>? options = null) =>
        new(new DbContextOptionsBuilder<ShopContext>().UseResilientMySql(ConnectionString, Version, options).Options);

    public ShopContext CreateProxiedContext(Action<MySqlDbContextOptionsBuilder>? options = null) =>
        new(new DbContextOptionsBuilder<ShopContext>().UseResilientMySql(ProxiedConnectionString, Version, options).Options);

    /// <summary>The server runs the first statement that has this in its text, and nobody hears of it.</summary>
    public Injection LoseAnswerTo(string part, int times = 1) => Proxy.Inject(
        new Testing.Faults.SwallowAnswer(), request => request.Sql?.Contains(part, StringComparison.OrdinalIgnoreCase) is true, times);

    /// <summary>The server commits, and nobody hears of it.</summary>
    public Injection LoseCommit() => Proxy.Inject(
        new Testing.Faults.SwallowAnswer(), static request => "commit".Equals(request.Sql, StringComparison.OrdinalIgnoreCase));

    /// <summary>What is there, seen by somebody else.</summary>
    public Task<long> CountAsync(string name) => Server.QueryAsync<long>($"SELECT COUNT(*) FROM shop.Customers WHERE Name = '{name}'");

    /// <summary>Ends the session that an open context works on.</summary>
    public Task KillSessionOfAsync(DbContext context) =>
        Server.KillSessionAsync(((ResilientMySqlConnection)context.Database.GetDbConnection()).ServerThread);

    public async ValueTask DisposeAsync()
    {
        await Proxy.DisposeAsync();
        await _rented.DisposeAsync();
    }
}
