using ResilientMySql.FaultMatrix.Expectations;
using ResilientMySql.FaultMatrix.Lanes;

namespace ResilientMySql.FaultMatrix.Faults;

/// <summary>The server is killed (SIGKILL) with what runs on it.</summary>
internal sealed class KillServerRunning(Restart restart) : RunningFault
{
    public override string Name => $"kill -9, running, {restart.Name()}";

    public override Meaning Meaning => Meaning.AnswerLost(restart.Comeback());

    public override Timeouts Timeouts => restart.TimeoutsOf();

    protected override Task StrikeAsync(Lane lane) => lane.Server.KillAsync();

    protected override Task PassAsync(Lane lane) => restart.ReturnAsync(lane);

    public override Task HealAsync(Lane lane) => Restarts.HealAsync(lane);
}
