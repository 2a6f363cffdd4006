using ResilientMySql.Integration.Faults;
using ResilientMySql.Integration.Queries.Streaming;
using ResilientMySql.Queries;
using ResilientMySql.TestServers;
using ResilientMySql.Testing;
using ResilientMySql.Testing.Faults;

namespace ResilientMySql.Integration.Queries.ResultSets;

/// <summary>Several result sets are read in one call, counted, and read anew as a whole where their session dies.</summary>
public sealed class ResultSetsRunnerTests
{
    [SkippableTheory]
    [MemberData(nameof(QueryHosts.All), MemberType = typeof(QueryHosts))]
    public async Task AllSets_MakeTheResult(ServerEngine engine, CallMode mode, QueryHost host)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Maximum Pool Size=1");
        await using HostedTarget hosted = await HostedTarget.OpenAsync(mode, host, dataSource);

        for (int round = 0; round < 2; round++)
        {
            Overview london = await ReadAsync(mode, hosted.Target, new OverviewQuery("London"));
            Overview nowhere = await ReadAsync(mode, hosted.Target, new OverviewQuery("žžž"));

            Assert.Equal((600, "London"), (london.Count, london.Last));
            Assert.Equal([new City(312, "London", 102), new City(313, "London", 20)], london.Cities);
            Assert.Equal((600, null), (nowhere.Count, nowhere.Last));
            Assert.Empty(nowhere.Cities);
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task WriteBetweenSets_IsNoSet(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString);

        Overview mixed = await ReadAsync(mode, dataSource, default(MixedSets));

        Assert.Equal((7, null), (mixed.Count, mixed.Last));
        Assert.Equal("Atlantis", Assert.Single(mixed.Cities).city);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task WrongNumberOrOrder_IsToldEachTimeAndTheSessionGoesOn(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Maximum Pool Size=1");

        for (int round = 0; round < 2; round++)
        {
            await AssertRefusedAsync(default(TwoSets), "returned 2 result sets, and the method takes 3");
            await AssertRefusedAsync(default(FourSets), "returned 4 result sets, and the method takes 3");
            await AssertRefusedAsync(default(NoSets), "returned 0 result sets, and the method takes 3");
            await AssertRefusedAsync(default(NoFirstRow), "The first result set has no row.");
            await AssertRefusedAsync(default(ReorderedSets), "Column 0 is 'city'");
        }

        Assert.Equal(600, (await ReadAsync(mode, dataSource, new OverviewQuery("London"))).Count);
        Assert.Equal(1, dataSource.GetStatistics().Opened);

        async Task AssertRefusedAsync<TStatement>(TStatement statement, string reason)
            where TStatement : struct, IStatement
        {
            var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => ReadAsync(mode, dataSource, statement));
            Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task LostInTheMidst_IsReadAnewAsAWhole(ServerEngine engine, CallMode mode)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(proxied.ConnectionString + ";Maximum Pool Size=1");
        Injection cut = proxied.Proxy.Inject(
            new CutAnswerAfterRows(2), static request => request.Sql?.Contains("SELECT COUNT(*) FROM city;", StringComparison.Ordinal) is true);

        Overview london = await ReadAsync(mode, dataSource, new OverviewQuery("London"));

        Assert.Equal((1, 2), (cut.StrikeCount, london.Cities.Count));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task LostWithAWriteInIt_IsNotRepeated(ServerEngine engine, CallMode mode)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(proxied.ConnectionString + ";Maximum Pool Size=1");
        Injection swallowed = proxied.Proxy.Inject(
            new SwallowAnswer(), static request => request.Sql?.Contains("SELECT 7;", StringComparison.Ordinal) is true, Injection.Always);

        var lost = await Assert.ThrowsAsync<ResilientMySqlException>(() => ReadAsync(mode, dataSource, default(MixedSets)));

        Assert.Equal((1, LossCause.Link, ExecutionOutcome.Unknown), (swallowed.StrikeCount, lost.Cause, lost.Outcome));
    }

    private static async Task<Overview> ReadAsync<TStatement>(CallMode mode, QueryTarget target, TStatement statement)
        where TStatement : struct, IStatement => mode is CallMode.Sync
        ? ResultSetsRunner.Read<TStatement, OverviewSets, Overview>(target, statement)
        : await ResultSetsRunner.ReadAsync<TStatement, OverviewSets, Overview>(target, statement, default);
}
