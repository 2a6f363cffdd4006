using ResilientMySql.FaultMatrix.Expectations;
using ResilientMySql.FaultMatrix.Lanes;

namespace ResilientMySql.FaultMatrix.Faults;

/// <summary>The server stands still (SIGSTOP) with all its sockets open, and goes on when the calls have ended.</summary>
internal sealed class Freeze : IdleFault
{
    public override string Name => "SIGSTOP";

    public override Meaning Meaning => Meaning.Silence(Comeback.Never);

    // Once it goes on, it runs what it has received.
    public override Delivery Delivery => Delivery.Perhaps;

    public override Timeouts Timeouts => Faults.Timeouts.ShortCommand;

    protected override Task StrikeAsync(Lane lane, IReadOnlyList<Cell> cells)
    {
        lane.Server.Freeze();
        return Task.CompletedTask;
    }

    public override Task HealAsync(Lane lane)
    {
        lane.Server.Thaw();
        return Task.CompletedTask;
    }
}
