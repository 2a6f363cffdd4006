using ResilientMySql.Integration.Faults;
using ResilientMySql.Testing;
using ResilientMySql.Testing.Faults;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Recovery;

/// <summary>One attempt to open that is accepted and hears nothing does not use up the time of those that would be answered.</summary>
public sealed class UnansweredAttemptTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task LostSession_IsReplacedByTheNextAttempt(ServerEngine engine, CallMode mode)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(proxied.ConnectionString);
        int attempts = 0;
        dataSource.Rehydrated += (_, rehydrated) => attempts = rehydrated.Attempts;
        await using ResilientMySqlConnection connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);

        Injection stalled = proxied.Proxy.Inject(new StallHandshake());
        Assert.Equal(1, proxied.Proxy.StrikeIdle(new FinWhileIdle()));

        Assert.Equal(600L, await mode.ScalarAsync(connection, "SELECT COUNT(*) FROM city"));
        Assert.Equal(1, stalled.StrikeCount);
        Assert.Equal(2, attempts);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task SecondSession_IsOpenedByTheNextAttempt(ServerEngine engine, CallMode mode)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(proxied.ConnectionString);
        await using ResilientMySqlConnection first = dataSource.CreateConnection();
        await mode.OpenAsync(first);
        await using ResilientMySqlConnection second = dataSource.CreateConnection();

        Injection stalled = proxied.Proxy.Inject(new StallHandshake());
        await mode.OpenAsync(second);

        Assert.Equal(1, stalled.StrikeCount);
        Assert.Equal(600L, await mode.ScalarAsync(second, "SELECT COUNT(*) FROM city"));
    }
}
