using ResilientMySql.Queries;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Queries.Streaming;

/// <summary>Either token ends an enumeration, and the session outlives it.</summary>
public sealed class StreamCancellationTests
{
    [SkippableTheory]
    [InlineData(ServerEngine.MariaDb, true, WireMode.Off)]
    [InlineData(ServerEngine.MariaDb, false, WireMode.Off)]
    [InlineData(ServerEngine.MySql, true, WireMode.Off)]
    [InlineData(ServerEngine.MySql, false, WireMode.Off)]
    [InlineData(ServerEngine.MariaDb, true, WireMode.Auto)]
    [InlineData(ServerEngine.MariaDb, false, WireMode.Auto)]
    [InlineData(ServerEngine.MySql, true, WireMode.Auto)]
    [InlineData(ServerEngine.MySql, false, WireMode.Auto)]
    public async Task CancelledBetweenRows_Ends(ServerEngine engine, bool isOwnToken, WireMode wire)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource($"{rented.Server.ConnectionString};Maximum Pool Size=1;Wire={wire}");
        using var own = new CancellationTokenSource();
        using var enumerators = new CancellationTokenSource();
        long session = await QueryRunner.FirstAsync<SessionId, long>(dataSource, default, default);
        IAsyncEnumerable<int> rows = StreamRunner.EnumerateAsync<CityPairs, int>(dataSource, default, own.Token);
        int count = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (int _ in rows.WithCancellation(enumerators.Token))
            {
                if (++count == 5)
                    await (isOwnToken ? own : enumerators).CancelAsync();
            }
        });

        Assert.Equal(5, count);
        Assert.Equal(session, await QueryRunner.FirstAsync<SessionId, long>(dataSource, default, default));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndWires), MemberType = typeof(Cells))]
    public async Task CancelledBefore_TakesNoSession(ServerEngine engine, WireMode wire)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource($"{rented.Server.ConnectionString};Wire={wire}");
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            StreamRunner.EnumerateAsync<CityPairs, int>(dataSource, default, cancelled).CollectAsync());

        Assert.Equal(0, dataSource.GetStatistics().Opened);
    }

    /// <summary>The server is asked to stop; whether its session survives that is up to how long it takes.</summary>
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndWires), MemberType = typeof(Cells))]
    public async Task CancelledWhileARowIsDue_Ends(ServerEngine engine, WireMode wire)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource($"{rented.Server.ConnectionString};Maximum Pool Size=1;Wire={wire}");
        using var cancellation = new CancellationTokenSource();
        IAsyncEnumerator<long> rows = StreamRunner.EnumerateAsync<LateRow, long>(dataSource, new(30), cancellation.Token).GetAsyncEnumerator();
        Assert.True(await rows.MoveNextAsync());
        ValueTask<bool> next = rows.MoveNextAsync();

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next);
        Assert.Equal([7, 0, 0], await StreamRunner.EnumerateAsync<LateRow, long>(dataSource, new(0), default).CollectAsync());
    }
}
