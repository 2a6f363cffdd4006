using ResilientMySql.Benchmarks.Load;
using ResilientMySql.TestServers;

namespace ResilientMySql.Benchmarks.Lease;

/// <summary>What one operation costs on one server; medians over the batches.</summary>
/// <param name="Engine">The server.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Samples">One for each batch; the batches of all operations alternate.</param>
/// <param name="Commands">How many commands the server counted, for each operation.</param>
internal sealed record LeaseResult(ServerEngine Engine, LeaseOperation Operation, IReadOnlyList<LeaseSample> Samples, double Commands)
{
    public double Nanoseconds => Samples.Select(static sample => sample.Nanoseconds).Median();

    public double Bytes => Samples.Select(static sample => sample.Bytes).Median();

    public Ratio Over(LeaseResult other) => Ratio.Of(
        Nanoseconds / other.Nanoseconds, Samples.Zip(other.Samples, static (mine, its) => mine.Nanoseconds / its.Nanoseconds));
}
