using MySqlConnector;
using ResilientMySql.Integration.Faults;
using ResilientMySql.Integration.Queries.Streaming;
using ResilientMySql.Queries;
using ResilientMySql.TestServers;
using ResilientMySql.Testing;
using ResilientMySql.Testing.Faults;

namespace ResilientMySql.Integration.Queries.Procedures;

/// <summary>Arguments go in and come out; a call that may have run is never repeated.</summary>
public sealed class ProcedureRunnerTests
{
    [SkippableTheory]
    [MemberData(nameof(QueryHosts.All), MemberType = typeof(QueryHosts))]
    public async Task Arguments_ComeOutTyped(ServerEngine engine, CallMode mode, QueryHost host)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using SampleProcedures procedures = await SampleProcedures.CreateAsync(rented.Server);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Maximum Pool Size=1");
        await using HostedTarget hosted = await HostedTarget.OpenAsync(mode, host, dataSource);

        for (int round = 0; round < 2; round++)
        {
            EverythingOut result = await CallAsync<EverythingCall, EverythingOut>(mode, hosted.Target, new(7, "Žiž 'x' \\ ", "kov 🌍", ulong.MaxValue - 10));
            EverythingOut empty = await CallAsync<EverythingCall, EverythingOut>(mode, hosted.Target, new(-1, null, "kov", 1));

            Assert.Equal((7_000_000_000L, "Žiž 'x' \\ kov 🌍", 2.3333m, 3.5), (result.Number, result.Text, result.Price, result.Ratio));
            Assert.Equal(new DateTime(2026, 2, 28, 23, 59, 59, 123).AddMicroseconds(456), result.At);
            Assert.Equal((new DateOnly(1999, 12, 31), new TimeSpan(-1, -6, 0, 0, -500)), (result.Day, result.Span));
            Assert.Equal((true, ulong.MaxValue - 3, null), (result.Flag, result.Counter, result.Nothing));
            Assert.Equal([0, 255, 39], result.Bytes);
            Assert.Equal((-1_000_000_000L, null, 0ul), (empty.Number, empty.Text, empty.Counter));
        }

        Assert.Equal(600, QueryRunner.ToList<CitiesFrom, City>(hosted.Target, new(1)).Count);    }

    [SkippableTheory]
    [MemberData(nameof(QueryHosts.All), MemberType = typeof(QueryHosts))]
    public async Task RowsOfAProcedure_AreAQuerysRows(ServerEngine engine, CallMode mode, QueryHost host)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using SampleProcedures procedures = await SampleProcedures.CreateAsync(rented.Server);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Maximum Pool Size=1");
        await using HostedTarget hosted = await HostedTarget.OpenAsync(mode, host, dataSource);
        City[] londons = [new(312, "London", 102), new(313, "London", 20)];

        for (int round = 0; round < 3; round++)
        {
            Assert.Equal(londons, mode is CallMode.Sync
                ? QueryRunner.ToList<CitiesNamed, City>(hosted.Target, new("London"))
                : await QueryRunner.ToListAsync<CitiesNamed, City>(hosted.Target, new("London"), default));
            Assert.Equal(londons[0], mode is CallMode.Sync
                ? QueryRunner.First<CitiesNamed, City>(hosted.Target, new("London"))
                : await QueryRunner.FirstAsync<CitiesNamed, City>(hosted.Target, new("London"), default));
            Assert.Equal(londons, await mode.Stream<CitiesNamed, City>(hosted.Target, new("London")).CollectAsync());
            Assert.Single(await mode.Stream<CitiesNamed, City>(hosted.Target, new("London")).CollectAsync(most: 1));
            Assert.Empty(await mode.Stream<CitiesNamed, City>(hosted.Target, new("Atlantis")).CollectAsync());
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task Error_IsTheServersAndTheSessionGoesOn(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using SampleProcedures procedures = await SampleProcedures.CreateAsync(rented.Server);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Maximum Pool Size=1");

        var refused = await Assert.ThrowsAsync<MySqlException>(() => CallAsync<RefuseCall, int>(mode, dataSource, default));

        Assert.Equal("45000", refused.SqlState);
        Assert.Equal(601, await CallAsync<AddCityCall, int>(mode, dataSource, new("Atlantis")));    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task AnswerIsLost_OutcomeIsUnknownAndItRanOnce(ServerEngine engine, CallMode mode)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using SampleProcedures procedures = await SampleProcedures.CreateAsync(proxied.Server);
        await using var dataSource = new ResilientMySqlDataSource(proxied.ConnectionString + ";Maximum Pool Size=1");
        Injection swallowed = proxied.Proxy.Inject(
            new SwallowAnswer(), static request => request.Sql?.Contains("add_city", StringComparison.Ordinal) is true, Injection.Always);

        var lost = await Assert.ThrowsAsync<ResilientMySqlException>(() => CallAsync<AddCityCall, int>(mode, dataSource, new("Atlantis")));

        Assert.Equal((1, ExecutionOutcome.Unknown), (swallowed.StrikeCount, lost.Outcome));
        Assert.Equal(1, await proxied.CountAtlantisAsync());    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task Call_IsOneRoundTrip(ServerEngine engine, CallMode mode)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using SampleProcedures procedures = await SampleProcedures.CreateAsync(proxied.Server);
        await using ResilientMySqlConnection connection = proxied.CreateConnection();
        await mode.OpenAsync(connection);
        ProxyCounters before = proxied.Proxy.Counters;

        Assert.Equal(601, await CallAsync<AddCityCall, int>(mode, connection, new("Atlantis")));

        Assert.Equal(1, proxied.Proxy.Counters.Since(before).RoundTrips);    }

    private static async Task<TResult> CallAsync<TProcedure, TResult>(CallMode mode, QueryTarget target, TProcedure procedure)
        where TProcedure : struct, IProcedure<TResult> => mode is CallMode.Sync
        ? ProcedureRunner.Call<TProcedure, TResult>(target, procedure)
        : await ProcedureRunner.CallAsync<TProcedure, TResult>(target, procedure, default);
}
