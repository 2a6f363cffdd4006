using ResilientMySql.FaultMatrix.Expectations;
using ResilientMySql.FaultMatrix.Lanes;

namespace ResilientMySql.FaultMatrix.Faults;

/// <summary>Nothing is said for longer than wait_timeout.</summary>
internal sealed class IdleBeyondWaitTimeout : IdleFault
{
    // Longer than arming a cell takes on a busy machine.
    private const int Seconds = 3;
    private const int Usual = 28_800;

    public override string Name => "idle > wait_timeout";

    public override Meaning Meaning => Meaning.DiedIdle(Comeback.InTime);

    public override Task PrepareAsync(Lane lane) => lane.Server.SetWaitTimeoutAsync(Seconds);

    protected override async Task StrikeAsync(Lane lane, IReadOnlyList<Cell> cells)
    {
        await Lane.UntilAsync(async () => await lane.CountSessionsAsync() == 0, "wait_timeout strikes");
        await lane.Server.SetWaitTimeoutAsync(Usual);
    }

    public override Task HealAsync(Lane lane) => lane.Server.SetWaitTimeoutAsync(Usual);
}
