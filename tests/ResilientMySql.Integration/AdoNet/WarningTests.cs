using MySqlConnector;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.AdoNet;

/// <summary>Warnings reach those who listen, and nobody else, whichever physical connection a session has.</summary>
public sealed class WarningTests
{
    private const string Warns = "DROP TABLE IF EXISTS nowhere";

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task Listener_HearsThemBeforeAndAfterARehydration(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        var heard = new List<(object Sender, int Code)>();
        connection.InfoMessage += (sender, message) => heard.AddRange(message.Errors.Select(error => (sender, (int)error.ErrorCode)));
        await mode.OpenAsync(connection);

        await mode.ScalarAsync(connection, Warns);
        await rented.Server.KillSessionAsync(connection.ServerThread);
        await mode.ScalarAsync(connection, Warns);

        (object, int) unknown = (connection, (int)MySqlErrorCode.BadTable);
        Assert.Equal([unknown, unknown], heard);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task ListenerOfAnEarlierLease_HearsNothing(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Maximum Pool Size=1");
        await using ResilientMySqlConnection first = dataSource.CreateConnection();
        int heard = 0;
        first.InfoMessage += (_, _) => heard++;
        await mode.OpenAsync(first);
        await mode.CloseAsync(first);
        await using ResilientMySqlConnection second = dataSource.CreateConnection();
        await mode.OpenAsync(second);

        await mode.ScalarAsync(second, Warns);

        Assert.Equal(0, heard);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task ListenerThatCameAndWent_HearsOncePerWarning(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await mode.OpenAsync(connection);
        int heard = 0;
        MySqlInfoMessageEventHandler listener = (_, _) => heard++;
        connection.InfoMessage += listener;
        connection.InfoMessage -= listener;
        await mode.ScalarAsync(connection, Warns);
        Assert.Equal(0, heard);

        connection.InfoMessage += listener;
        await mode.ScalarAsync(connection, Warns);

        Assert.Equal(1, heard);
    }
}
