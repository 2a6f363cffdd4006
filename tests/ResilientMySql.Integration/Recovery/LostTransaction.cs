using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Recovery;

/// <summary>What tests ask of a transaction whose session is gone.</summary>
internal static class LostTransaction
{
    public const string Insert = "INSERT INTO city (city, country_id) VALUES ('Atlantis', 102)";

    public static async Task<ResilientMySqlException> AssertTransactionLostAsync(Func<Task> call)
    {
        var lost = await Assert.ThrowsAsync<ResilientMySqlException>(call);
        Assert.Equal(LossCause.Transaction, lost.Cause);
        return lost;
    }

    public static Task<long> CountAtlantisAsync(TestServer server) =>
        server.QueryAsync<long>($"SELECT COUNT(*) FROM {server.Database}.city WHERE city = 'Atlantis'");
}
