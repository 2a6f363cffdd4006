using System.Runtime.CompilerServices;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Sessions;

/// <summary>Readers whose connection nobody has any more, while they read.</summary>
public sealed class DroppedReaderTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task ReadUnderWay_IsNotCutOff(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString);
        Task<bool> reading = mode is CallMode.Async
            ? await ReadAsync(dataSource)
            : Task.Factory.StartNew(() => Read(dataSource), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        while (!reading.IsCompleted)
        {
            GC.Collect();
            await Task.WhenAny(reading, Task.Delay(100));
        }

        Assert.True(await reading);
        await Eventually.HoldsAsync(() =>
        {
            GC.Collect();
            return Task.FromResult(dataSource.GetStatistics() is { LeakedConnections: 1, LeasedSessions: 0 });
        });
    }

    // The first row fills the server's buffer, so that it is sent before the second one is ready.
    private static ResilientMySqlCommand Command(ResilientMySqlConnection connection) =>
        new("SELECT REPEAT('x', 1000000), 0 UNION ALL SELECT 'y', SLEEP(3)", connection);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<Task<bool>> ReadAsync(ResilientMySqlDataSource dataSource)
    {
        ResilientMySqlDataReader reader = await Command(await dataSource.OpenConnectionAsync()).ExecuteReaderAsync();
        Assert.True(await reader.ReadAsync());
        return reader.ReadAsync();
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static bool Read(ResilientMySqlDataSource dataSource)
    {
        ResilientMySqlDataReader reader = Command(dataSource.OpenConnection()).ExecuteReader();
        Assert.True(reader.Read());
        return reader.Read();
    }
}
