using System.Data.Common;
using System.Globalization;
using MySqlConnector;
using ResilientMySql.Integration.Faults;
using ResilientMySql.Testing;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Costs;

/// <summary>
/// What a call on a warm session costs the network and the server, to the last byte, beside what the driver's pool pays for the
/// same lines.
/// </summary>
public sealed class HealthyCallCostTests
{
    private const int Calls = 10;

    private const string OnMySql = """
                                                           round trips  commands  connects  prepares  bytes
        ResilientMySql: generated query, Wire=Auto                   1         1         0         0     20
        ResilientMySql: generated query, Wire=Off                    1         1         0         0     23
        ResilientMySql: open, query, close                           1         1         0         0     49
        ResilientMySql: open, prepare, query, close                  1         1         0         0     23
        ResilientMySql: query on an open connection                  1         1         0         0     49
        ResilientMySql: prepared on an open connection               1         1         0         0     23
        ResilientMySql: transaction with one write                   3         4         0         0    137
        ResilientMySql: batch of two writes                          1         1         0         0     94
        MySqlConnector: open, query, close                           2         3         0         0     71
        MySqlConnector: open, prepare, query, close                  3         4         0         1     85
        MySqlConnector: query on an open connection                  1         1         0         0     49
        MySqlConnector: prepared on an open connection               1         1         0         0     23
        MySqlConnector: transaction with one write                   3         4         0         0    137
        MySqlConnector: batch of two writes                          1         1         0         0     94
        """;

    private const string OnMariaDb = """
                                                           round trips  commands  connects  prepares  bytes
        ResilientMySql: generated query, Wire=Auto                   1         1         0         0     19
        ResilientMySql: generated query, Wire=Off                    1         1         0         0     21
        ResilientMySql: open, query, close                           1         1         0         0     47
        ResilientMySql: open, prepare, query, close                  1         1         0         0     21
        ResilientMySql: query on an open connection                  1         1         0         0     47
        ResilientMySql: prepared on an open connection               1         1         0         0     21
        ResilientMySql: transaction with one write                   3         4         0         0    129
        ResilientMySql: batch of two writes                          1         1         0         0     92
        MySqlConnector: open, query, close                           2         3         0         0     67
        MySqlConnector: open, prepare, query, close                  3         4         0         1     81
        MySqlConnector: query on an open connection                  1         1         0         0     47
        MySqlConnector: prepared on an open connection               1         1         0         0     21
        MySqlConnector: transaction with one write                   3         4         0         0    129
        MySqlConnector: batch of two writes                          1         1         0         0     92
        """;

    private static readonly string Heading = Line("", "round trips", "commands", "connects", "prepares", "bytes");

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task WarmCall_CostsWhatTheTableSays(ServerEngine engine, CallMode mode)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        List<string> lines = [Heading];
        foreach (WireMode wire in (WireMode[])[WireMode.Auto, WireMode.Off])
            lines.Add(await GeneratedAsync(proxied, mode, wire));

        lines.AddRange(await HandWrittenAsync(proxied, mode, "ResilientMySql", new ResilientMySqlDataSource(proxied.ConnectionString)));
        lines.AddRange(await HandWrittenAsync(proxied, mode, "MySqlConnector", new MySqlDataSource(proxied.ConnectionString)));

        string measured = string.Join('\n', lines);
        Assert.True(measured == (engine is ServerEngine.MySql ? OnMySql : OnMariaDb), $"Measured was:\n{measured}");
    }

    private static async Task<string> GeneratedAsync(Proxied proxied, CallMode mode, WireMode wire)
    {
        await using var dataSource = new ResilientMySqlDataSource($"{proxied.ConnectionString};Wire={wire}");
        var cities = new CityLookup(dataSource);
        return await LineOfAsync(proxied, $"ResilientMySql: generated query, Wire={wire}", async () =>
            Assert.Equal(312, mode is CallMode.Sync ? cities.GetCityId("London") : await cities.GetCityIdAsync("London")));
    }

    private static async Task<List<string>> HandWrittenAsync(Proxied proxied, CallMode mode, string library, DbDataSource dataSource)
    {
        await using var calls = new HealthyCalls(mode, dataSource);
        return
        [
            await LineOfAsync(proxied, $"{library}: open, query, close", calls.OpenQueryCloseAsync),
            await LineOfAsync(proxied, $"{library}: open, prepare, query, close", calls.OpenPreparedQueryCloseAsync),
            await LineOfAsync(proxied, $"{library}: query on an open connection", calls.QueryOnOpenConnectionAsync),
            await LineOfAsync(proxied, $"{library}: prepared on an open connection", calls.PreparedOnOpenConnectionAsync),
            await LineOfAsync(proxied, $"{library}: transaction with one write", calls.TransactionAsync),
            await LineOfAsync(proxied, $"{library}: batch of two writes", calls.BatchAsync),
        ];
    }

    /// <summary>A line of the table. The first two calls open and prepare, and on the wire the second tells the server the types.</summary>
    private static async Task<string> LineOfAsync(Proxied proxied, string name, Func<Task> call)
    {
        await call();
        await call();
        var calls = new List<ProxyCounters>();
        for (int i = 0; i < Calls; i++)
        {
            ProxyCounters before = proxied.Proxy.Counters;
            await call();
            calls.Add(proxied.Proxy.Counters.Since(before));
        }

        var cost = Cost.Of(calls);
        return Line(name, cost.RoundTrips, cost.Commands, cost.Connections, cost.Prepared, cost.Bytes);
    }

    private static string Line(object name, params object[] figures) =>
        string.Create(CultureInfo.InvariantCulture, $"{name,-50}{figures[0],12}{figures[1],10}{figures[2],10}{figures[3],10}{figures[4],7}");
}
