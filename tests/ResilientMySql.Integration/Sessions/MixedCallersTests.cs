using ResilientMySql.Integration.Queries;
using ResilientMySql.TestServers;
using Xunit.Abstractions;

namespace ResilientMySql.Integration.Sessions;

/// <summary>Callers that block and callers that do not, on few sessions and few threads: neither starves the other.</summary>
[Collection(nameof(Timed))]
public sealed class MixedCallersTests(ITestOutputHelper output) : IDisposable
{
    private const int Rounds = 20;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly (int Workers, int Ports) _least = FewThreads();

    [SkippableTheory]
    [InlineData(ServerEngine.MariaDb, 1)]
    [InlineData(ServerEngine.MariaDb, 4)]
    [InlineData(ServerEngine.MySql, 1)]
    [InlineData(ServerEngine.MySql, 4)]
    public async Task BlockedThreadsOfTheirOwn_DoNotStarveTheOthers(ServerEngine engine, int sessions)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = Open(rented.Server, sessions);
        var queries = new SampleQueries(dataSource);

        int[] answers = await Task.WhenAll([
            .. Enumerable.Range(0, 64).Select(caller => Task.Factory.StartNew(
                () => Ask(dataSource, queries, caller), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)),
            .. Enumerable.Range(0, 200).Select(caller => AskAsync(dataSource, queries, caller)),
        ]).WaitAsync(Limit);

        Assert.All(answers, static count => Assert.Equal(Rounds, count));
        Assert.InRange(dataSource.Pool.OpenCount, 1, sessions);
    }

    /// <summary>As request handlers do that call synchronously: each blocks one of the pool's threads, which are few at first.</summary>
    [SkippableTheory]
    [InlineData(ServerEngine.MariaDb, 2)]
    [InlineData(ServerEngine.MySql, 2)]
    public async Task BlockedThreadsOfTheThreadPool_AreReleasedInTurn(ServerEngine engine, int sessions)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = Open(rented.Server, sessions);
        var queries = new SampleQueries(dataSource);
        long start = TimeProvider.System.GetTimestamp();

        int[] answers = await Task.WhenAll([
            .. Enumerable.Range(0, 16).Select(caller => Task.Run(() => Ask(dataSource, queries, caller))),
            .. Enumerable.Range(0, 100).Select(caller => Task.Run(() => AskAsync(dataSource, queries, caller))),
        ]).WaitAsync(Limit);

        output.WriteLine($"{TimeProvider.System.GetElapsedTime(start).TotalSeconds:F1} s, {ThreadPool.ThreadCount} threads");
        Assert.All(answers, static count => Assert.Equal(Rounds, count));
        Assert.InRange(dataSource.Pool.OpenCount, 1, sessions);
    }

    public void Dispose() => ThreadPool.SetMinThreads(_least.Workers, _least.Ports);

    /// <summary>As many threads as a program has that does not ask for more; returns how many it asks for usually.</summary>
    private static (int Workers, int Ports) FewThreads()
    {
        ThreadPool.GetMinThreads(out int workers, out int ports);
        ThreadPool.GetMaxThreads(out int mostWorkers, out int mostPorts);
        ThreadPool.SetMinThreads(Environment.ProcessorCount, Environment.ProcessorCount);

        // Those that it had more are retired by a limit, and stay so when the limit is gone.
        ThreadPool.SetMaxThreads(Environment.ProcessorCount, Environment.ProcessorCount);
        ThreadPool.SetMaxThreads(mostWorkers, mostPorts);
        return (workers, ports);
    }

    private static ResilientMySqlDataSource Open(TestServer server, int sessions) =>
        new(server.ConnectionString + $";Maximum Pool Size={sessions};Connection Timeout=120;Recovery Timeout=120");

    /// <summary>Half of the callers take connections, the other half run generated queries.</summary>
    private static int Ask(ResilientMySqlDataSource dataSource, SampleQueries queries, int caller)
    {
        for (int round = 0; round < Rounds; round++)
        {
            if (caller % 2 == 0)
            {
                Assert.Equal(600, queries.CountCities());
                continue;
            }

            using ResilientMySqlConnection connection = dataSource.OpenConnection();
            using var command = new ResilientMySqlCommand("SELECT COUNT(*) FROM city", connection);
            Assert.Equal(600L, command.ExecuteScalar());
        }

        return Rounds;
    }

    private static async Task<int> AskAsync(ResilientMySqlDataSource dataSource, SampleQueries queries, int caller)
    {
        for (int round = 0; round < Rounds; round++)
        {
            if (caller % 2 == 0)
            {
                Assert.Equal(600, await queries.CountCitiesAsync());
                continue;
            }

            await using ResilientMySqlConnection connection = await dataSource.OpenConnectionAsync();
            await using var command = new ResilientMySqlCommand("SELECT COUNT(*) FROM city", connection);
            Assert.Equal(600L, await command.ExecuteScalarAsync());
        }

        return Rounds;
    }
}
