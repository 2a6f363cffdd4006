using MySqlConnector;
using ResilientMySql.Testing.Faults;

namespace ResilientMySql.Testing.Tests.Proxying;

/// <summary>Which requests an injection strikes, and what it tells of it.</summary>
public sealed class InjectionTests
{
    [Theory]
    [MemberData(nameof(Cells.CallModes), MemberType = typeof(Cells))]
    public async Task Times_LimitsHowOftenItStrikes(CallMode mode)
    {
        await using var server = ScriptedServer.Start();
        await using var proxy = FaultProxy.Start(server.Port);
        Injection fault = proxy.Inject(new DropBeforeRequest(), static request => request.Sql == "SELECT 7", times: 2);

        for (int i = 0; i < 2; i++)
            await Assert.ThrowsAnyAsync<Exception>(() => SelectAsync(mode, proxy));

        Assert.Equal(7L, await SelectAsync(mode, proxy));
        Assert.Equal(2, fault.StrikeCount);
        Assert.Equal(1, (await fault.Struck).Request.ConnectionId);
    }

    [Theory]
    [MemberData(nameof(Cells.CallModes), MemberType = typeof(Cells))]
    public async Task SeveralMatch_TheFirstInjectedStrikes(CallMode mode)
    {
        await using var server = ScriptedServer.Start();
        await using var proxy = FaultProxy.Start(server.Port);
        Injection first = proxy.Inject(new Delay(TimeSpan.Zero), static request => request.Sql == "SELECT 7");
        Injection second = proxy.Inject(new DropBeforeRequest(), static request => request.Sql == "SELECT 7");

        Assert.Equal(7L, await SelectAsync(mode, proxy));
        Assert.Equal((1, 0), (first.StrikeCount, second.StrikeCount));
        await Assert.ThrowsAnyAsync<Exception>(() => SelectAsync(mode, proxy));
    }

    [Theory]
    [MemberData(nameof(Cells.CallModes), MemberType = typeof(Cells))]
    public async Task Disarmed_NoLongerStrikes(CallMode mode)
    {
        await using var server = ScriptedServer.Start();
        await using var proxy = FaultProxy.Start(server.Port);
        Injection disposed = proxy.Inject(new RefuseConnections());
        Injection healed = proxy.Inject(new RefuseConnections());

        disposed.Dispose();
        proxy.Heal();

        Assert.Equal(7L, await SelectAsync(mode, proxy));
        await Assert.ThrowsAsync<TaskCanceledException>(() => disposed.Struck);
        await Assert.ThrowsAsync<TaskCanceledException>(() => healed.Struck);
    }

    [Theory]
    [MemberData(nameof(Cells.CallModes), MemberType = typeof(Cells))]
    public async Task PredicateThrows_TheTestSeesItAndTheRequestPasses(CallMode mode)
    {
        await using var server = ScriptedServer.Start();
        await using var proxy = FaultProxy.Start(server.Port);
        Injection fault = proxy.Inject(new SwallowAnswer(), static _ => throw new ArithmeticException());

        Assert.Equal(7L, await SelectAsync(mode, proxy));

        await Assert.ThrowsAsync<ArithmeticException>(() => fault.Struck);
        Assert.Equal(0, fault.StrikeCount);
    }

    [Theory]
    [MemberData(nameof(Cells.CallModes), MemberType = typeof(Cells))]
    public async Task FaultAfterTheRequest_IsNotWastedOnWhatIsNotAnswered(CallMode mode)
    {
        await using var server = ScriptedServer.Start();
        await using var proxy = FaultProxy.Start(server.Port);
        Injection fault = proxy.Inject(new SwallowAnswer(), static request => request.Command is ServerCommand.Quit or ServerCommand.Ping);

        await SelectAsync(mode, proxy);
        await server.WaitForAsync(static request => request.Command is ServerCommand.Quit);
        Assert.Equal(0, fault.StrikeCount);

        await using MySqlConnection connection = Connect(proxy);
        await mode.OpenAsync(connection);
        Assert.False(await mode.PingAsync(connection));
        Assert.Equal(1, fault.StrikeCount);
    }

    private static async Task<object?> SelectAsync(CallMode mode, FaultProxy proxy)
    {
        await using MySqlConnection connection = Connect(proxy);
        await mode.OpenAsync(connection);
        return await mode.ScalarAsync(connection, "SELECT 7");
    }

    private static MySqlConnection Connect(FaultProxy proxy) =>
        new($"Server=127.0.0.1;Port={proxy.Port};User ID=any;SSL Mode=None;Pooling=False");
}
