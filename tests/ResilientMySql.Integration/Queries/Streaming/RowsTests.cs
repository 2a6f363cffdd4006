using System.Runtime.CompilerServices;
using System.Text;
using ResilientMySql.Integration.Faults;
using ResilientMySql.Queries;
using ResilientMySql.TestServers;
using ResilientMySql.Testing;
using ResilientMySql.Testing.Faults;

namespace ResilientMySql.Integration.Queries.Streaming;

/// <summary>Rows on the stack: executed at the call, read once, given back by whoever ends them.</summary>
public sealed class RowsTests
{
    [SkippableTheory]
    [MemberData(nameof(QueryHosts.SynchronousAndWires), MemberType = typeof(QueryHosts))]
    public async Task AllRows_ComeInOrderAgainAndAgain(ServerEngine engine, QueryHost host, WireMode wire)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource($"{rented.Server.ConnectionString};Maximum Pool Size=1;Wire={wire}");
        List<City> cities = QueryRunner.ToList<CitiesFrom, City>(dataSource, new(1));
        await using HostedTarget hosted = await HostedTarget.OpenAsync(CallMode.Sync, host, dataSource);

        for (int round = 0; round < 3; round++)
        {
            Assert.Equal(cities, Collect(hosted.Target, 1));
            Assert.Equal(cities[^2..], Collect(hosted.Target, 599));
            Assert.Empty(Collect(hosted.Target, 601));
            Assert.Equal(cities.Select(static city => city.city), Names(hosted.Target, 1));
        }
    }

    [SkippableTheory]
    [MemberData(nameof(QueryHosts.SynchronousAndWires), MemberType = typeof(QueryHosts))]
    public async Task GivenUp_TheSessionGoesOn(ServerEngine engine, QueryHost host, WireMode wire)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource($"{rented.Server.ConnectionString};Maximum Pool Size=1;Acquire Timeout=2;Wire={wire}");
        await using HostedTarget hosted = await HostedTarget.OpenAsync(CallMode.Sync, host, dataSource);
        long session = QueryRunner.First<SessionId, long>(hosted.Target, default);

        for (int round = 0; round < 2; round++)
        {
            using (StreamRunner.Open<CityPairs, int>(hosted.Target, default))
            {
            }

            foreach (int _ in StreamRunner.Open<CityPairs, int>(hosted.Target, default))
                break;

            Assert.Throws<NotSupportedException>(() => FailAtFirst(hosted.Target));
            Assert.Equal(session, QueryRunner.First<SessionId, long>(hosted.Target, default));
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndWires), MemberType = typeof(Cells))]
    public async Task Call_Executes(ServerEngine engine, WireMode wire)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource($"{rented.Server.ConnectionString};Maximum Pool Size=1;Wire={wire}");

        Assert.Throws<MySqlConnector.MySqlException>(() => StreamRunner.Open<NoSuchCities, int>(dataSource, default).Dispose());
        Assert.Throws<InvalidOperationException>(() => StreamRunner.Open<ReorderedCities, City>(dataSource, default).Dispose());
        Assert.Throws<ArgumentNullException>(static () => StreamRunner.Open<CityPairs, int>(default, default).Dispose());
        Assert.False(default(Rows<int>).MoveNext());
        default(Rows<int>).Dispose();

        Rows<City> rows = StreamRunner.Open<CitiesFrom, City>(dataSource, new(599));
        Assert.Equal(1, dataSource.GetStatistics().LeasedSessions);
        rows.Dispose();
        rows.Dispose();
        Assert.False(rows.MoveNext());
        Assert.Equal((1, 0), (dataSource.GetStatistics().Opened, dataSource.GetStatistics().LeasedSessions));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndWires), MemberType = typeof(Cells))]
    public async Task ReadTwice_IsRefused(ServerEngine engine, WireMode wire)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource($"{rented.Server.ConnectionString};Maximum Pool Size=1;Wire={wire}");

        (int count, bool isRefused) = ReadTwice(dataSource);

        Assert.Equal((2, true), (count, isRefused));
        Assert.Equal((1, 0), (dataSource.GetStatistics().Opened, dataSource.GetStatistics().LeasedSessions));

        // Whoever has a copy of what has ended cannot reach those that the same connection serves now.
        static (int Count, bool IsRefused) ReadTwice(ResilientMySqlDataSource dataSource)
        {
            Rows<City> rows = StreamRunner.Open<CitiesFrom, City>(dataSource, new(599));
            int count = 0;
            foreach (City _ in rows)
                count++;

            Rows<City> next = StreamRunner.Open<CitiesFrom, City>(dataSource, new(1));
            Assert.True(next.MoveNext());
            bool isRefused = IsRefused(rows);
            rows.Dispose();
            Assert.True(next.MoveNext());
            Assert.Equal(2, next.Current.CityId);
            next.Dispose();
            return (count, isRefused);
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndWires), MemberType = typeof(Cells))]
    public async Task ConnectionInUseOrClosed_IsRefused(ServerEngine engine, WireMode wire)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection($"{rented.Server.ConnectionString};Wire={wire}");
        connection.Open();
        Rows<City> rows = StreamRunner.Open<CitiesFrom, City>(connection, new(1));
        Assert.True(rows.MoveNext());

        var refused = Assert.Throws<InvalidOperationException>(() => StreamRunner.Open<CitiesFrom, City>(connection, new(1)).Dispose());
        Assert.Equal("A data reader is open on this connection: close it before running the next command, or use another connection.", refused.Message);
        connection.Close();

        Assert.True(IsRefused(rows));
        rows.Dispose();
        connection.Open();
        Assert.Equal(2, Collect(connection, 599).Count);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndWires), MemberType = typeof(Cells))]
    public async Task LostInTheMidst_ThrowsAndTheRowsUntilThenAreRight(ServerEngine engine, WireMode wire)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource($"{proxied.ConnectionString};Maximum Pool Size=1;Wire={wire}");
        proxied.Proxy.Inject(new CutAnswerAfterRows(250), IsStream);
        List<City> received = [];

        var lost = Assert.Throws<ResilientMySqlException>(() =>
        {
            foreach (City city in StreamRunner.Open<CitiesFrom, City>(dataSource, new(1)))
                received.Add(city);
        });

        Assert.Equal(LossCause.ResultSet, lost.Cause);
        List<City> cities = Collect(dataSource, 1);
        Assert.InRange(received.Count, 0, 250);
        Assert.Equal(cities[..received.Count], received);
        Assert.Equal(600, cities.Count);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndWires), MemberType = typeof(Cells))]
    public async Task AnswerIsLost_RunsOnceMore(ServerEngine engine, WireMode wire)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource($"{proxied.ConnectionString};Maximum Pool Size=1;Wire={wire}");
        Injection lost = proxied.Proxy.Inject(new SwallowAnswer(), IsStream);

        Assert.Equal(600, Collect(dataSource, 1).Count);

        Assert.Equal(1, lost.StrikeCount);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndWires), MemberType = typeof(Cells))]
    public async Task Dropped_TheSessionIsFound(ServerEngine engine, WireMode wire)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource($"{rented.Server.ConnectionString};Wire={wire}");

        Drop(dataSource);

        await Eventually.HoldsAsync(() =>
        {
            GC.Collect();
            return Task.FromResult(dataSource.GetStatistics() is { LeakedConnections: 1, LeasedSessions: 0 });
        });
        Assert.Equal(600, Collect(dataSource, 1).Count);
    }

    /// <summary>The same bytes either way, of every kind of column that has bytes to show.</summary>
    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task Views_AreTheSamePastTheDriver(ServerEngine engine)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var throughDriver = new ResilientMySqlDataSource(rented.Server.ConnectionString);
        await using var pastDriver = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Wire=Auto");
        await rented.Server.ExecuteAsync($"USE {rented.Server.Database}; {EveryBytes.Table}; {EveryBytes.Row}");

        string expected = QueryRunner.First<EveryBytes, string>(throughDriver, default);

        Assert.Equal(expected, QueryRunner.First<EveryBytes, string>(pastDriver, default));
        Assert.Contains(Convert.ToHexString("Málaga"u8), expected, StringComparison.Ordinal);
        Assert.Contains(Convert.ToHexString("-123456789012345678901234.5000"u8), expected, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndWires), MemberType = typeof(Cells))]
    public async Task ViewOfNullOrNumber_IsRefused(ServerEngine engine, WireMode wire)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource($"{rented.Server.ConnectionString};Maximum Pool Size=1;Wire={wire}");

        Assert.Equal("Žižkov", First<ViewOf>(dataSource, new("Žižkov")));
        var isNull = Assert.Throws<InvalidCastException>(() => First<ViewOf>(dataSource, new(null)));
        var isNumber = Assert.Throws<InvalidCastException>(() => First<ViewOfNumber>(dataSource, default));

        Assert.Contains("it is NULL", isNull.Message, StringComparison.Ordinal);
        Assert.StartsWith("Column 0 'city_id' (", isNumber.Message, StringComparison.Ordinal);
        Assert.Equal((1, 0), (dataSource.GetStatistics().Opened, dataSource.GetStatistics().LeasedSessions));

        static string First<TQuery>(QueryTarget target, TQuery query)
            where TQuery : struct, IQuery<ReadOnlySpan<byte>>
        {
            foreach (ReadOnlySpan<byte> view in StreamRunner.Open<TQuery, ReadOnlySpan<byte>>(target, query))
                return Encoding.UTF8.GetString(view);

            return "";
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Drop(ResilientMySqlDataSource dataSource)
    {
        Rows<City> rows = StreamRunner.Open<CitiesFrom, City>(dataSource, new(1));
        Assert.True(rows.MoveNext());
    }

    private static bool IsRefused(Rows<City> rows)
    {
        try
        {
            rows.MoveNext();
            return false;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }

    private static List<City> Collect(QueryTarget target, int id)
    {
        List<City> cities = [];
        foreach (City city in StreamRunner.Open<CitiesFrom, City>(target, new(id)))
            cities.Add(city);

        return cities;
    }

    private static List<string> Names(QueryTarget target, int id)
    {
        List<string> names = [];
        foreach (CityBytes city in StreamRunner.Open<CityBytesFrom, CityBytes>(target, new(id)))
            names.Add(Encoding.UTF8.GetString(city.City));

        return names;
    }

    private static void FailAtFirst(QueryTarget target)
    {
        foreach (int _ in StreamRunner.Open<CityPairs, int>(target, default))
            throw new NotSupportedException();
    }

    private static bool IsStream(ProxiedRequest request) =>
        request.Command is ServerCommand.Execute && request.Sql?.EndsWith(CitiesFrom.CommandText, StringComparison.Ordinal) is true;
}
