using Microsoft.Extensions.Time.Testing;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Sessions;

/// <summary>When it is looked whether a session lives.</summary>
public sealed class ProbeModeTests
{
    [SkippableTheory]
    [InlineData(ProbeMode.BeforeCall, CallMode.Sync, true, true)]
    [InlineData(ProbeMode.BeforeCall, CallMode.Async, true, true)]
    [InlineData(ProbeMode.OnLease, CallMode.Sync, true, false)]
    [InlineData(ProbeMode.OnLease, CallMode.Async, true, false)]
    [InlineData(ProbeMode.Never, CallMode.Sync, false, false)]
    [InlineData(ProbeMode.Never, CallMode.Async, false, false)]
    public async Task Probe_SaysWhenADeathIsSeenBeforeAWriteIsSent(ProbeMode probe, CallMode mode, bool isSeenOnLease, bool isSeenBeforeCall)
    {
        foreach (ServerEngine engine in Enum.GetValues<ServerEngine>())
        {
            await using RentedServer rented = await ServerPool.RentAsync(engine);

            // The clock stands still, so that nobody looks after idle sessions in the background.
            var time = new FakeTimeProvider();
            await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + $";Probe={probe}", null, time);
            await using var connection = dataSource.CreateConnection();
            await mode.OpenAsync(connection);
            await mode.CloseAsync(connection);
            await rented.Server.KillAllSessionsAsync();
            time.Advance(TimeSpan.FromMilliseconds(200));
            await mode.OpenAsync(connection);
            Assert.Equal(isSeenOnLease, await TryWriteAsync(mode, connection));

            await mode.ScalarAsync(connection, "SELECT 1");
            await rented.Server.KillAllSessionsAsync();
            Assert.Equal(isSeenBeforeCall, await TryWriteAsync(mode, connection));
        }
    }

    /// <summary>Whether it went through; where it was sent to the dead session nobody knows.</summary>
    private static async Task<bool> TryWriteAsync(CallMode mode, ResilientMySqlConnection connection)
    {
        try
        {
            await mode.ExecuteAsync(connection, "UPDATE city SET city = city WHERE city_id = 1");
            return true;
        }
        catch (ResilientMySqlException lost) when (lost.Outcome is ExecutionOutcome.Unknown)
        {
            return false;
        }
    }
}
