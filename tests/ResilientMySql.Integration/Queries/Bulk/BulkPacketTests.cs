using System.Security.Cryptography;
using ResilientMySql.Integration.Faults;
using ResilientMySql.Queries;
using ResilientMySql.TestServers;
using ResilientMySql.Testing;

namespace ResilientMySql.Integration.Queries.Bulk;

/// <summary>No statement is larger than the server takes, and none is smaller than need be.</summary>
public sealed class BulkPacketTests
{
    private const int Packet = 65_536;

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task WorstTexts_FitIntoEachStatement(ServerEngine engine, CallMode mode)
    {
        await using SmallPackets small = await SmallPackets.StartAsync(engine, Packet);
        await using var dataSource = new ResilientMySqlDataSource(small.ConnectionString);
        string[] worst = ["'", "\\", "\0", "ž", "漢", "🌍", "\ud83c", "plain text"];
        var random = new Random(5);
        (string Text, byte[] Bytes)[] rows = [.. Enumerable.Range(0, 400).Select(i => (
            string.Concat(Enumerable.Repeat(worst[i % worst.Length], random.Next(0, 1_500))),
            Enumerable.Repeat((byte)"\0'\\x"[i % 4], random.Next(0, 1_500)).ToArray()))];

        Assert.Equal(rows.Length, await mode.InsertAsync(dataSource, new AddTexts(rows)));

        Assert.Equal(rows.Sum(static row => (long)row.Bytes.Length), await small.QueryAsync("SELECT CAST(SUM(LENGTH(bytes)) AS SIGNED) FROM {0}.bulk_text"));
        Assert.Equal(rows.Sum(static row => (long)row.Text.EnumerateRunes().Count()), await small.QueryAsync("SELECT CAST(SUM(CHAR_LENGTH(text)) AS SIGNED) FROM {0}.bulk_text"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task RowThatJustFits_IsSentAndOneTooLargeIsNot(ServerEngine engine, CallMode mode)
    {
        await using SmallPackets small = await SmallPackets.StartAsync(engine, Packet);
        await using var dataSource = new ResilientMySqlDataSource(small.ConnectionString);
        byte[] random = RandomNumberGenerator.GetBytes(10);

        Assert.Equal(2, await mode.InsertAsync(dataSource, new AddTexts([("a", random), (new string('x', 60_000), random)])));
        long requests = small.Requests;
        var refused = await Assert.ThrowsAsync<ArgumentException>(() =>
            mode.InsertAsync(dataSource, new AddTexts([("b", random), ("c", random), (new string('x', 65_000), random)])));

        Assert.Contains("Row 2 takes 65", refused.Message, StringComparison.Ordinal);
        Assert.Contains("65536 bytes at once", refused.Message, StringComparison.Ordinal);
        Assert.Equal(requests, small.Requests);
        Assert.Equal(2, await small.QueryAsync("SELECT COUNT(*) FROM {0}.bulk_text"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task Limit_IsAskedForOnceAndOneStatementNeedsNoTransaction(ServerEngine engine, CallMode mode)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using BulkTable table = await BulkTable.CreateAsync(proxied.Server);
        await using var dataSource = new ResilientMySqlDataSource(proxied.ConnectionString + ";Maximum Pool Size=1");
        await mode.InsertAsync(dataSource, new AddCities(BulkCalling.Cities(1)));
        ProxyCounters before = proxied.Proxy.Counters;

        await mode.InsertAsync(dataSource, new AddCities(BulkCalling.Cities(32_767)));
        ProxyCounters one = proxied.Proxy.Counters;
        await mode.InsertAsync(dataSource, new AddCities(BulkCalling.Cities(32_768)));
        ProxyCounters two = proxied.Proxy.Counters;

        Assert.Equal((1, 4), (one.Since(before).RequestsOf(ServerCommand.Query), two.Since(one).RequestsOf(ServerCommand.Query)));
    }
}
