using ResilientMySql.TestServers;

namespace ResilientMySql.Benchmarks.Lease;

/// <summary>What is promised of lease and return, held against what was measured.</summary>
internal static class LeasePromises
{
    private const double MostOfAPing = 0.02;

    private static readonly LeaseOperation[] Promised = [LeaseOperation.Connection, LeaseOperation.Pool];

    public static IReadOnlyList<string> BrokenBy(IEnumerable<LeaseResult> results) =>
        [.. results.GroupBy(static result => result.Engine).SelectMany(static engine => BrokenBy(engine.Key, [.. engine]))];

    private static IEnumerable<string> BrokenBy(ServerEngine engine, LeaseResult[] results)
    {
        LeaseResult ping = results[(int)LeaseOperation.DriverPing];
        foreach (LeaseResult result in Promised.Select(operation => results[(int)operation]))
        {
            string what = $"{engine}, {LeaseOperations.NameOf(result.Operation)}";
            double share = result.Over(ping).OfMedians;
            if (share > MostOfAPing)
                yield return FormattableString.Invariant($"{what}: {share:0.0%} of a ping; promised are {MostOfAPing:0%} at most");

            if (result.Bytes > 0)
                yield return FormattableString.Invariant($"{what}: {result.Bytes:0.#} bytes; promised is none");

            if (result.Commands > 0)
                yield return FormattableString.Invariant($"{what}: {result.Commands:0.###} server commands; promised is none");
        }
    }
}
