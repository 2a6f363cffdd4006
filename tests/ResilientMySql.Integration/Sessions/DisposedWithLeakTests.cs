using System.Runtime.CompilerServices;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Sessions;

/// <summary>A data source that is disposed of while a connection of its own has been dropped without being closed.</summary>
public sealed class DisposedWithLeakTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task DroppedBefore_SessionIsClosedAllTheSame(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString);
        await LeakAsync(dataSource, mode);

        await dataSource.DisposeAsync();

        await Eventually.HoldsAsync(async () =>
        {
            GC.Collect();
            return await rented.Server.CountSessionsAsync() == 0;
        });
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task LeakAsync(ResilientMySqlDataSource dataSource, CallMode mode) => await mode.OpenAsync(dataSource.CreateConnection());
}
