using MySqlConnector;
using ResilientMySql.Integration.Faults;
using ResilientMySql.Queries;
using ResilientMySql.TestServers;
using ResilientMySql.Testing;
using ResilientMySql.Testing.Faults;

namespace ResilientMySql.Integration.Queries.Streaming;

/// <summary>The time limit holds for each row that has to be waited for, and for the rows that nobody wants.</summary>
[Collection(nameof(Timed))]
public sealed class StreamDeadlineTests
{
    private const double TooLong = 30;

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersModesAndWires), MemberType = typeof(Cells))]
    public async Task LateRow_EndsTheEnumeration(ServerEngine engine, CallMode mode, WireMode wire)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource($"{rented.Server.ConnectionString};Maximum Pool Size=1;Default Command Timeout=1;Wire={wire}");
        List<long> received = [];

        var late = await Assert.ThrowsAsync<MySqlException>(async () =>
        {
            await foreach (long number in mode.Stream<LateRow, long>(dataSource, new(TooLong)))
                received.Add(number);
        });

        Assert.Equal(MySqlErrorCode.CommandTimeoutExpired, late.ErrorCode);
        Assert.Equal([7], received);
        Assert.Equal([7, 0, 0], await mode.Stream<LateRow, long>(dataSource, new(0)).CollectAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersModesAndWires), MemberType = typeof(Cells))]
    public async Task EndedEarlyBeforeALateRow_IsNotHeldUp(ServerEngine engine, CallMode mode, WireMode wire)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource($"{rented.Server.ConnectionString};Maximum Pool Size=1;Default Command Timeout=1;Wire={wire}");

        Assert.Equal([7], await mode.Stream<SlowRest, long>(dataSource, new(600)).CollectAsync(most: 1));

        Assert.Equal([7, 0], await mode.Stream<SlowRest, long>(dataSource, new(0)).CollectAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersModesAndWires), MemberType = typeof(Cells))]
    public async Task SilentLink_EndsTheEnumerationAndTheSession(ServerEngine engine, CallMode mode, WireMode wire)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource($"{proxied.ConnectionString};Maximum Pool Size=1;Default Command Timeout=1;Wire={wire}");
        proxied.Proxy.Inject(new CutAnswerAfterRows(10) { Ending = Ending.Silence }, IsStream);
        List<int> received = [];

        var late = await Assert.ThrowsAsync<MySqlException>(async () =>
        {
            await foreach (City city in mode.Stream<CitiesFrom, City>(dataSource, new(1)))
                received.Add(city.CityId);
        });

        Assert.Equal(MySqlErrorCode.CommandTimeoutExpired, late.ErrorCode);
        Assert.Equal(Enumerable.Range(1, 10), received);
        Assert.Equal(600, (await mode.Stream<CitiesFrom, City>(dataSource, new(1)).CollectAsync()).Count);
        Assert.Equal(2, dataSource.GetStatistics().Opened);
    }

    /// <summary>The rest cannot be skipped: nobody is handed the session.</summary>
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersModesAndWires), MemberType = typeof(Cells))]
    public async Task SilentLinkAfterAnEarlyEnd_GivesTheSessionUp(ServerEngine engine, CallMode mode, WireMode wire)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource($"{proxied.ConnectionString};Maximum Pool Size=1;Default Command Timeout=1;Wire={wire}");
        proxied.Proxy.Inject(new CutAnswerAfterRows(10) { Ending = Ending.Silence }, IsStream);

        Assert.Equal(3, (await mode.Stream<CitiesFrom, City>(dataSource, new(1)).CollectAsync(most: 3)).Count);

        Assert.Equal(600, (await mode.Stream<CitiesFrom, City>(dataSource, new(1)).CollectAsync()).Count);
        Assert.Equal(2, dataSource.GetStatistics().Opened);
    }

    private static bool IsStream(ProxiedRequest request) =>
        request.Command is ServerCommand.Execute && request.Sql?.EndsWith(CitiesFrom.CommandText, StringComparison.Ordinal) is true;
}
