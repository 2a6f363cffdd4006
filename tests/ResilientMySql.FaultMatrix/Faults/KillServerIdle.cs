using ResilientMySql.FaultMatrix.Expectations;
using ResilientMySql.FaultMatrix.Lanes;

namespace ResilientMySql.FaultMatrix.Faults;

/// <summary>The server is killed (SIGKILL).</summary>
internal sealed class KillServerIdle(Restart restart) : IdleFault
{
    public override string Name => $"kill -9, idle, {restart.Name()}";

    public override Meaning Meaning => Meaning.DiedIdle(restart.Comeback());

    public override Timeouts Timeouts => restart.TimeoutsOf();

    protected override Task StrikeAsync(Lane lane, IReadOnlyList<Cell> cells) => lane.Server.KillAsync();

    protected override Task PassAsync(Lane lane) => restart.ReturnAsync(lane);

    public override Task HealAsync(Lane lane) => Restarts.HealAsync(lane);
}
