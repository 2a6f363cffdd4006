using System.Globalization;
using ResilientMySql.FaultMatrix.Expectations;
using ResilientMySql.FaultMatrix.Lanes;

namespace ResilientMySql.FaultMatrix.Faults;

/// <summary>An administrator ends what runs, and leaves the sessions.</summary>
internal sealed class KillQuery : RunningFault
{
    public override string Name => "KILL QUERY, running";

    public override Meaning Meaning => Meaning.Answered(1317);

    protected override async Task StrikeAsync(Lane lane)
    {
        foreach (long id in await lane.ListSessionsAsync("command IN ('Query', 'Execute')"))
            await lane.Server.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"KILL QUERY {id}"));
    }
}
