using MySqlConnector;
using ResilientMySql.Testing.Faults;
using ResilientMySql.TestServers;

namespace ResilientMySql.Testing.Tests.Faults;

/// <summary>Faults while a client connects.</summary>
public sealed class ConnectFaultTests
{
    [Theory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task RefuseConnections_FailsToConnectAsOftenAsItWasTold(ServerEngine engine, CallMode mode)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        Injection fault = proxied.Proxy.Inject(new RefuseConnections(), times: 2);

        for (int attempt = 1; attempt <= 2; attempt++)
        {
            var failure = await Assert.ThrowsAsync<MySqlException>(() => proxied.OpenAsync(mode));
            Assert.Equal(MySqlErrorCode.UnableToConnectToHost, failure.ErrorCode);
            Assert.Equal(attempt, fault.StrikeCount);
        }

        await using MySqlConnection connection = await proxied.OpenAsync(mode);
        Assert.Equal(0L, proxied.Proxy.Counters.RequestsOf(ServerCommand.Connect));
        Assert.Equal(3, proxied.Proxy.Counters.Connections);
    }

    [Theory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task RefuseConnectionsAlways_EndsWhenDisarmed(ServerEngine engine, CallMode mode)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        using (Injection fault = proxied.Proxy.Inject(new RefuseConnections(), times: Injection.Always))
        {
            for (int attempt = 0; attempt < 3; attempt++)
                await Assert.ThrowsAsync<MySqlException>(() => proxied.OpenAsync(mode));
            Assert.Equal(3, fault.StrikeCount);
        }

        await using MySqlConnection connection = await proxied.OpenAsync(mode);
    }

    [Theory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task StallHandshake_ConnectingTimesOut(ServerEngine engine, CallMode mode)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        proxied.Proxy.Inject(new StallHandshake());
        MySqlConnectionStringBuilder builder = proxied.ConnectionString();
        builder.ConnectionTimeout = 1;
        await using var connection = new MySqlConnection(builder.ConnectionString);

        var failure = await Assert.ThrowsAsync<MySqlException>(() => mode.OpenAsync(connection));

        Assert.Contains("Timeout", failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, proxied.Proxy.OpenConnections);
        proxied.Proxy.Heal();
        await Proxied.EventuallyAsync(() => Task.FromResult(proxied.Proxy.OpenConnections == 0));
    }

    [Theory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task FailHandshake_ClientSeesTheError(ServerEngine engine, CallMode mode)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        proxied.Proxy.Inject(new FailHandshake());
        var failure = await Assert.ThrowsAsync<MySqlException>(() => proxied.OpenAsync(mode));
        Assert.Equal(MySqlErrorCode.ConnectionCountError, failure.ErrorCode);

        proxied.Proxy.Inject(new FailHandshake { Code = 1045, SqlState = "28000", Message = "Access denied" });
        failure = await Assert.ThrowsAsync<MySqlException>(() => proxied.OpenAsync(mode));
        Assert.Equal((1045, "28000", "Access denied"), (failure.Number, failure.SqlState, failure.Message));
        Assert.Equal(0, await proxied.Server.CountSessionsAsync());
    }

    [Theory]
    [MemberData(nameof(Cells.CallModes), MemberType = typeof(Cells))]
    public async Task NobodyListensBehindTheProxy_ConnectingFails(CallMode mode)
    {
        await using var proxy = FaultProxy.Start(serverPort: 1);
        await using var connection = new MySqlConnection($"Server=127.0.0.1;Port={proxy.Port};User ID=x;SSL Mode=None");

        await Assert.ThrowsAsync<MySqlException>(() => mode.OpenAsync(connection));

        await Proxied.EventuallyAsync(() => Task.FromResult(proxy.OpenConnections == 0));
    }

    [Theory]
    [MemberData(nameof(Cells.CallModes), MemberType = typeof(Cells))]
    public async Task Redirected_NewConnectionsGoToTheOtherServer(CallMode mode)
    {
        await using var first = ScriptedServer.Start();
        await using var second = ScriptedServer.Start();
        second.Variables["server_uuid"] = "another";
        await using var proxy = FaultProxy.Start(first.Port);
        await using var connection = new MySqlConnection($"Server=127.0.0.1;Port={proxy.Port};User ID=x;SSL Mode=None;Pooling=False");
        await mode.OpenAsync(connection);

        proxy.RedirectTo(new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, second.Port));

        Assert.NotEqual("another", await mode.ScalarAsync(connection, "SELECT @@server_uuid"));
        await connection.CloseAsync();
        await mode.OpenAsync(connection);
        Assert.Equal("another", await mode.ScalarAsync(connection, "SELECT @@server_uuid"));
    }
}
