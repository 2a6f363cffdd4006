using ResilientMySql.FaultMatrix.Expectations;
using ResilientMySql.FaultMatrix.Lanes;

namespace ResilientMySql.FaultMatrix.Faults;

/// <summary>An administrator ends the sessions.</summary>
internal sealed class KillIdle : IdleFault
{
    public override string Name => "KILL, idle";

    public override Meaning Meaning => Meaning.DiedIdle(Comeback.InTime);

    public override bool IsInEverySlice => true;

    protected override Task StrikeAsync(Lane lane, IReadOnlyList<Cell> cells) => lane.KillSessionsAsync();
}
