using ResilientMySql.Integration.Queries;
using ResilientMySql.Integration.Queries.Streaming;
using ResilientMySql.Queries;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Wire;

/// <summary>Generated queries go past the driver where they are told to and can, and nowhere else.</summary>
public sealed class WirePathTests
{
    public static TheoryData<ServerEngine, CallMode, string, int> Options
    {
        get
        {
            var cells = new TheoryData<ServerEngine, CallMode, string, int>();
            foreach (object[] cell in Cells.ServersAndModes)
            {
                cells.Add((ServerEngine)cell[0], (CallMode)cell[1], "Wire=Auto", 8);
                cells.Add((ServerEngine)cell[0], (CallMode)cell[1], "", 8);
                cells.Add((ServerEngine)cell[0], (CallMode)cell[1], "Wire=Off", 0);
                cells.Add((ServerEngine)cell[0], (CallMode)cell[1], "Wire=Auto;DateTimeKind=Utc", 0);
            }

            return cells;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Options))]
    public async Task Option_DecidesTheWay(ServerEngine engine, CallMode mode, string options, int executions)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection($"{rented.Server.ConnectionString};{options}");
        await mode.OpenAsync(connection);

        for (int call = 0; call < 2; call++)
        {
            Assert.Equal(1, await mode.ExecuteAsync(connection, new AddCounter(1)));
            Assert.Equal(2, (await mode.ToListAsync<CitiesFrom, City>(connection, new(599))).Count);
            Assert.Equal(2, (await mode.Stream<CitiesFrom, City>(connection, new(599)).CollectAsync()).Count);
            Assert.Single(await mode.Stream<CitiesFrom, City>(connection, new(599)).CollectAsync(most: 1));

            // Readers that the caller is handed are the driver's.
            await using ResilientMySqlDataReader reader = ReaderRunner.OpenReader(connection, new CitiesFrom(599));
            Assert.True(await mode.ReadAsync(reader));
        }

        Assert.Equal(executions, ExecutionsOn(connection));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task SomebodyListensToWarnings_TheDriverRunsIt(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString + ";Wire=Auto");
        connection.InfoMessage += static (_, _) => { };
        await mode.OpenAsync(connection);

        Assert.Equal(1, await mode.ExecuteAsync(connection, new AddCounter(1)));

        Assert.Equal(0, ExecutionsOn(connection));
    }

    private static long ExecutionsOn(ResilientMySqlConnection connection) => connection.LiveSession!.Wire.Counts.Past;
}
