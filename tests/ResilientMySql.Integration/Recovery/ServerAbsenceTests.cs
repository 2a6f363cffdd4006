using ResilientMySql.Sessions;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Recovery;

/// <summary>Who cannot reach the server waits for it with all the others, until one of them has reached it.</summary>
public sealed class ServerAbsenceTests
{
    [SkippableTheory, MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task ServerAway_IsWaitedForUntilItIsReached(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await mode.OpenAsync(connection);
        ServerAbsence absence = connection.LiveSession!.Pool.Absence;
        Assert.False(absence.IsUnderWay);

        await rented.Server.KillAsync();
        Task<object?> answer = Task.Run(() => mode.ScalarAsync(connection, "SELECT 1"));
        while (!absence.IsUnderWay && !answer.IsCompleted)
            await Task.Delay(1);

        Assert.False(answer.IsCompleted);
        await rented.Server.StartAgainAsync();

        Assert.Equal(1, Convert.ToInt32(await answer, null));
        Assert.False(absence.IsUnderWay);
    }
}
