using ResilientMySql.Integration.Faults;
using ResilientMySql.Integration.Queries;
using ResilientMySql.Testing;
using ResilientMySql.Testing.Faults;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Sessions;

/// <summary>What a healthy request sends, counted on the wire.</summary>
public sealed class RoundTripTests
{
    private const int Requests = 10;

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task GeneratedQuery_LeaseQueryAndReturnAreOneRequest(ServerEngine engine, CallMode mode)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(proxied.ConnectionString);
        var queries = new SampleQueries(dataSource);

        Assert.Equal(Requests, await CountAsync(proxied, async () =>
            Assert.Equal(312, mode is CallMode.Sync ? queries.GetCityId("London") : await queries.GetCityIdAsync("London"))));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task OpenCommandClose_AreOneRequestPreparedOrNot(ServerEngine engine, CallMode mode)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(proxied.ConnectionString);
        foreach (bool isPrepared in (bool[])[false, true])
        {
            Assert.Equal(Requests, await CountAsync(proxied, async () =>
            {
                await using ResilientMySqlConnection connection = dataSource.CreateConnection();
                await mode.OpenAsync(connection);
                await using ResilientMySqlCommand command = connection.CreateCommand();
                command.CommandText = "SELECT city_id FROM city WHERE city = 'London'";
                if (isPrepared)
                    await mode.PrepareAsync(command);

                Assert.Equal(312, Convert.ToInt32(await mode.ScalarAsync(command), null));
                await mode.CloseAsync(connection);
            }));
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task TransactionAtTheSessionsOwnLevel_IsNotPaidForAfterwards(ServerEngine engine, CallMode mode)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(proxied.ConnectionString);

        // SET SESSION TRANSACTION and START TRANSACTION, the statement, COMMIT.
        Assert.Equal(4 * Requests, await CountAsync(proxied, async () =>
        {
            await using ResilientMySqlConnection connection = dataSource.CreateConnection();
            await mode.OpenAsync(connection);
            await using var transaction = await mode.BeginAsync(connection);
            await mode.ExecuteAsync(connection, "UPDATE city SET city = city WHERE city_id = 1", transaction);
            await mode.CommitAsync(transaction);
            await mode.CloseAsync(connection);
        }));
        Assert.Equal(0, dataSource.GetStatistics().Resets);
    }

    /// <summary>How many requests a number of equal calls send, once everything is open and prepared.</summary>
    private static async Task<int> CountAsync(Proxied proxied, Func<Task> call)
    {
        await call();
        await call();
        int requests = 0;
        Injection counter = proxied.Proxy.Inject(new SwallowAnswer(), _ => Interlocked.Increment(ref requests) == 0);
        for (int i = 0; i < Requests; i++)
            await call();

        counter.Dispose();
        return requests;
    }
}
