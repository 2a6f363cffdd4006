using ResilientMySql.FaultMatrix.Expectations;
using ResilientMySql.FaultMatrix.Lanes;

namespace ResilientMySql.FaultMatrix.Faults;

/// <summary>The server is shut down (SIGTERM) and started again.</summary>
internal sealed class ShutDownIdle : IdleFault
{
    public override string Name => "SIGTERM, idle, back at once";

    public override Meaning Meaning => Meaning.DiedIdle(Comeback.InTime);

    protected override Task StrikeAsync(Lane lane, IReadOnlyList<Cell> cells) => lane.Server.StopAsync();

    protected override Task PassAsync(Lane lane) => Restart.AtOnce.ReturnAsync(lane);

    public override Task HealAsync(Lane lane) => Restarts.HealAsync(lane);
}
