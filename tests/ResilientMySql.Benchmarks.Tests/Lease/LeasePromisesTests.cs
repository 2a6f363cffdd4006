using ResilientMySql.Benchmarks.Lease;
using ResilientMySql.TestServers;

namespace ResilientMySql.Benchmarks.Tests.Lease;

/// <summary>Which results <c>./bench lease --assert</c> fails for.</summary>
public sealed class LeasePromisesTests
{
    [Fact]
    public void Kept_IsQuiet() => Assert.Empty(LeasePromises.BrokenBy(Of(nanoseconds: 200, bytes: 0, commands: 0)));

    [Theory]
    [InlineData(201, 0, 0, "2.0% of a ping; promised are 2% at most")]
    [InlineData(100, 64, 0, "64 bytes; promised is none")]
    [InlineData(100, 0, 2, "2 server commands; promised is none")]
    public void Broken_IsNamedForConnectionAndPool(double nanoseconds, double bytes, double commands, string expected) =>
        Assert.Equal(
            [$"MySql, `ResilientMySqlConnection`, `Open` and `Close`: {expected}", $"MySql, the same inside: lease and return: {expected}"],
            LeasePromises.BrokenBy(Of(nanoseconds, bytes, commands)));

    /// <summary>Beside a ping of 10 µs, which takes a command.</summary>
    private static IEnumerable<LeaseResult> Of(double nanoseconds, double bytes, double commands) => LeaseOperations.All.Select(operation =>
        operation is LeaseOperation.DriverPing
            ? new LeaseResult(ServerEngine.MySql, operation, [new LeaseSample(10_000, 0)], 1)
            : new LeaseResult(ServerEngine.MySql, operation, [new LeaseSample(nanoseconds, bytes)], commands));
}
