using ResilientMySql.FaultMatrix.Expectations;
using ResilientMySql.FaultMatrix.Lanes;

namespace ResilientMySql.FaultMatrix.Faults;

/// <summary>The server is shut down (SIGTERM) with what runs on it, and started again.</summary>
internal sealed class ShutDownRunning : RunningFault
{
    public override string Name => "SIGTERM, running, back at once";

    public override Meaning Meaning => Meaning.AnswerLost(Comeback.InTime);

    protected override Task StrikeAsync(Lane lane) => lane.Server.StopAsync();

    protected override Task PassAsync(Lane lane) => Restart.AtOnce.ReturnAsync(lane);

    public override Task HealAsync(Lane lane) => Restarts.HealAsync(lane);
}
