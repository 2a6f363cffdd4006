using ResilientMySql.Integration.Faults;
using ResilientMySql.TestServers;
using ResilientMySql.Testing;
using ResilientMySql.Testing.Faults;

namespace ResilientMySql.Integration.Queries;

/// <summary>Lists of all sizes make do with a few prepared statements.</summary>
public sealed class ListParameterTests
{
    [SkippableTheory]
    [MemberData(nameof(QueryHosts.All), MemberType = typeof(QueryHosts))]
    public async Task ListOfAnySize_IsRight(ServerEngine engine, CallMode mode, QueryHost host)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString);
        await using HostedTarget hosted = await HostedTarget.OpenAsync(mode, host, dataSource);
        foreach (int count in (int[])[0, 1, 2, 3, 4, 5, 100, 0, 4096, 4097, 65_534, 3])
        {
            // From the middle of the table to behind its end.
            int[] ids = [.. Enumerable.Range(300, count)];

            List<int> found = await FindAsync(ids);

            Assert.Equal(ids.Where(static id => id is >= 302 and <= 600), found);
        }

        var refusal = await Assert.ThrowsAsync<ArgumentException>(() => FindAsync([.. Enumerable.Range(0, 65_535)]));
        Assert.Contains("65536", refusal.Message, StringComparison.Ordinal);
        Assert.Equal([303], await FindAsync([303]));

        Task<List<int>> FindAsync(int[] ids) => mode.ToListAsync<CityIdsIn, int>(hosted.Target, new(302, ids));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task EmptyList_LeavesOutNothing(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString);

        Assert.Equal(2, await CountAsync([], []));
        Assert.Equal(1, await CountAsync([], ["there", "nowhere", "elsewhere"]));
        Assert.Equal(1, await CountAsync(["b"], []));
        Assert.Equal(0, await CountAsync(["a"], ["elsewhere"]));

        Task<long> CountAsync(string[] lines, string[] districts) => mode.FirstAsync<CountNotIn, long>(dataSource, new(lines, districts));
    }

    /// <summary>The places would be filled up with what another caller has asked for.</summary>
    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task ListChangesWhileTheCallWaits_IsRefused(ServerEngine engine)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Maximum Pool Size=1");
        Assert.Equal([11, 12, 13, 14], await CallMode.Async.ToListAsync<CityIdsIn, int>(dataSource, new(1, [11, 12, 13, 14])));
        await using ResilientMySqlConnection held = dataSource.CreateConnection();
        await held.OpenAsync();
        List<int> ids = [1, 2, 3, 4];
        Task<List<int>> waiting = CallMode.Async.ToListAsync<CityIdsIn, int>(dataSource, new(1, ids));

        ids.RemoveRange(1, 3);
        await held.CloseAsync();

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => waiting);
        Assert.Contains("nothing was sent", refusal.Message, StringComparison.Ordinal);
        Assert.Equal([1], await CallMode.Async.ToListAsync<CityIdsIn, int>(dataSource, new(1, ids)));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task Bucket_IsPreparedOnceASession(ServerEngine engine, CallMode mode)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(proxied.ConnectionString + ";Maximum Pool Size=1");
        Injection prepared = proxied.Proxy.Inject(new Delay(TimeSpan.Zero), static request => request.Command is ServerCommand.Prepare, Injection.Always);

        for (int round = 0; round < 3; round++)
        {
            for (int count = 0; count <= 32; count++)
                Assert.Equal(count, await CountAsync(count));
        }

        // 0, 1, 2, 4, 8, 16 and 32 places.
        Assert.Equal(7, prepared.StrikeCount);
        await CountAsync(5000);
        await CountAsync(5000);
        Assert.Equal(7, prepared.StrikeCount);

        async Task<int> CountAsync(int count) => (await mode.ToListAsync<CityIdsIn, int>(dataSource, new(1, [.. Enumerable.Range(1, count)]))).Count;
    }
}
