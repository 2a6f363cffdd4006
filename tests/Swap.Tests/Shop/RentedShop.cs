using FilmRental.Shop;
using MySqlConnector;
using ResilientMySql.TestServers;

namespace Swap.Tests.Shop;

/// <summary>An empty shop on a server of its own.</summary>
internal sealed class RentedShop : IAsyncDisposable
{
    private readonly RentedServer _server;

    private RentedShop(RentedServer server, MySqlDataSource dataSource)
    {
        _server = server;
        DataSource = dataSource;
    }

    public static TheoryData<ServerEngine> Engines => [.. Enum.GetValues<ServerEngine>()];

    public MySqlDataSource DataSource { get; }

    public Catalogue Catalogue => new(DataSource);

    public RentalDesk Desk => new(DataSource);

    public static async Task<RentedShop> OpenAsync(ServerEngine engine)
    {
        RentedServer server = await ServerPool.RentAsync(engine);
        await server.Server.ExecuteAsync("SET GLOBAL local_infile = 1"); // which MySQL's bulk copy needs
        var settings = new MySqlConnectionStringBuilder(server.Server.ConnectionString) { AllowLoadLocalInfile = true };
        var shop = new RentedShop(server, new MySqlDataSource(settings.ConnectionString));
        await ShopSchema.CreateAsync(shop.DataSource);
        return shop;
    }

    public async Task<long> CountRentalsAsync()
    {
        await using MySqlConnection connection = await DataSource.OpenConnectionAsync();
        await using var command = new MySqlCommand("SELECT COUNT(*) FROM shop_rental", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        await DataSource.DisposeAsync();
        await _server.DisposeAsync();
    }
}
