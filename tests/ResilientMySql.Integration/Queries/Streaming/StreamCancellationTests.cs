using ResilientMySql.Queries;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Queries.Streaming;

/// <summary>Either token ends an enumeration, and the session outlives it.</summary>
public sealed class StreamCancellationTests
{
    [SkippableTheory]
    [InlineData(ServerEngine.MariaDb, true)]
    [InlineData(ServerEngine.MariaDb, false)]
    [InlineData(ServerEngine.MySql, true)]
    [InlineData(ServerEngine.MySql, false)]
    public async Task CancelledBetweenRows_Ends(ServerEngine engine, bool isOwnToken)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Maximum Pool Size=1");
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
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task CancelledBefore_TakesNoSession(ServerEngine engine)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString);
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            StreamRunner.EnumerateAsync<CityPairs, int>(dataSource, default, cancelled).CollectAsync());

        Assert.Equal(0, dataSource.GetStatistics().Opened);
    }
}
