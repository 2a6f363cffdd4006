using ResilientMySql.Integration.Queries;
using ResilientMySql.Integration.Queries.Streaming;
using ResilientMySql.Queries;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Wire;

/// <summary>Statistics tell which way generated queries have gone, and why not past the driver.</summary>
public sealed class WireStatisticsTests
{
    public static TheoryData<ServerEngine, CallMode, string, WireObstacle> OptionsThatAreReasons()
    {
        var data = new TheoryData<ServerEngine, CallMode, string, WireObstacle>();
        foreach (object[] cell in Cells.ServersAndModes)
        {
            data.Add((ServerEngine)cell[0], (CallMode)cell[1], "Wire=Off", WireObstacle.SwitchedOff);
            data.Add((ServerEngine)cell[0], (CallMode)cell[1], "Wire=Auto;DateTimeKind=Utc", WireObstacle.Session);
        }

        return data;
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task QueriesPastTheDriver_AreCounted_AlsoWhenTheirSessionHasGone(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Wire=Auto");

        for (int call = 0; call < 3; call++)
            Assert.Equal(2, (await mode.ToListAsync<CitiesFrom, City>(dataSource, new(599))).Count);

        await mode.ExecuteAsync(dataSource, new AddCounter(1));
        Assert.Equal(4, dataSource.GetStatistics().WireQueries);

        await using (ResilientMySqlConnection connection = dataSource.CreateConnection())
            await ResilientMySqlConnection.ClearPoolAsync(connection);

        await mode.ExecuteAsync(dataSource, new AddCounter(1));
        Assert.Equal((5, ""), (dataSource.GetStatistics().WireQueries, Obstacles(dataSource)));
    }

    [SkippableTheory]
    [MemberData(nameof(OptionsThatAreReasons))]
    public async Task OptionOfTheConnectionString_IsTheReason(ServerEngine engine, CallMode mode, string option, WireObstacle reason)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource($"{rented.Server.ConnectionString};{option}");

        await mode.ExecuteAsync(dataSource, new AddCounter(1));

        Assert.Equal((0, $"{reason} 1"), (dataSource.GetStatistics().WireQueries, Obstacles(dataSource)));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task OtherReasons_AreTheCallsOwn(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Wire=Auto");
        await using ResilientMySqlConnection connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);

        // A statement that returns rows is none to be executed past the driver.
        await mode.ExecuteAsync(connection, new SelectAsStatement());
        Assert.Equal("Statement 1", Obstacles(dataSource));

        await using (ResilientMySqlDataReader reader = ReaderRunner.OpenReader(connection, new CitiesFrom(599)))
            Assert.True(await mode.ReadAsync(reader));
        Assert.Equal("Statement 1, Reader 1", Obstacles(dataSource));

        connection.InfoMessage += static (_, _) => { };
        await mode.ExecuteAsync(connection, new AddCounter(1));
        Assert.Equal("Statement 1, Listener 1, Reader 1", Obstacles(dataSource));

        await mode.ExecuteAsync(connection, "SET SESSION sql_mode = ''");
        await mode.ExecuteAsync(connection, new AddCounter(1));
        Assert.Equal("Statement 1, Settings 1, Listener 1, Reader 1", Obstacles(dataSource));
        Assert.Equal(0, dataSource.GetStatistics().WireQueries);
    }

    private static string Obstacles(ResilientMySqlDataSource dataSource)
    {
        ResilientMySqlStatistics statistics = dataSource.GetStatistics();
        return string.Join(", ", Enum.GetValues<WireObstacle>()
            .Where(obstacle => statistics.DriverQueries(obstacle) > 0)
            .Select(obstacle => $"{obstacle} {statistics.DriverQueries(obstacle)}"));
    }
}
