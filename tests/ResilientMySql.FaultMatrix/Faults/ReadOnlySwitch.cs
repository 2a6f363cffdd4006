using ResilientMySql.FaultMatrix.Expectations;
using ResilientMySql.FaultMatrix.Lanes;

namespace ResilientMySql.FaultMatrix.Faults;

/// <summary>The server has become a read-only one, under sessions that live on.</summary>
internal sealed class ReadOnlySwitch : IdleFault
{
    public override string Name => "read_only switched on";

    public override Meaning Meaning => Meaning.Answered(1290);

    protected override Task StrikeAsync(Lane lane, IReadOnlyList<Cell> cells) => lane.Server.ExecuteAsync("SET GLOBAL read_only = ON");

    public override Task HealAsync(Lane lane) => lane.Server.ExecuteAsync("SET GLOBAL read_only = OFF");
}
