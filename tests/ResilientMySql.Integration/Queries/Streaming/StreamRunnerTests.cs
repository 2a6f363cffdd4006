using System.Runtime.CompilerServices;
using ResilientMySql.Queries;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Queries.Streaming;

/// <summary>Rows are read one by one, from all hosts, and whoever stops early gives everything back.</summary>
public sealed class StreamRunnerTests
{
    [SkippableTheory]
    [MemberData(nameof(QueryHosts.AllAndWires), MemberType = typeof(QueryHosts))]
    public async Task AllRows_ComeInOrderAgainAndAgain(ServerEngine engine, CallMode mode, QueryHost host, WireMode wire)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource($"{rented.Server.ConnectionString};Maximum Pool Size=1;Wire={wire}");
        List<City> cities = QueryRunner.ToList<CitiesFrom, City>(dataSource, new(1));
        await using HostedTarget hosted = await HostedTarget.OpenAsync(mode, host, dataSource);

        for (int round = 0; round < 3; round++)
        {
            Assert.Equal(cities, await mode.Stream<CitiesFrom, City>(hosted.Target, new(1)).CollectAsync());
            Assert.Equal(cities[^2..], await mode.Stream<CitiesFrom, City>(hosted.Target, new(599)).CollectAsync());
            Assert.Empty(await mode.Stream<CitiesFrom, City>(hosted.Target, new(601)).CollectAsync());
        }

        Assert.Equal(600, cities.Count);
    }

    [SkippableTheory]
    [MemberData(nameof(QueryHosts.AllAndWires), MemberType = typeof(QueryHosts))]
    public async Task EndedEarly_TheSessionGoesOn(ServerEngine engine, CallMode mode, QueryHost host, WireMode wire)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource($"{rented.Server.ConnectionString};Maximum Pool Size=1;Wire={wire}");
        await using HostedTarget hosted = await HostedTarget.OpenAsync(mode, host, dataSource);
        long session = QueryRunner.First<SessionId, long>(hosted.Target, default);

        for (int round = 0; round < 2; round++)
        {
            Assert.Equal(3, (await mode.Stream<CityPairs, int>(hosted.Target, default).CollectAsync(most: 3)).Count);
            Assert.Equal(session, QueryRunner.First<SessionId, long>(hosted.Target, default));
        }
    }

    [SkippableTheory]
    [MemberData(nameof(QueryHosts.AllAndWires), MemberType = typeof(QueryHosts))]
    public async Task NullsAndEmptyTexts_Come(ServerEngine engine, CallMode mode, QueryHost host, WireMode wire)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource($"{rented.Server.ConnectionString};Wire={wire}");
        await using HostedTarget hosted = await HostedTarget.OpenAsync(mode, host, dataSource);

        List<string?> texts = await mode.Stream<Texts, string?>(hosted.Target, new("Žižkov", 3)).CollectAsync();

        Assert.Equal(["Žižkov", null, "", "žžž"], texts);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersModesAndWires), MemberType = typeof(Cells))]
    public async Task RowOfSeveralPackets_IsWhole(ServerEngine engine, CallMode mode, WireMode wire)
    {
        const int Length = 9_000_000; // of two bytes each: a packet holds 16 MiB
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        Skip.IfNot(rented.Server.CanControl, "The server is external.");
        int limit = await rented.Server.QueryAsync<int>("SELECT CAST(@@GLOBAL.max_allowed_packet AS SIGNED)");
        await rented.Server.ExecuteAsync("SET GLOBAL max_allowed_packet = 67108864");
        try
        {
            await using var dataSource = new ResilientMySqlDataSource($"{rented.Server.ConnectionString};Wire={wire}");

            List<string?> texts = await mode.Stream<Texts, string?>(dataSource, new("", Length)).CollectAsync();

            Assert.Equal(Length, texts[3]!.Length);
            Assert.Equal(-1, texts[3].AsSpan().IndexOfAnyExcept('ž'));
        }
        finally
        {
            await rented.Server.ExecuteAsync($"SET GLOBAL max_allowed_packet = {limit}");
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersModesAndWires), MemberType = typeof(Cells))]
    public async Task NothingRuns_BeforeTheFirstRowIsAskedFor(ServerEngine engine, CallMode mode, WireMode wire)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource($"{rented.Server.ConnectionString};Wire={wire}");

        IAsyncEnumerable<City> rows = mode.Stream<CitiesFrom, City>(dataSource, new(600));

        Assert.Equal(0, await rented.Server.CountSessionsAsync());
        Assert.Single(await rows.CollectAsync());
        Assert.Equal(1, StatementRunner.Execute(dataSource, default(AddAtlantis)));
        Assert.Equal(2, (await rows.CollectAsync()).Count);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersModesAndWires), MemberType = typeof(Cells))]
    public async Task TwoAtOnce_TakeTwoSessionsAndAreRefusedOnAConnection(ServerEngine engine, CallMode mode, WireMode wire)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource($"{rented.Server.ConnectionString};Wire={wire}");

        await using (IAsyncEnumerator<City> first = mode.Stream<CitiesFrom, City>(dataSource, new(1)).GetAsyncEnumerator())
        await using (IAsyncEnumerator<City> second = mode.Stream<CitiesFrom, City>(dataSource, new(2)).GetAsyncEnumerator())
        {
            Assert.True(await first.MoveNextAsync() && await second.MoveNextAsync() && await first.MoveNextAsync());
            Assert.Equal((2, 2), (first.Current.CityId, second.Current.CityId));
            Assert.Equal(2, await rented.Server.CountSessionsAsync());
        }

        await using ResilientMySqlConnection connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        await using IAsyncEnumerator<City> reading = mode.Stream<CitiesFrom, City>(connection, new(1)).GetAsyncEnumerator();
        Assert.True(await reading.MoveNextAsync());

        await Assert.ThrowsAsync<InvalidOperationException>(() => mode.Stream<CitiesFrom, City>(connection, new(1)).CollectAsync());

        Assert.True(await reading.MoveNextAsync());
        Assert.Equal(2, reading.Current.CityId);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersModesAndWires), MemberType = typeof(Cells))]
    public async Task ColumnsOutOfOrder_AreRefusedAndTheSessionGoesBack(ServerEngine engine, CallMode mode, WireMode wire)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource($"{rented.Server.ConnectionString};Maximum Pool Size=1;Wire={wire}");

        for (int round = 0; round < 2; round++)
        {
            var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => mode.Stream<ReorderedCities, City>(dataSource, default).CollectAsync());
            Assert.Contains("'country_id'", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal(1, dataSource.GetStatistics().Opened);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersModesAndWires), MemberType = typeof(Cells))]
    public async Task ConnectionClosedUnderIt_TheNextRowIsRefused(ServerEngine engine, CallMode mode, WireMode wire)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource($"{rented.Server.ConnectionString};Wire={wire}");
        await using ResilientMySqlConnection connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        IAsyncEnumerator<City> rows = mode.Stream<CitiesFrom, City>(connection, new(1)).GetAsyncEnumerator();
        Assert.True(await rows.MoveNextAsync());

        await mode.CloseAsync(connection);

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await rows.MoveNextAsync());
        await rows.DisposeAsync();
        await mode.OpenAsync(connection);
        Assert.Equal(2, (await mode.Stream<CitiesFrom, City>(connection, new(599)).CollectAsync()).Count);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndWires), MemberType = typeof(Cells))]
    public async Task OneEnumerableTwiceAtOnce_IsTwoEnumerations(ServerEngine engine, WireMode wire)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource($"{rented.Server.ConnectionString};Wire={wire}");
        IEnumerable<City> rows = StreamRunner.Enumerate<CitiesFrom, City>(dataSource, new(599));

        Assert.Equal([(599, 599), (599, 600), (600, 599), (600, 600)], rows.SelectMany(_ => rows, static (outer, inner) => (outer.CityId, inner.CityId)));
        Assert.Equal([599, 600], await Task.Run(() => rows.Select(static city => city.CityId).ToList()));
        Assert.Equal((2, 0), (dataSource.GetStatistics().Opened, dataSource.GetStatistics().LeasedSessions));
    }

    /// <summary>Its connection may have served other enumerations before; nobody serves from it until it is found.</summary>
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersModesAndWires), MemberType = typeof(Cells))]
    public async Task DroppedAfterOthersEnded_TheSessionIsFound(ServerEngine engine, CallMode mode, WireMode wire)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource($"{rented.Server.ConnectionString};Wire={wire}");
        await mode.Stream<CitiesFrom, City>(dataSource, new(590)).CollectAsync();

        await DropAsync(mode, dataSource);

        Assert.Equal(2, (await mode.Stream<CitiesFrom, City>(dataSource, new(599)).CollectAsync()).Count);
        await Eventually.HoldsAsync(() =>
        {
            GC.Collect();
            return Task.FromResult(dataSource.GetStatistics() is { LeakedConnections: 1, LeasedSessions: 0 });
        });
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task DropAsync(CallMode mode, ResilientMySqlDataSource dataSource) =>
        Assert.True(await mode.Stream<CitiesFrom, City>(dataSource, new(1)).GetAsyncEnumerator().MoveNextAsync());
}
