using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Queries.Bulk;

/// <summary>A table with room for many rows, each in a country that there is.</summary>
internal sealed class BulkTable : IAsyncDisposable
{
    private readonly TestServer _server;

    private readonly long _packetLimit;

    private BulkTable(TestServer server, long packetLimit)
    {
        _server = server;
        _packetLimit = packetLimit;
    }

    /// <summary>On a server that takes 64 KiB at once, so that few rows make several statements.</summary>
    public static async Task<BulkTable> CreateForSmallPacketsAsync(TestServer server)
    {
        Skip.IfNot(server.CanControl, "The server is external.");
        BulkTable table = await CreateAsync(server);
        await server.ExecuteAsync("SET GLOBAL max_allowed_packet = 65536");
        return table;
    }

    public static async Task<BulkTable> CreateAsync(TestServer server)
    {
        long packetLimit = await server.QueryAsync<long>("SELECT CAST(@@GLOBAL.max_allowed_packet AS SIGNED)");
        await server.ExecuteAsync($"""
            CREATE TABLE {server.Database}.bulk_city (
                id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(50) NOT NULL, country_id SMALLINT UNSIGNED NOT NULL,
                FOREIGN KEY (country_id) REFERENCES {server.Database}.country (country_id))
            """);
        return new BulkTable(server, packetLimit);
    }

    /// <summary>How many rows others see.</summary>
    public Task<long> CountAsync() => _server.QueryAsync<long>($"SELECT COUNT(*) FROM {_server.Database}.bulk_city");

    public async ValueTask DisposeAsync()
    {
        await _server.ExecuteAsync($"DROP TABLE {_server.Database}.bulk_city");
        if (_server.CanControl)
            await _server.ExecuteAsync($"SET GLOBAL max_allowed_packet = {_packetLimit}");
    }
}
