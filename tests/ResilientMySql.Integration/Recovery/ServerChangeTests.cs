using System.Net;
using MySqlConnector;
using ResilientMySql.Integration.Faults;
using ResilientMySql.TestServers;
using ResilientMySql.Testing;
using ResilientMySql.Testing.Faults;

namespace ResilientMySql.Integration.Recovery;

/// <summary>Which server may take the lost one's place in the middle of a connection's use.</summary>
public sealed class ServerChangeTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task ReadOnlyServer_IsNotTakenForAWritableOne(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        TestServer server = rented.Server;
        Skip.IfNot(server.CanControl, "The server is external.");
        await using var dataSource = new ResilientMySqlDataSource(await Roamer.ConnectionStringAsync(server) + ";Recovery Timeout=1");
        await using var connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        try
        {
            await server.ExecuteAsync("SET GLOBAL read_only = ON");
            await server.KillSessionAsync(connection.ServerThread);
            var lost = await Assert.ThrowsAsync<ResilientMySqlException>(() => mode.ScalarAsync(connection, "SELECT 1"));

            Assert.Equal((LossCause.Link, ExecutionOutcome.NotExecuted, true), (lost.Cause, lost.Outcome, lost.IsTransient));
            Assert.Contains("read-only", lost.InnerException!.Message, StringComparison.Ordinal);

            // Who opens a connection to it gets what there is, and whoever says that anything will do.
            await using var reader = dataSource.CreateConnection();
            await mode.OpenAsync(reader);
            Assert.Equal(600L, await mode.ScalarAsync(reader, "SELECT COUNT(*) FROM city"));
        }
        finally
        {
            await server.ExecuteAsync("SET GLOBAL read_only = OFF");
        }

        Assert.Equal(600L, await mode.ScalarAsync(connection, "SELECT COUNT(*) FROM city"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task ReadOnlyServer_IsTakenWhereAnythingWillDo(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        TestServer server = rented.Server;
        Skip.IfNot(server.CanControl, "The server is external.");
        await using var connection = new ResilientMySqlConnection(await Roamer.ConnectionStringAsync(server) + ";Server Change=Any");
        await mode.OpenAsync(connection);
        try
        {
            await server.ExecuteAsync("SET GLOBAL read_only = ON");
            await server.KillSessionAsync(connection.ServerThread);

            Assert.Equal(600L, await mode.ScalarAsync(connection, "SELECT COUNT(*) FROM city"));
            var refused = await Assert.ThrowsAsync<MySqlException>(() =>
                mode.ExecuteAsync(connection, "INSERT INTO city (city, country_id) VALUES ('Atlantis', 102)"));
            Assert.Equal(MySqlErrorCode.OptionPreventsStatement, refused.ErrorCode);
        }
        finally
        {
            await server.ExecuteAsync("SET GLOBAL read_only = OFF");
        }
    }

    [SkippableTheory]
    [InlineData(ServerEngine.MariaDb, ServerEngine.MariaDb, ServerChange.Equivalent, true)]
    [InlineData(ServerEngine.MySql, ServerEngine.MySql, ServerChange.Equivalent, true)]
    [InlineData(ServerEngine.MariaDb, ServerEngine.MariaDb, ServerChange.None, false)]
    [InlineData(ServerEngine.MySql, ServerEngine.MySql, ServerChange.None, false)]
    [InlineData(ServerEngine.MariaDb, ServerEngine.MySql, ServerChange.Equivalent, false)]
    [InlineData(ServerEngine.MySql, ServerEngine.MariaDb, ServerChange.Equivalent, false)]
    public async Task AnotherServer_IsTakenWhereThePolicyAllows(ServerEngine first, ServerEngine second, ServerChange policy, bool isTaken)
    {
        foreach (CallMode mode in Enum.GetValues<CallMode>())
        {
            await using RentedServer lost = await ServerPool.RentAsync(first);
            await using RentedServer next = await ServerPool.RentAsync(second);
            await using FaultProxy proxy = FaultProxy.Start(lost.Server.Port);
            await Roamer.ConnectionStringAsync(next.Server);
            await using var connection = new ResilientMySqlConnection(
                $"{await Roamer.ConnectionStringAsync(lost.Server)};Port={proxy.Port};SSL Mode=None;Recovery Timeout=1;Server Change={policy}");
            await mode.OpenAsync(connection);
            Assert.Equal((long)lost.Server.Port, Convert.ToInt64(await mode.ScalarAsync(connection, "SELECT @@port"), null));

            proxy.RedirectTo(new IPEndPoint(IPAddress.Loopback, next.Server.Port));
            proxy.StrikeIdle(new ResetWhileIdle());
            if (isTaken)
            {
                Assert.Equal((long)next.Server.Port, Convert.ToInt64(await mode.ScalarAsync(connection, "SELECT @@port"), null));
            }
            else
            {
                var refused = await Assert.ThrowsAsync<ResilientMySqlException>(() => mode.ScalarAsync(connection, "SELECT @@port"));
                Assert.Equal((LossCause.Link, ExecutionOutcome.NotExecuted), (refused.Cause, refused.Outcome));
                Assert.Contains("Server Change", refused.InnerException!.Message, StringComparison.Ordinal);

                // Back again, it will do.
                proxy.RedirectTo(new IPEndPoint(IPAddress.Loopback, lost.Server.Port));
                Assert.Equal((long)lost.Server.Port, Convert.ToInt64(await mode.ScalarAsync(connection, "SELECT @@port"), null));
            }
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task ServerBecameReadOnly_SessionServesItsUserAndNobodyAfterHim(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        TestServer server = rented.Server;
        Skip.IfNot(server.CanControl, "The server is external.");
        await using var dataSource = new ResilientMySqlDataSource(await Roamer.ConnectionStringAsync(server));
        await using var connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        int thread = connection.ServerThread;
        try
        {
            await server.ExecuteAsync("SET GLOBAL read_only = ON");
            var refused = await Assert.ThrowsAsync<MySqlException>(() =>
                mode.ExecuteAsync(connection, "INSERT INTO city (city, country_id) VALUES ('Atlantis', 102)"));
            Assert.Equal(MySqlErrorCode.OptionPreventsStatement, refused.ErrorCode);
        }
        finally
        {
            await server.ExecuteAsync("SET GLOBAL read_only = OFF");
        }

        Assert.Equal(600L, await mode.ScalarAsync(connection, "SELECT COUNT(*) FROM city"));
        Assert.Equal(thread, connection.ServerThread);
        await mode.CloseAsync(connection);
        await mode.OpenAsync(connection);
        Assert.NotEqual(thread, connection.ServerThread);
    }
}
