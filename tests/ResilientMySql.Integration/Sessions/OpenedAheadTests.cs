using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Sessions;

/// <summary>Sessions that are opened before anybody needs them, in pools that do not keep everything that comes back.</summary>
public sealed class OpenedAheadTests
{
    [SkippableTheory]
    [InlineData("Pooling=false", 1)]
    [InlineData("Max Session Uses=1", 1)]
    [InlineData("Minimum Pool Size=2;Max Session Uses=1", 2)]
    [InlineData("Minimum Pool Size=2;Maximum Idle Sessions=1", 2)]
    public async Task WarmUp_OpensAsManyAsItSaysAndEnds(string keywords, int sessions)
    {
        await using RentedServer rented = await ServerPool.RentAsync(ServerEngine.MariaDb);
        await using var dataSource = new ResilientMySqlDataSource($"{rented.Server.ConnectionString};{keywords}");
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));

        await dataSource.WarmUpAsync(limit.Token);

        Assert.Equal(sessions, dataSource.GetStatistics().Opened);
    }

    [SkippableTheory]
    [InlineData("Max Session Uses=1")]
    [InlineData("Maximum Idle Sessions=1")]
    public async Task MinimumPoolSize_SessionsWaitForWhoeverNeedsThem(string keywords)
    {
        await using RentedServer rented = await ServerPool.RentAsync(ServerEngine.MariaDb);
        await using var dataSource = new ResilientMySqlDataSource($"{rented.Server.ConnectionString};Minimum Pool Size=2;{keywords}");
        await using (ResilientMySqlConnection connection = await dataSource.OpenConnectionAsync())
            Assert.NotEqual(0, connection.ServerThread);

        await Eventually.HoldsAsync(() => Task.FromResult(dataSource.GetStatistics().IdleSessions == 2));

        // Three rounds of the background's: it opened two, and another one where the first was used up.
        await Task.Delay(TimeSpan.FromSeconds(1.5));
        Assert.InRange(dataSource.GetStatistics().Opened, 2, 3);
    }

    /// <summary>The rest of what it has opened is looked after, too.</summary>
    [SkippableFact]
    public async Task WarmUp_ThatFailsHalfWay_SessionsAreCaredFor()
    {
        await using RentedServer rented = await ServerPool.RentAsync(ServerEngine.MariaDb);
        int opened = 0;
        await using ResilientMySqlDataSource dataSource = new ResilientMySqlDataSourceBuilder(rented.Server.ConnectionString + ";Minimum Pool Size=2")
            .UseConnectionOpenedCallback((_, _) => Interlocked.Increment(ref opened) == 2 ? throw new InvalidDataException("Not this one.") : default)
            .Build();
        await Assert.ThrowsAsync<InvalidDataException>(() => dataSource.WarmUpAsync());

        await Eventually.HoldsAsync(() => Task.FromResult(dataSource.GetStatistics().IdleSessions == 2));
    }
}
