using System.Data;
using ResilientMySql.Sessions;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Sessions;

/// <summary>Pools that are cleared: no session of before is lent again.</summary>
public sealed class ClearedPoolTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task ClearPool_ClosesIdleSessionsNowAndLentOnesWhenTheyComeBack(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        string connectionString = rented.Server.ConnectionString + ";Application Name=cleared";
        await using var idle = new ResilientMySqlConnection(connectionString);
        await using var lent = new ResilientMySqlConnection(connectionString);
        await mode.OpenAsync(lent);
        await mode.OpenAsync(idle);
        await mode.CloseAsync(idle);
        int lentThread = lent.ServerThread;
        Assert.Equal(2, await rented.Server.CountSessionsAsync());

        await ClearAsync(mode, idle);

        await Eventually.HoldsAsync(async () => await rented.Server.CountSessionsAsync() == 1);
        Assert.Equal(ConnectionState.Open, lent.State);
        Assert.Equal(1L, Convert.ToInt64(await mode.ScalarAsync(lent, "SELECT 1"), null));
        await mode.CloseAsync(lent);
        await Eventually.HoldsAsync(async () => await rented.Server.CountSessionsAsync() == 0);
        await mode.OpenAsync(lent);
        Assert.NotEqual(lentThread, lent.ServerThread);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task ClearPool_LeavesOtherPoolsAlone(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var one = new ResilientMySqlConnection(rented.Server.ConnectionString + ";Application Name=one");
        await using var other = new ResilientMySqlConnection(rented.Server.ConnectionString + ";Application Name=other");
        await mode.OpenAsync(one);
        await mode.CloseAsync(one);
        await mode.OpenAsync(other);
        int thread = other.ServerThread;
        await mode.CloseAsync(other);

        await ClearAsync(mode, one);

        await mode.OpenAsync(other);
        Assert.Equal(thread, other.ServerThread);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task ClearPool_BesideCallersOfAFullPool_FailsNone(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        string connectionString = rented.Server.ConnectionString + $";Maximum Pool Size=8;Application Name=full {mode}";
        await using var any = new ResilientMySqlConnection(connectionString);
        for (int round = 0; round < 25; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => OpenAndCloseAsync(mode, connectionString))));

            await Task.WhenAll(
                Task.Run(() => ClearAsync(mode, any)),
                Task.Run(() => OpenAndCloseAsync(mode, connectionString)),
                Task.Run(() => OpenAndCloseAsync(mode, connectionString)));
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task ClearPool_WhileCallersWait_TheyOpenTheirOwn(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        string connectionString = rented.Server.ConnectionString + $";Maximum Pool Size=2;Application Name=waiting {mode}";
        await using var first = new ResilientMySqlConnection(connectionString);
        await using var second = new ResilientMySqlConnection(connectionString);
        await mode.OpenAsync(first);
        await mode.OpenAsync(second);
        Task[] waiting = [.. Enumerable.Range(0, 20).Select(_ => Task.Run(() => OpenAndCloseAsync(mode, connectionString)))];
        await Eventually.HoldsAsync(() => Task.FromResult(SessionPools.For(connectionString).Statistics.WaitingCallers == waiting.Length));

        await ClearAsync(mode, first);
        await mode.CloseAsync(first);
        await mode.CloseAsync(second);

        await Task.WhenAll(waiting).WaitAsync(TimeSpan.FromSeconds(10));
        await Eventually.HoldsAsync(async () => await rented.Server.CountSessionsAsync() is 1 or 2);
    }

    private static async Task OpenAndCloseAsync(CallMode mode, string connectionString)
    {
        await using var connection = new ResilientMySqlConnection(connectionString);
        await mode.OpenAsync(connection);
        await mode.CloseAsync(connection);
    }

    private static async Task ClearAsync(CallMode mode, ResilientMySqlConnection connection)
    {
        if (mode is CallMode.Sync)
            ResilientMySqlConnection.ClearPool(connection);
        else
            await ResilientMySqlConnection.ClearPoolAsync(connection);
    }
}
