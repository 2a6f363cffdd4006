using MySqlConnector;
using ResilientMySql.Integration.Faults;
using ResilientMySql.TestServers;
using ResilientMySql.Testing.Faults;

namespace ResilientMySql.Integration.Queries;

/// <summary>What the generator writes, run on real servers.</summary>
public sealed class GeneratedQueryTests
{
    [SkippableTheory]
    [InlineData(CallMode.Sync)]
    [InlineData(CallMode.Async)]
    public async Task WriteThatFailsBehindItsFirstRow_Throws(CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(ServerEngine.MariaDb);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString);
        var queries = new SampleQueries(dataSource);

        var refused = await Assert.ThrowsAsync<MySqlConnector.MySqlException>(async () =>
            _ = mode is CallMode.Sync ? queries.AddTwins() : await queries.AddTwinsAsync());

        Assert.Equal(1062, refused.Number);
        Assert.Equal(600L, queries.CountCities());
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersModesAndWires), MemberType = typeof(Cells))]
    public async Task EndedJustAfterItsTime_NextCallersQueryIsNotStopped(ServerEngine engine, CallMode mode, WireMode wire)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource($"{proxied.ConnectionString};Maximum Pool Size=1;Default Command Timeout=1;Wire={wire}");
        var queries = new SampleQueries(dataSource);
        await SleepAsync(0);
        proxied.Proxy.Inject(new Delay(TimeSpan.FromSeconds(0.3)), static request => request.Sql?.StartsWith("SET NAMES", StringComparison.Ordinal) is true);

        // The driver asks the server to stop it after a second, on a connection that takes its time.
        await SleepAsync(1.05);

        Assert.Equal(0, await SleepAsync(0.6));

        async Task<int?> SleepAsync(double seconds) => mode is CallMode.Sync ? queries.Sleep(seconds) : await queries.SleepAsync(seconds);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task EveryShape_GivesWhatIsThere(ServerEngine engine)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString);
        var queries = new SampleQueries(dataSource);
        City[] londons = [new(312, "London", 102), new(313, "London", 20)];

        for (int round = 0; round < 2; round++)
        {
            Assert.Equal(312, queries.GetCityId("London"));
            Assert.Equal(312, await queries.GetCityIdAsync("London"));
            Assert.Null(queries.GetCityId("Atlantis"));
            Assert.Equal(600, queries.CountCities());
            Assert.Equal(600, await queries.CountCitiesAsync());
            Assert.Equal(londons[1], queries.GetCity(313));
            Assert.Equal(londons[0], await queries.GetCityAsync(312));
            Assert.Null(queries.FindCity(0));
            Assert.Equal(londons, queries.ListCities("London"));
            Assert.Equal(londons, await queries.ListCitiesAsync("London"));
            Assert.Empty(queries.ListCities("Atlantis"));
        }

        Assert.Equal(2, queries.MoveCity("London", 1));
        Assert.Equal(1, await queries.AddCityAsync("Atlantis", 102));
        Assert.Equal(601, queries.GetCityId("Atlantis"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task EveryType_GoesThereAndBack(ServerEngine engine)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString);
        var queries = new SampleQueries(dataSource);
        var at = new DateTime(2026, 2, 28, 23, 59, 59, 123).AddMicroseconds(456);

        Everything echo = queries.Echo(true, short.MinValue, ulong.MaxValue, -1.5, 12345678901234.5678m, "Žižkov 🌍 'quoted'", at,
            new DateOnly(1999, 12, 31), TimeSpan.FromHours(-30), [0, 255, 39]);
        Everything nothing = queries.Echo(null, null, null, null, null, null, null, null, null, null);

        Assert.Equal((true, short.MinValue, ulong.MaxValue, -1.5, 12345678901234.5678m), (echo.Flag, echo.Small, echo.Big, echo.Ratio, echo.Price));
        Assert.Equal(("Žižkov 🌍 'quoted'", at, new DateOnly(1999, 12, 31), TimeSpan.FromHours(-30)), (echo.Text, echo.At, echo.Day, echo.Span));
        Assert.Equal([0, 255, 39], echo.Bytes);
        Assert.Equal(new Everything(null, null, null, null, null, null, null, null, null, null), nothing);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task Mistake_IsToldAndTheSessionGoesOn(ServerEngine engine)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Maximum Pool Size=1");
        var queries = new SampleQueries(dataSource);
        long thread = queries.GetServerThread();

        for (int round = 0; round < 2; round++)
        {
            var order = Assert.Throws<InvalidOperationException>(() => queries.GetCityInTheWrongOrder(312));
            var missing = Assert.Throws<InvalidOperationException>(() => queries.GetCityWithoutCountry(312));
            var empty = Assert.Throws<InvalidOperationException>(() => queries.GetCity(0));
            Assert.ThrowsAny<Exception>(() => queries.GetNameAsNumber(312));
            Assert.Throws<MySqlException>(() => queries.AddCity("Atlantis", 60_000));

            Assert.Contains("Column 0 is 'country_id'", order.Message, StringComparison.Ordinal);
            Assert.Contains("'CityId'", order.Message, StringComparison.Ordinal);
            Assert.Contains("2 columns", missing.Message, StringComparison.Ordinal);
            Assert.Contains("no row", empty.Message, StringComparison.Ordinal);
        }

        Assert.Equal(312, queries.GetCityId("London"));
        Assert.Equal(1, await rented.Server.CountSessionsAsync());
        Assert.NotEqual(0, thread);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.DeathsAndWires), MemberType = typeof(Cells))]
    public async Task SessionDiedIdle_NextQueryIsAnsweredAndPreparedAnew(ServerEngine engine, CallMode mode, IdleDeath death, WireMode wire)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        TestServer server = rented.Server;
        await death.PrepareAsync(server);

        // One, so that no other is opened beside the one that is just replaced in the background.
        await using var dataSource = new ResilientMySqlDataSource($"{server.ConnectionString};Maximum Pool Size=1;Wire={wire}");
        int rehydrations = 0;
        dataSource.Rehydrated += (_, _) => Interlocked.Increment(ref rehydrations);
        var queries = new SampleQueries(dataSource);
        Assert.Equal(312, await AskAsync());
        Assert.Equal(312, await AskAsync());

        await death.StrikeAsync(server);

        Assert.Equal(312, await AskAsync());
        Assert.Equal(1, mode is CallMode.Sync ? queries.AddCity("Atlantis", 102) : await queries.AddCityAsync("Atlantis", 102));
        Assert.Equal(1, await server.QueryAsync<long>($"SELECT COUNT(*) FROM {server.Database}.city WHERE city = 'Atlantis'"));
        Assert.True(rehydrations >= 1, "An idle session may die, and be replaced, more than once.");
        Assert.Equal(1, await server.CountSessionsAsync());

        async Task<int?> AskAsync() => mode is CallMode.Sync ? queries.GetCityId("London") : await queries.GetCityIdAsync("London");
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task ServerIsNotThereYet_FirstQueryWaitsForIt(ServerEngine engine)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        TestServer server = rented.Server;
        Skip.IfNot(server.CanControl, "The server is external.");
        await server.StopAsync();
        await using var dataSource = new ResilientMySqlDataSource(server.ConnectionString);

        ValueTask<long> waiting = new SampleQueries(dataSource).CountCitiesAsync();
        await server.StartAgainAsync();

        Assert.Equal(600, await waiting);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task ServerStaysAway_CallersInLineAreToldInsideTheSameDeadline(ServerEngine engine)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        TestServer server = rented.Server;
        Skip.IfNot(server.CanControl, "The server is external.");
        await using var dataSource = new ResilientMySqlDataSource(server.ConnectionString + ";Maximum Pool Size=1;Recovery Timeout=2");
        var queries = new SampleQueries(dataSource);
        Assert.Equal(312, await queries.GetCityIdAsync("London"));
        await server.KillAsync();

        long start = TimeProvider.System.GetTimestamp();
        Exception?[] failures = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ =>
            Record.ExceptionAsync(async () => await queries.GetCityIdAsync("London"))));
        TimeSpan elapsed = TimeProvider.System.GetElapsedTime(start);

        // One after the other they would take twelve seconds.
        Assert.All(failures, static failure => Assert.IsAssignableFrom<System.Data.Common.DbException>(failure));
        Assert.InRange(elapsed, TimeSpan.FromSeconds(1.9), TimeSpan.FromSeconds(6));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task CancelledWhileTheServerIsAway_EndsAtOnce(ServerEngine engine)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        TestServer server = rented.Server;
        Skip.IfNot(server.CanControl, "The server is external.");
        await using var dataSource = new ResilientMySqlDataSource(server.ConnectionString);
        var queries = new SampleQueries(dataSource);
        Assert.Equal(312, await queries.GetCityIdAsync("London"));
        await server.StopAsync();
        using var cancellation = new CancellationTokenSource();

        Task<int?> waiting = queries.GetCityIdAsync("London", cancellation.Token).AsTask();
        Assert.False(waiting.IsCompleted);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await server.StartAgainAsync();
        Assert.Equal(312, await queries.GetCityIdAsync("London"));
    }
}
