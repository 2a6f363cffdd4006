using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Queries.Procedures;

/// <summary>The procedures that the tests beside it call; dropped once nobody holds them in a transaction any more.</summary>
internal sealed class SampleProcedures : IAsyncDisposable
{
    private readonly TestServer _server;

    private SampleProcedures(TestServer server) => _server = server;

    public static async Task<SampleProcedures> CreateAsync(TestServer server)
    {
        var procedures = new SampleProcedures(server);
        await procedures.DisposeAsync();
        await server.ExecuteAsync($"""
            CREATE PROCEDURE {server.Database}.everything(
                IN factor INT, OUT number BIGINT, INOUT text VARCHAR(100), OUT price DECIMAL(20, 4), IN suffix VARCHAR(100), OUT ratio DOUBLE,
                OUT at DATETIME(6), OUT day DATE, OUT span TIME(6), OUT flag BOOL, OUT bytes VARBINARY(100), INOUT counter BIGINT UNSIGNED, OUT nothing INT)
            BEGIN
                SELECT city FROM city LIMIT 3;
                SET number = factor * 1000000000, text = CONCAT(text, suffix), price = factor / 3, ratio = factor / 2e0, at = '2026-02-28 23:59:59.123456',
                    day = '1999-12-31', span = '-30:00:00.5', flag = TRUE, bytes = UNHEX('00ff27'), counter = counter + factor;
                SELECT 1 FROM city WHERE city_id = 0;
            END
            """);
        await server.ExecuteAsync($"""
            CREATE PROCEDURE {server.Database}.add_city(IN name VARCHAR(50), OUT id INT)
            BEGIN
                INSERT INTO city (city, country_id) VALUES (name, 102);
                SET id = LAST_INSERT_ID();
            END
            """);
        await server.ExecuteAsync($"""
            CREATE PROCEDURE {server.Database}.cities_named(IN name VARCHAR(50))
            BEGIN
                SELECT city_id, city, country_id FROM city WHERE city = name ORDER BY city_id;
                SELECT 'another one';
            END
            """);
        await server.ExecuteAsync($"CREATE PROCEDURE {server.Database}.refuse(OUT id INT) SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'refused'");
        return procedures;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (string name in (string[])["everything", "add_city", "cities_named", "refuse"])
            await _server.ExecuteAsync($"DROP PROCEDURE IF EXISTS {_server.Database}.{name}");
    }
}
