using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ResilientMySql.TestServers;

namespace CityApi.Tests.Cities;

public sealed class CityEndpointsTests
{
    public static TheoryData<ServerEngine> All => Engines.All;

    [Theory, MemberData(nameof(All))]
    public async Task KnownCity_IsAnsweredWithItsNumberAsText(ServerEngine engine)
    {
        await using var rented = await ServerPool.RentAsync(engine);
        await using var app = await RunningApp.StartAsync(rented.Server);

        using var response = await app.Client.GetAsync("/?city=London");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/plain", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("City \"London\" is #312", await response.Content.ReadAsStringAsync());
    }

    [Theory, MemberData(nameof(All))]
    public async Task UnknownCity_IsNotFoundAndNamedAsAsked(ServerEngine engine)
    {
        await using var rented = await ServerPool.RentAsync(engine);
        await using var app = await RunningApp.StartAsync(rented.Server);

        foreach (var city in (string[])["Atlantis", "O'Brien \"x\" \\", "' OR 1=1 -- ", "@city ? {0}", "東京", "🏙️🌉", new('x', 50), string.Concat(Enumerable.Repeat("🏙", 50))])
        {
            using var response = await app.Client.GetAsync("/?city=" + Uri.EscapeDataString(city));

            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            Assert.Equal($"City \"{city}\" not found", await response.Content.ReadAsStringAsync());
        }
    }

    [Theory, MemberData(nameof(All))]
    public async Task CityWithSpecialCharacters_IsFound(ServerEngine engine)
    {
        await using var rented = await ServerPool.RentAsync(engine);
        await rented.Server.ExecuteAsync($"INSERT INTO {rented.Server.Database}.city VALUES (1001, 'L''Aquila', 1, NOW()), (1002, '🏙️', 1, NOW())");
        await using var app = await RunningApp.StartAsync(rented.Server);

        Assert.Equal("City \"L'Aquila\" is #1001", await app.Client.GetStringAsync("/?city=L%27Aquila"));
        Assert.Equal("City \"🏙️\" is #1002", await app.Client.GetStringAsync("/?city=" + Uri.EscapeDataString("🏙️")));
        Assert.Equal("City \"A Corua (La Corua)\" is #1", await app.Client.GetStringAsync("/?city=A+Corua+(La+Corua)"));
    }

    [Theory, MemberData(nameof(All))]
    public async Task UnusableParameter_IsABadRequestWithProblemDocument(ServerEngine engine)
    {
        await using var rented = await ServerPool.RentAsync(engine);
        await using var app = await RunningApp.StartAsync(rented.Server);

        foreach (var query in (string[])["", "?", "?city=", "?city=+%20", "?town=London", "?city=" + new string('x', 51), "?city=" + new string('x', 5000)])
        {
            using var response = await app.Client.GetAsync("/" + query);

            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
            var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
            Assert.Equal(400, problem.GetProperty("status").GetInt32());
            Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        }

        Assert.Equal(0, await rented.Server.CountSessionsAsync());
    }
}
