using System.Transactions;
using ResilientMySql.TestServers;

namespace ResilientMySql.Ecosystem.Dapper;

/// <summary>Dapper in a scope: connections that it opens and closes take part in one transaction.</summary>
public sealed class TransactionScopeTests
{
    private const string Insert = "INSERT INTO city (city, country_id) VALUES (@city, 102)";

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task Scope_CommitsTogetherOrNotAtAll(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        string connectionString = rented.Server.ConnectionString;
        foreach (bool completes in (bool[])[false, true])
        {
            using TransactionScope scope = Begin();
            foreach (string city in (string[])["Atlantis", "Avalon"])
            {
                await using var connection = new ResilientMySqlConnection(connectionString);
                await mode.RunAsync(connection, Insert, new { city });
            }

            Assert.Equal(0, await CountAsync(rented.Server));
            if (completes)
                scope.Complete();
        }

        Assert.Equal(2, await CountAsync(rented.Server));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task DiedInAScope_IsSaidAndTheScopeAborts(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        TransactionScope scope = Begin();
        await mode.RunAsync(connection, Insert, new { city = "Atlantis" });
        using (new TransactionScope(TransactionScopeOption.Suppress, TransactionScopeAsyncFlowOption.Enabled))
            await rented.Server.KillAllSessionsAsync();

        var lost = await Assert.ThrowsAsync<ResilientMySqlException>(() => mode.RunAsync(connection, Insert, new { city = "Avalon" }));
        scope.Complete();
        Assert.Throws<TransactionAbortedException>(scope.Dispose);

        Assert.Equal((LossCause.Transaction, ExecutionOutcome.NotExecuted, false), (lost.Cause, lost.Outcome, lost.IsTransient));
        Assert.Equal(0, await CountAsync(rented.Server));
        Assert.Equal(1, await mode.RunAsync(connection, Insert, new { city = "Ys" }));
    }

    private static TransactionScope Begin() => new(TransactionScopeAsyncFlowOption.Enabled);

    private static async Task<long> CountAsync(TestServer server)
    {
        using var outside = new TransactionScope(TransactionScopeOption.Suppress, TransactionScopeAsyncFlowOption.Enabled);
        return await server.QueryAsync<long>($"SELECT COUNT(*) FROM {server.Database}.city WHERE city_id > 600");
    }
}
