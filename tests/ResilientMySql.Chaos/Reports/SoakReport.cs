using ResilientMySql.Chaos.Faults;
using ResilientMySql.Chaos.Ledger;
using ResilientMySql.Chaos.Workers;
using ResilientMySql.TestServers;

namespace ResilientMySql.Chaos.Reports;

/// <summary>What one server's soak came to.</summary>
/// <param name="Engine">Which engine.</param>
/// <param name="Version">Its version.</param>
/// <param name="Duration">How long workers worked.</param>
/// <param name="Site">What they did and saw.</param>
/// <param name="Faults">What was done to them.</param>
/// <param name="StruckWrites">Writes that were in flight when a fault struck that could reach them.</param>
internal sealed record SoakReport(ServerEngine Engine, string Version, TimeSpan Duration, Site Site, FaultTally Faults, long StruckWrites)
{
    public IReadOnlyCollection<Violation> Violations => Site.Violations.All;

    public long CountOf(WriteOutcome outcome) => Site.Ledger.Records.LongCount(record => record.Outcome == outcome);

    public long CountOf(WriteKind kind, WriteOutcome outcome) =>
        Site.Ledger.Records.LongCount(record => record.Kind == kind && record.Outcome == outcome);

    public long CountOf(ViolationKind kind) => Site.Violations.CountOf(kind);
}
