using ResilientMySql.Integration.Faults;
using ResilientMySql.Queries;
using ResilientMySql.TestServers;
using ResilientMySql.Testing;
using ResilientMySql.Testing.Faults;

namespace ResilientMySql.Integration.Queries.Streaming;

/// <summary>A stream whose session dies is repeated before its first row, and never ends as if it were complete.</summary>
public sealed class StreamLossTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersModesAndWires), MemberType = typeof(Cells))]
    public async Task LostInTheMidst_ThrowsAndTheRowsUntilThenAreRight(ServerEngine engine, CallMode mode, WireMode wire)
    {
        const int Rows = 250;
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource($"{proxied.ConnectionString};Maximum Pool Size=1;Wire={wire}");
        List<City> cities = await mode.Stream<CitiesFrom, City>(dataSource, new(1)).CollectAsync();
        Injection cut = proxied.Proxy.Inject(new CutAnswerAfterRows(Rows), IsStream);
        List<City> received = [];

        var lost = await Assert.ThrowsAsync<ResilientMySqlException>(async () =>
        {
            await foreach (City city in mode.Stream<CitiesFrom, City>(dataSource, new(1)))
                received.Add(city);
        });

        Assert.Equal((1, LossCause.ResultSet), (cut.StrikeCount, lost.Cause));
        Assert.Equal(cities[..received.Count], received);
        Assert.InRange(received.Count, 0, Rows);
        Assert.Equal(cities, await mode.Stream<CitiesFrom, City>(dataSource, new(1)).CollectAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersModesAndWires), MemberType = typeof(Cells))]
    public async Task LostInTheMidstOfATransaction_TheTransactionIsLost(ServerEngine engine, CallMode mode, WireMode wire)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using ResilientMySqlConnection connection = new ResilientMySqlConnection($"{proxied.ConnectionString};Wire={wire}");
        await mode.OpenAsync(connection);
        var transaction = (ResilientMySqlTransaction)await mode.BeginAsync(connection);
        proxied.Proxy.Inject(new CutAnswerAfterRows(10), IsStream);

        var lost = await Assert.ThrowsAsync<ResilientMySqlException>(() => mode.Stream<CitiesFrom, City>(transaction, new(1)).CollectAsync());

        Assert.Equal(LossCause.Transaction, lost.Cause);
        await mode.RollbackAsync(transaction);
        Assert.Equal(600, (await mode.Stream<CitiesFrom, City>(connection, new(1)).CollectAsync()).Count);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersModesAndWires), MemberType = typeof(Cells))]
    public async Task AnswerIsLost_RunsOnceMoreBeforeTheFirstRow(ServerEngine engine, CallMode mode, WireMode wire)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource($"{proxied.ConnectionString};Maximum Pool Size=1;Wire={wire}");
        Injection lost = proxied.Proxy.Inject(new SwallowAnswer(), IsStream);

        Assert.Equal(600, (await mode.Stream<CitiesFrom, City>(dataSource, new(1)).CollectAsync()).Count);

        Assert.Equal(1, lost.StrikeCount);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersModesAndWires), MemberType = typeof(Cells))]
    public async Task KilledWhileRowsAreDue_NeverEndsSilently(ServerEngine engine, CallMode mode, WireMode wire)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource($"{rented.Server.ConnectionString};Maximum Pool Size=1;Wire={wire}");
        int count = 0;

        var lost = await Assert.ThrowsAsync<ResilientMySqlException>(async () =>
        {
            await foreach (int _ in mode.Stream<CityPairs, int>(dataSource, default))
            {
                if (count++ == 0)
                    await rented.Server.KillAllSessionsAsync();
            }
        });

        Assert.Equal(LossCause.ResultSet, lost.Cause);
        Assert.InRange(count, 1, 359_999);
        Assert.Equal(2, (await mode.Stream<CityPairs, int>(dataSource, default).CollectAsync(most: 2)).Count);
    }

    private static bool IsStream(ProxiedRequest request) =>
        request.Command is ServerCommand.Execute && request.Sql?.EndsWith(CitiesFrom.CommandText, StringComparison.Ordinal) is true;
}
