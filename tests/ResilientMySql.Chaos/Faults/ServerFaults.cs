using System.Globalization;
using MySqlConnector;
using ResilientMySql.TestServers;

namespace ResilientMySql.Chaos.Faults;

/// <summary>What is done to the server itself.</summary>
internal sealed class ServerFaults(TestServer server, RequestWatch watch, StrikeLog strikes, Outages outages, FaultTally tally)
{
    // What the server does reaches the clients through the proxy, whose turn it must be on a busy machine.
    private static readonly TimeSpan Echo = TimeSpan.FromMilliseconds(300);

    private readonly string _user = new MySqlConnectionStringBuilder(server.ConnectionString).UserID;

    /// <summary>One session ends by KILL; among those that match, chance decides.</summary>
    public async Task KillSessionAsync(PlannedFault planned, string condition)
    {
        string list = server.Engine is ServerEngine.MySql ? "performance_schema.processlist" : "information_schema.PROCESSLIST";
        string? found = await server.QueryAsync<string>($"SELECT GROUP_CONCAT(ID ORDER BY ID) FROM {list} WHERE USER = '{_user}'{condition}");
        if (found is null)
            return;

        string[] ids = found.Split(',');
        string id = ids[(int)(planned.Choice * ids.Length)];
        Strike strike = strikes.Begin(planned.Kind);
        await server.KillSessionAsync(long.Parse(id, CultureInfo.InvariantCulture));
        strike.End(Echo);
        tally.NoteSessions(1);
    }

    /// <summary>The server goes, in its own way, and comes back.</summary>
    public async Task RestartAsync(PlannedFault planned, Func<TestServer, Task> end)
    {
        Outage outage = outages.Begin();
        Strike strike = strikes.Begin(planned.Kind);
        tally.NoteSessions(await server.CountSessionsAsync());
        await end(server);
        strike.End(Echo);
        await Task.Delay(planned.Duration);
        await server.StartAgainAsync();
        outage.End();
    }

    /// <summary>The server stands still; nothing need fail by it.</summary>
    public async Task FreezeAsync(PlannedFault planned)
    {
        strikes.Begin(planned.Kind, StrikeReach.Nobody).End(TimeSpan.Zero);
        server.Freeze();
        await Task.Delay(planned.Duration);
        server.Thaw();
    }

    /// <summary>Sessions that are opened meanwhile will end by themselves, whenever their clients leave them alone for a second.</summary>
    public async Task ShortenWaitTimeoutAsync(PlannedFault planned)
    {
        strikes.Begin(planned.Kind, StrikeReach.Sleepers);
        watch.IsWaitTimeoutShort = true;
        await server.SetWaitTimeoutAsync(1);
        await KillSessionAsync(planned, "");
        await Task.Delay(planned.Duration);
        await server.ExecuteAsync("SET GLOBAL wait_timeout = DEFAULT");
        watch.IsWaitTimeoutShort = false;
    }
}
