using MySqlConnector;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Wire.Differential;

/// <summary>Two schemas of one server in which the same is done, so that what one side writes the other does not see.</summary>
internal sealed class TwoSchemas(TestServer server)
{
    public const string WireSide = "schema_one";
    public const string DriverSide = "schema_two";

    public static async Task<TwoSchemas> CreateAsync(TestServer server)
    {
        foreach (string side in (string[])[WireSide, DriverSide])
            await server.ExecuteAsync($"DROP DATABASE IF EXISTS {side}; CREATE DATABASE {side}");

        return new TwoSchemas(server);
    }

    /// <summary>A text of the server's in which a schema is named, without saying which.</summary>
    public static string OfEither(string text) => text.Replace(WireSide, "schema", StringComparison.Ordinal).Replace(DriverSide, "schema", StringComparison.Ordinal);

    /// <summary>Runs statements in both; an error is the caller's.</summary>
    public async Task RunAsync(params IEnumerable<string> statements)
    {
        foreach (string side in (string[])[WireSide, DriverSide])
        {
            await using var connection = new MySqlConnection($"{server.ConnectionString};Pooling=True;Database={side}");
            await connection.OpenAsync();
            foreach (string sql in statements)
            {
                await using var command = new MySqlCommand(sql, connection);
                await command.ExecuteNonQueryAsync();
            }
        }
    }

    /// <summary>Two connections, one to each.</summary>
    /// <param name="mode">How they are used.</param>
    /// <param name="link">How the server is reached.</param>
    public static Task<WirePair> OpenAsync(CallMode mode, string link) => WirePair.OpenAsync(mode, $"{link};Database={WireSide}", $"{link};Database={DriverSide}");
}
