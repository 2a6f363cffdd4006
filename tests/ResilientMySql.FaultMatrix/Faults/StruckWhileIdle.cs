using ResilientMySql.FaultMatrix.Expectations;
using ResilientMySql.FaultMatrix.Lanes;
using ResilientMySql.Testing.Faults;

namespace ResilientMySql.FaultMatrix.Faults;

/// <summary>The proxy does something to connections that wait for nothing; new ones pass.</summary>
internal sealed class StruckWhileIdle(string name, Fault fault, Meaning meaning) : IdleFault
{
    public override string Name => name;

    public override Meaning Meaning => meaning;

    public override Timeouts Timeouts => meaning.Expires ? Faults.Timeouts.ShortCommand : Faults.Timeouts.Patient;

    public override bool NeedsProxy => true;

    protected override Task StrikeAsync(Lane lane, IReadOnlyList<Cell> cells)
    {
        foreach (Cell cell in cells)
            Assert.Equal(1, cell.Proxy!.StrikeIdle(fault));
        return Task.CompletedTask;
    }
}
