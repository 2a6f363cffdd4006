using ResilientMySql.FaultMatrix.Expectations;
using ResilientMySql.FaultMatrix.Lanes;

namespace ResilientMySql.FaultMatrix.Faults;

/// <summary>The sessions end, and their database is gone.</summary>
internal sealed class DatabaseDropped : IdleFault
{
    public override string Name => "database dropped, KILL";

    public override Meaning Meaning => Meaning.DiedIdle(Comeback.Refused(1049));

    protected override async Task StrikeAsync(Lane lane, IReadOnlyList<Cell> cells)
    {
        // First, since open transactions hold its tables.
        await lane.KillSessionsAsync();
        await lane.Server.ExecuteAsync($"DROP DATABASE {MatrixSchema.Database}");
    }

    public override Task HealAsync(Lane lane) => MatrixSchema.CreateAsync(lane);
}
