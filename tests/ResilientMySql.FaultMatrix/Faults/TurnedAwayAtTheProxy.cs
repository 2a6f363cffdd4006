using ResilientMySql.FaultMatrix.Expectations;
using ResilientMySql.FaultMatrix.Lanes;
using ResilientMySql.Testing;
using ResilientMySql.Testing.Faults;

namespace ResilientMySql.FaultMatrix.Faults;

/// <summary>The connections end (FIN), and whoever connects anew meets a fault, twice or for ever.</summary>
internal sealed class TurnedAwayAtTheProxy(string name, Fault fault, int times, int number) : IdleFault
{
    public override string Name => name;

    public override Meaning Meaning => Meaning.DiedIdle(times == Injection.Always ? Comeback.TurnedAway(number) : Comeback.InTime);

    public override Timeouts Timeouts => times == Injection.Always ? Faults.Timeouts.ShortRecovery : Faults.Timeouts.Patient;

    public override bool NeedsProxy => true;

    protected override Task StrikeAsync(Lane lane, IReadOnlyList<Cell> cells)
    {
        foreach (Cell cell in cells)
        {
            cell.Proxy!.Inject(fault, times: times);
            Assert.Equal(1, cell.Proxy.StrikeIdle(new FinWhileIdle()));
        }

        return Task.CompletedTask;
    }
}
