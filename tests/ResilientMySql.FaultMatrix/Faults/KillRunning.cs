using ResilientMySql.FaultMatrix.Expectations;
using ResilientMySql.FaultMatrix.Lanes;

namespace ResilientMySql.FaultMatrix.Faults;

/// <summary>An administrator ends the sessions with what runs on them.</summary>
internal sealed class KillRunning : RunningFault
{
    public override string Name => "KILL, running";

    public override Meaning Meaning => Meaning.AnswerLost(Comeback.InTime);

    public override bool IsInEverySlice => true;

    protected override Task StrikeAsync(Lane lane) => lane.KillSessionsAsync();
}
