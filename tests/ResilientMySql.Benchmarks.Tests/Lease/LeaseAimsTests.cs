using ResilientMySql.Benchmarks.Lease;
using ResilientMySql.TestServers;

namespace ResilientMySql.Benchmarks.Tests.Lease;

/// <summary>Which results <c>./bench lease --assert</c> fails for.</summary>
public sealed class LeaseAimsTests
{
    [Fact]
    public void Met_IsQuiet() => Assert.Empty(LeaseAims.MissedBy(Of(nanoseconds: 100, bytes: 0, commands: 0)));

    [Theory]
    [InlineData(64, 0, "64 bytes; the aim is none")]
    [InlineData(0, 2, "2 server commands; the aim is none")]
    public void BytesAndCommands_AreNamedForAll(double bytes, double commands, string expected) => Assert.Equal(
        [
            $"MySql, a look at the socket, before each call: {expected}",
            $"MySql, a look-up of what a known text does: {expected}",
            $"MySql, `ResilientMySqlConnection`, `Open` and `Close`: {expected}",
            $"MySql, the same inside: lease and return: {expected}",
        ],
        LeaseAims.MissedBy(Of(nanoseconds: 100, bytes, commands)));

    [Theory]
    [InlineData(101, 1, "a look-up of what a known text does: 1.0% of a ping; the aim is 1% at most")]
    [InlineData(201, 3, "the same inside: lease and return: 2.0% of a ping; the aim is 2% at most")]
    [InlineData(501, 4, "a look at the socket, before each call: 5.0% of a ping; the aim is 5% at most")]
    public void Time_IsNamedForThoseWhoExceedTheirs(double nanoseconds, int count, string expected)
    {
        IReadOnlyList<string> missed = LeaseAims.MissedBy(Of(nanoseconds, bytes: 0, commands: 0));

        Assert.Equal(count, missed.Count);
        Assert.Contains($"MySql, {expected}", missed);
    }

    /// <summary>Beside a ping of 10 µs, which takes a command.</summary>
    private static IEnumerable<LeaseResult> Of(double nanoseconds, double bytes, double commands) => LeaseOperations.All.Select(operation =>
        operation is LeaseOperation.DriverPing
            ? new LeaseResult(ServerEngine.MySql, operation, [new LeaseSample(10_000, 0)], 1)
            : new LeaseResult(ServerEngine.MySql, operation, [new LeaseSample(nanoseconds, bytes)], commands));
}
