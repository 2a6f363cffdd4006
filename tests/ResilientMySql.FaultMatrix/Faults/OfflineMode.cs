using ResilientMySql.FaultMatrix.Expectations;
using ResilientMySql.FaultMatrix.Lanes;
using ResilientMySql.TestServers;

namespace ResilientMySql.FaultMatrix.Faults;

/// <summary>The server sends everybody away but its administrators.</summary>
internal sealed class OfflineMode : IdleFault
{
    public override string Name => "offline_mode";

    public override Meaning Meaning => Meaning.DiedIdle(Comeback.TurnedAway(3032));

    public override Timeouts Timeouts => Timeouts.ShortRecovery;

    /// <summary>MariaDB knows nothing like it.</summary>
    public override bool Reaches(ServerEngine engine, Transport transport) => engine is ServerEngine.MySql;

    protected override async Task StrikeAsync(Lane lane, IReadOnlyList<Cell> cells)
    {
        await lane.Server.ExecuteAsync("SET GLOBAL offline_mode = ON");
        await Lane.UntilAsync(async () => await lane.CountSessionsAsync() == 0, "everybody is sent away");
    }

    public override Task HealAsync(Lane lane) => lane.Server.ExecuteAsync("SET GLOBAL offline_mode = OFF");
}
