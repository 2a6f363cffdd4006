using System.Data.Common;
using ResilientMySql.Integration.Queries;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Preparation;

/// <summary>Prepared statements go from lease to lease, as many as are allowed; the one not used for longest makes room.</summary>
public sealed class KeptStatementTests
{
    private const string OneSession = ";Maximum Pool Size=1";

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task PreparedInTheLeaseBefore_IsNotPreparedAgain(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + OneSession);
        await using ResilientMySqlConnection connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        await using var command = (ResilientMySqlCommand)connection.Command("SELECT city FROM city WHERE city_id = @v", 312);
        await mode.PrepareAsync(command);
        Assert.Equal("London", await mode.ScalarAsync(command));
        int thread = connection.ServerThread;
        long before = await rented.Server.CountPrepareAsync();
        long executed = await rented.Server.CountExecuteAsync();

        await mode.ReopenAsync(connection);
        Assert.False(command.IsPrepared);
        Assert.Equal("London", await mode.ScalarAsync(command));
        Assert.True(command.IsPrepared);
        await mode.ReopenAsync(connection);
        Assert.Equal("London", await mode.PreparedAsync(connection, command.CommandText, 312));

        Assert.Equal(thread, connection.ServerThread);
        Assert.Equal(before, await rented.Server.CountPrepareAsync());
        Assert.Equal(executed + 2, await rented.Server.CountExecuteAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task CommandThatWasNotAsked_RunsAsItsText(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + OneSession);
        await using ResilientMySqlConnection connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        await using var prepared = (ResilientMySqlCommand)connection.Command("SELECT @v", new DateTime(2024, 2, 29));
        await mode.PrepareAsync(prepared);
        await mode.ScalarAsync(prepared);
        long executed = await rented.Server.CountExecuteAsync();

        await using ResilientMySqlCommand clone = prepared.Clone();
        clone.Parameters[0].Value = 5;
        Assert.Equal(prepared.CommandText, clone.CommandText);
        Assert.True(clone.IsPrepared); // as the driver says of another command with that text
        Assert.Equal(5, Convert.ToInt32(await mode.ScalarAsync(clone), null));
        await mode.ReopenAsync(connection);
        await using DbCommand later = connection.Command("SELECT @v", 6);
        Assert.Equal(6, Convert.ToInt32(await mode.ScalarAsync(later), null));

        Assert.Equal(executed, await rented.Server.CountExecuteAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task MoreThanAreKept_TheOneNotUsedForLongestMakesRoom(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        foreach (string transport in (string[])["", ";Use Compression=true", ";SSL Mode=None"])
        {
            await using var dataSource = new ResilientMySqlDataSource($"{rented.Server.ConnectionString}{OneSession}{transport};Max Prepared Statements=2");
            await using ResilientMySqlConnection connection = dataSource.CreateConnection();
            await mode.OpenAsync(connection);
            await using DbCommand one = connection.Command("SELECT 1");
            await mode.PrepareAsync(one);
            await mode.PreparedAsync(connection, "SELECT 2");
            await mode.ScalarAsync(one);
            Assert.Equal(3, Convert.ToInt32(await mode.PreparedAsync(connection, "SELECT 3"), null));

            long before = await rented.Server.CountPrepareAsync();
            Assert.Equal(1, Convert.ToInt32(await mode.ScalarAsync(one), null));
            Assert.Equal(3, Convert.ToInt32(await mode.PreparedAsync(connection, "SELECT 3"), null));
            Assert.Equal(before, await rented.Server.CountPrepareAsync());
            Assert.Equal(2, await rented.Server.CountPreparedAsync());

            await mode.ReopenAsync(connection);
            Assert.Equal(2, Convert.ToInt32(await mode.PreparedAsync(connection, "SELECT 2"), null));
            Assert.Equal(before + 1, await rented.Server.CountPrepareAsync());
            Assert.Equal(1, Convert.ToInt32(await mode.ScalarAsync(one), null));
            Assert.Equal(before + 2, await rented.Server.CountPrepareAsync());
            Assert.Equal(2, await rented.Server.CountPreparedAsync());
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task GeneratedAndHandWritten_MakeRoomForEachOther(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource($"{rented.Server.ConnectionString}{OneSession};Max Prepared Statements=2");
        var queries = new SampleQueries(dataSource);
        long before = await rented.Server.CountPrepareAsync();
        for (int round = 1; round <= 2; round++)
        {
            Assert.Equal(312, await AskAsync());
            Assert.Equal(312, await AskAsync());
            Assert.Equal((3 * round) - 2, await rented.Server.CountPrepareAsync() - before);
            await using (ResilientMySqlConnection connection = dataSource.CreateConnection())
            {
                await mode.OpenAsync(connection);
                Assert.Equal(1, Convert.ToInt32(await mode.PreparedAsync(connection, "SELECT 1"), null));
                Assert.Equal(2, Convert.ToInt32(await mode.PreparedAsync(connection, "SELECT 2"), null));
            }

            Assert.Equal(3 * round, await rented.Server.CountPrepareAsync() - before);
            Assert.Equal(2, await rented.Server.CountPreparedAsync());
        }

        async Task<int?> AskAsync() => mode is CallMode.Sync ? queries.GetCityId("London") : await queries.GetCityIdAsync("London");
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task NoneKept_EachLeaseStartsWithNone(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource($"{rented.Server.ConnectionString}{OneSession};Max Prepared Statements=0");
        var queries = new SampleQueries(dataSource);
        long executed = await rented.Server.CountExecuteAsync();
        Assert.Equal(312, mode is CallMode.Sync ? queries.GetCityId("London") : await queries.GetCityIdAsync("London"));
        Assert.Equal(executed, await rented.Server.CountExecuteAsync());

        await using ResilientMySqlConnection connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        Assert.Equal(5, Convert.ToInt32(await mode.PreparedAsync(connection, "SELECT @v", 5), null));
        Assert.Equal(executed + 1, await rented.Server.CountExecuteAsync());
        Assert.Equal(1, await rented.Server.CountPreparedAsync());
        await mode.ReopenAsync(connection);
        Assert.Equal(1, Convert.ToInt32(await mode.ScalarAsync(connection, "SELECT 1"), null));
        Assert.Equal(0, await rented.Server.CountPreparedAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task KilledInTheMiddle_IsPreparedOnTheNewSession(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + OneSession);
        await using ResilientMySqlConnection connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        await using DbCommand command = connection.Command("SELECT city FROM city WHERE city_id = 312");
        await mode.PrepareAsync(command);
        await mode.ScalarAsync(command);
        long before = await rented.Server.CountPrepareAsync();

        await rented.Server.KillSessionAsync(connection.ServerThread);
        Assert.Equal("London", await mode.ScalarAsync(command));
        Assert.Equal("London", await mode.ScalarAsync(command));
        Assert.Equal(before + 1, await rented.Server.CountPrepareAsync());

        await rented.Server.KillSessionAsync(connection.ServerThread);
        await mode.ReopenAsync(connection);
        Assert.Equal("London", await mode.ScalarAsync(command));
        Assert.Equal(before + 2, await rented.Server.CountPrepareAsync());
        Assert.Equal(1, await rented.Server.CountPreparedAsync());
    }
}
