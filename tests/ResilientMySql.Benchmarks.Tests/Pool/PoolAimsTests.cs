using ResilientMySql.Benchmarks.Load;
using ResilientMySql.Benchmarks.Pool;
using ResilientMySql.Benchmarks.Servers;
using ResilientMySql.TestServers;

namespace ResilientMySql.Benchmarks.Tests.Pool;

/// <summary>Which results <c>./bench pool --assert</c> fails for.</summary>
public sealed class PoolAimsTests
{
    [Theory]
    [InlineData(1, 140, 1000)]
    [InlineData(16, 200, 1009)]
    [InlineData(8, 100, 3000)] // there is no aim for 8 callers
    public void Met_IsQuiet(int callers, double rate, long commands) => Assert.Empty(PoolAims.MissedBy([Of(callers, rate, commands)]));

    [Theory]
    [InlineData(1, 139, 1000, "MySql, sync, 1 caller: 1.39 × the default pool's requests/s; the aim is 1.4 ×")]
    [InlineData(16, 139, 1000, "MySql, sync, 16 callers: 1.39 × the default pool's requests/s; the aim is 1.4 ×")]
    [InlineData(16, 200, 1020, "MySql, sync, 16 callers: 1.020 server commands a request; the aim is 1")]
    [InlineData(16, 200, 980, "MySql, sync, 16 callers: 0.980 server commands a request; the aim is 1")]
    public void Missed_IsNamed(int callers, double rate, long commands, string expected) =>
        Assert.Equal([expected], PoolAims.MissedBy([Of(callers, rate, commands)]));

    /// <summary>The generated query's, where everybody else answers 100 requests/s.</summary>
    private static PoolResult Of(int callers, double rate, long commands) => new([
        .. PoolContenders.All.Select(contender => SeriesOf(contender, callers, contender is PoolContender.GeneratedQuery ? rate : 100, commands)),
    ]);

    private static Series SeriesOf(PoolContender contender, int callers, double rate, long commands) => new(
        new Cell(ServerEngine.MySql, CallMode.Sync, callers),
        PoolContenders.NameOf(contender),
        [
            new RoundResult
            {
                RequestsPerSecond = rate,
                P50 = TimeSpan.Zero,
                P99 = TimeSpan.Zero,
                Requests = 1000,
                Commands = new CommandCounts(CommandCounts.Counters.ToDictionary(
                    static counter => counter.Name, counter => counter.Name == CommandCounts.Commands ? commands : 0)),
            },
        ]);
}
