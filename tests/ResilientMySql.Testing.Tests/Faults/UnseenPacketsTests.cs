using MySqlConnector;
using ResilientMySql.Testing.Faults;
using ResilientMySql.TestServers;

namespace ResilientMySql.Testing.Tests.Faults;

/// <summary>Faults on connections whose packets the proxy cannot see.</summary>
public sealed class UnseenPacketsTests
{
    public static TheoryData<ServerEngine, CallMode, LinkMode> Links
    {
        get
        {
            var cells = new TheoryData<ServerEngine, CallMode, LinkMode>();
            foreach (ServerEngine engine in Enum.GetValues<ServerEngine>())
            {
                foreach (CallMode mode in Enum.GetValues<CallMode>())
                {
                    cells.Add(engine, mode, LinkMode.Tls);
                    cells.Add(engine, mode, LinkMode.Compressed);
                }
            }

            return cells;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Links))]
    public async Task SwallowAnswer_StatementHasRunOnce(ServerEngine engine, CallMode mode, LinkMode link)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine, link);
        await using MySqlConnection connection = await proxied.OpenAsync(mode, link);
        Injection fault = proxied.Proxy.Inject(new SwallowAnswer());

        await Assert.ThrowsAnyAsync<Exception>(() => mode.ExecuteAsync(connection, Proxied.Insert));

        Assert.Equal(1, await proxied.CountAsync());
        Assert.Equal((ServerCommand.Unseen, null), ((await fault.Struck).Request.Command, (await fault.Struck).Request.Sql));
    }

    [SkippableTheory]
    [MemberData(nameof(Links))]
    public async Task DropBeforeRequest_StatementNeverRuns(ServerEngine engine, CallMode mode, LinkMode link)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine, link);
        await using MySqlConnection connection = await proxied.OpenAsync(mode, link);
        proxied.Proxy.Inject(new DropBeforeRequest());

        await Assert.ThrowsAnyAsync<Exception>(() => mode.ExecuteAsync(connection, Proxied.Insert));

        await Proxied.EventuallyAsync(async () => await proxied.Server.CountSessionsAsync() == 0);
        Assert.Equal(0, await proxied.CountAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(Links))]
    public async Task FaultThatCountsRows_SaysThatItIsNotAvailableAndTheQueryPasses(ServerEngine engine, CallMode mode, LinkMode link)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine, link);
        await using MySqlConnection connection = await proxied.OpenAsync(mode, link);
        Injection fault = proxied.Proxy.Inject(new CutAnswerAfterRows(0));

        Assert.Equal(600L, await mode.ScalarAsync(connection, "SELECT COUNT(*) FROM city"));

        await Assert.ThrowsAsync<NotSupportedException>(() => fault.Struck);
        Assert.Equal(0, fault.StrikeCount);
    }

    [SkippableTheory]
    [MemberData(nameof(Links))]
    public async Task EachStatement_CountsAsOneRequest(ServerEngine engine, CallMode mode, LinkMode link)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine, link);
        await using MySqlConnection connection = await proxied.OpenAsync(mode, link);
        ProxyCounters before = proxied.Proxy.Counters;

        for (int i = 0; i < 5; i++)
            await mode.ScalarAsync(connection, "SELECT COUNT(*) FROM city");

        ProxyCounters counted = proxied.Proxy.Counters.Since(before);
        Assert.Equal((5, 5, 5), (counted.Requests, counted.RequestsOf(ServerCommand.Unseen), counted.RoundTrips));
        Assert.Equal(1, proxied.Proxy.StrikeIdle(new ResetWhileIdle()));
        Assert.False(await mode.PingAsync(connection));
    }
}
