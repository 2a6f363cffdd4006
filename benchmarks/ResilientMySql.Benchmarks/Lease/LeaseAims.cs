using ResilientMySql.TestServers;

namespace ResilientMySql.Benchmarks.Lease;

/// <summary>What is aimed at for lease and return, and of what each call adds, held against what was measured.</summary>
internal static class LeaseAims
{
    /// <summary>How much of a ping each may take.</summary>
    private static readonly (LeaseOperation Operation, double MostOfAPing)[] Aims =
    [
        (LeaseOperation.Probe, 0.05), (LeaseOperation.Classification, 0.01), (LeaseOperation.Connection, 0.02), (LeaseOperation.Pool, 0.02),
    ];

    public static IReadOnlyList<string> MissedBy(IEnumerable<LeaseResult> results) =>
        [.. results.GroupBy(static result => result.Engine).SelectMany(static engine => MissedBy(engine.Key, [.. engine]))];

    private static IEnumerable<string> MissedBy(ServerEngine engine, LeaseResult[] results)
    {
        LeaseResult ping = results[(int)LeaseOperation.DriverPing];
        foreach ((LeaseOperation operation, double mostOfAPing) in Aims)
        {
            LeaseResult result = results[(int)operation];
            string what = $"{engine}, {LeaseOperations.NameOf(operation)}";
            double share = result.Over(ping).Middle;
            if (share > mostOfAPing)
                yield return FormattableString.Invariant($"{what}: {share:0.0%} of a ping; the aim is {mostOfAPing:0%} at most");

            if (result.Bytes > 0)
                yield return FormattableString.Invariant($"{what}: {result.Bytes:0.#} bytes; the aim is none");

            if (result.Commands > 0)
                yield return FormattableString.Invariant($"{what}: {result.Commands:0.###} server commands; the aim is none");
        }
    }
}
