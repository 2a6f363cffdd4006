using ResilientMySql.TestServers;
using Xunit.Abstractions;

namespace ResilientMySql.Integration.Sessions;

/// <summary>Waiters that give up take nobody's turn with them, and no session.</summary>
public sealed class CancelledWaitersTests(ITestOutputHelper output)
{
    private const int Sessions = 4;
    private const int Waiters = 200;
    private const int Rounds = 25;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task HalfOfThemGiveUpWhileSessionsComeBack_TheOthersAreServed(ServerEngine engine, CallMode others)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(
            rented.Server.ConnectionString + $";Maximum Pool Size={Sessions};Connection Timeout=120");
        (int gaveUp, int servedAnyway) = (0, 0);
        for (int round = 0; round < Rounds; round++)
        {
            using var giveUp = new CancellationTokenSource();
            ResilientMySqlConnection[] holders = await TakeAllAsync(dataSource);
            Task<bool>[] impatient = [.. Enumerable.Range(0, Waiters / 2).Select(_ => WaitAsync(dataSource, giveUp.Token))];
            Task[] patient = [.. Enumerable.Range(0, Waiters / 2).Select(waiter => others is CallMode.Sync && waiter % 10 == 0
                ? OnAThread(() => OpenAndClose(dataSource))
                : WaitAsync(dataSource, CancellationToken.None))];

            // At once, so that sessions meet waiters that are just giving up; now and then the first few have done so before.
            Task givingUp = giveUp.CancelAsync();
            if (round % 5 == 0)
                await impatient[0];

            await Task.WhenAll([givingUp, .. holders.Select(static holder => Task.Run(holder.Close))]);
            bool[] served = await Task.WhenAll(impatient).WaitAsync(Limit);
            await Task.WhenAll(patient).WaitAsync(Limit);
            servedAnyway += served.Count(static isServed => isServed);
            gaveUp += served.Count(static isServed => !isServed);
        }

        output.WriteLine($"{gaveUp} gave up, {servedAnyway} were served before they could");
        Assert.True(gaveUp > 0);
        await Task.WhenAll((await TakeAllAsync(dataSource)).Select(static holder => holder.CloseAsync()));
        Assert.Equal(Sessions, dataSource.Pool.OpenCount);
        await Eventually.HoldsAsync(async () => await rented.Server.CountSessionsAsync() == Sessions);
    }

    private static Task<ResilientMySqlConnection[]> TakeAllAsync(ResilientMySqlDataSource dataSource) =>
        Task.WhenAll(Enumerable.Range(0, Sessions).Select(async _ => await dataSource.OpenConnectionAsync())).WaitAsync(Limit);

    /// <summary>Whether it was served; false where it gave up.</summary>
    private static async Task<bool> WaitAsync(ResilientMySqlDataSource dataSource, CancellationToken giveUp)
    {
        try
        {
            await using ResilientMySqlConnection connection = await dataSource.OpenConnectionAsync(giveUp);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static void OpenAndClose(ResilientMySqlDataSource dataSource)
    {
        using ResilientMySqlConnection connection = dataSource.OpenConnection();
    }

    private static Task OnAThread(Action body) =>
        Task.Factory.StartNew(body, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
