using ResilientMySql.TestServers;

namespace CityApi.Tests;

internal static class Engines
{
    public static TheoryData<ServerEngine> All => [.. Enum.GetValues<ServerEngine>()];

    /// <summary>A server that the test may kill; the test is skipped where there is none.</summary>
    public static async Task<RentedServer> RentPrivateAsync(ServerEngine engine)
    {
        var variable = "RESILIENTMYSQL_" + engine.ToString().ToUpperInvariant();
        Skip.If(Environment.GetEnvironmentVariable(variable) is { Length: > 0 }, $"{variable} names a server that is not ours to control.");
        return await ServerPool.RentAsync(engine);
    }
}
