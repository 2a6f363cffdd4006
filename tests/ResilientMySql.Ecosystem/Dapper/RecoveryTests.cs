using System.Data;
using System.Data.Common;
using Dapper;
using ResilientMySql.TestServers;
using ResilientMySql.Testing;
using ResilientMySql.Testing.Faults;

namespace ResilientMySql.Ecosystem.Dapper;

/// <summary>Dapper on sessions that die: what died idle is not noticed, and what was lost is said, once.</summary>
public sealed class RecoveryTests
{
    private const string Insert = "INSERT INTO city (city, country_id) VALUES (@city, 102)";
    private const string Count = "SELECT COUNT(*) FROM city WHERE city_id > 600";

    public static TheoryData<ServerEngine, CallMode, IdleDeath> Deaths
    {
        get
        {
            var cells = new TheoryData<ServerEngine, CallMode, IdleDeath>();
            foreach (ServerEngine engine in Enum.GetValues<ServerEngine>())
            {
                foreach (CallMode mode in Enum.GetValues<CallMode>())
                {
                    cells.Add(engine, mode, IdleDeath.KillSession);
                    cells.Add(engine, mode, IdleDeath.KillServer);
                }
            }

            return cells;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Deaths))]
    public async Task DiedIdle_EveryKindOfCallGoesOn(ServerEngine engine, CallMode mode, IdleDeath death)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        TestServer server = rented.Server;
        await death.PrepareAsync(server);
        await using var dataSource = new ResilientMySqlDataSource(server.ConnectionString);
        int rehydrations = 0;
        dataSource.Rehydrated += (_, _) => rehydrations++;
        Func<DbConnection, Task>[] calls =
        [
            async connection => Assert.Equal(8, (await mode.QueryAsync<City>(connection, "SELECT city AS Name FROM city WHERE country_id = @c", new { c = 102 })).Count),
            async connection => Assert.Equal(600, await mode.ScalarAsync<int>(connection, "SELECT COUNT(*) FROM city WHERE city_id <= 600")),
            async connection => Assert.Equal(1, await mode.RunAsync(connection, Insert, new { city = "Atlantis" })),
            async connection => Assert.Equal(2, await mode.RunAsync(connection, Insert, new[] { new { city = "Avalon" }, new { city = "Ys" } })),
            async connection => Assert.Equal(600, await mode.StreamAsync<int>(connection, "SELECT city_id FROM city WHERE city_id <= 600").CountAsync()),
            async connection =>
            {
                await using SqlMapper.GridReader results = await mode.QueryMultipleAsync(connection, "SELECT 1; SELECT 2");
                Assert.Equal([1], await mode.ReadAsync<int>(results));
                Assert.Equal([2], await mode.ReadAsync<int>(results));
            },
            async connection =>
            {
                await using DbDataReader reader = await mode.OpenReaderAsync(connection, "SELECT 1");
                Assert.True(await mode.ReadAsync(reader));
            },
            async connection =>
            {
                await using DbTransaction transaction = await mode.BeginAsync(connection);
                await mode.RunAsync(connection, Insert, new { city = "Lyonesse" }, transaction);
                await mode.CommitAsync(transaction);
            },
        ];
        var connections = new List<ResilientMySqlConnection>();
        foreach (Func<DbConnection, Task> _ in calls)
        {
            ResilientMySqlConnection connection = dataSource.CreateConnection();
            await mode.OpenAsync(connection);
            Assert.Equal(600, await mode.ScalarAsync<int>(connection, "SELECT COUNT(*) FROM city"));
            connections.Add(connection);
        }

        await death.StrikeAsync(server);

        foreach ((Func<DbConnection, Task> call, ResilientMySqlConnection connection) in calls.Zip(connections))
            await call(connection);

        Assert.Equal(calls.Length, rehydrations);
        Assert.Equal(["Atlantis", "Avalon", "Lyonesse", "Ys"], (await mode.QueryAsync<string>(connections[0], "SELECT city FROM city WHERE city_id > 600")).Order());
        foreach (ResilientMySqlConnection connection in connections)
            await mode.CloseAsync(connection);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task DiedInThePool_ConnectionThatDapperOpensDoesNotNotice(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString);
        await using ResilientMySqlConnection connection = dataSource.CreateConnection();
        int first = await mode.ScalarAsync<int>(connection, "SELECT CONNECTION_ID()");
        Assert.Equal(first, await mode.ScalarAsync<int>(connection, "SELECT CONNECTION_ID()"));

        await rented.Server.KillSessionAsync(first);

        Assert.Equal(1, await mode.RunAsync(connection, Insert, new { city = "Atlantis" }));
        Assert.Equal(1, await mode.ScalarAsync<int>(connection, Count));
        Assert.NotEqual(first, await mode.ScalarAsync<int>(connection, "SELECT CONNECTION_ID()"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task DiedInATransaction_IsSaidUntilItIsRolledBackAndNothingIsThere(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await mode.OpenAsync(connection);
        DbTransaction transaction = await mode.BeginAsync(connection);
        await mode.RunAsync(connection, Insert, new { city = "Atlantis" }, transaction);

        await rented.Server.KillSessionAsync(connection.ServerThread);

        for (int i = 0; i < 2; i++)
        {
            var lost = await Assert.ThrowsAsync<ResilientMySqlException>(() => mode.RunAsync(connection, Insert, new { city = "Avalon" }, transaction));
            Assert.Equal((LossCause.Transaction, ExecutionOutcome.NotExecuted, false), (lost.Cause, lost.Outcome, lost.IsTransient));
        }

        await Assert.ThrowsAsync<ResilientMySqlException>(() => mode.CommitAsync(transaction));
        await mode.DisposeAsync(transaction);
        Assert.Equal(0, await mode.ScalarAsync<int>(connection, Count));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task AnswerLostInAList_StopsThereAndNothingRunsTwice(ServerEngine engine, CallMode mode)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using ResilientMySqlConnection connection = proxied.CreateConnection();
        await mode.OpenAsync(connection);
        proxied.Proxy.Inject(new SwallowAnswer(), static request => request.Sql?.Contains("'Atlantis'", StringComparison.Ordinal) is true);

        var lost = await Assert.ThrowsAsync<ResilientMySqlException>(() =>
            mode.RunAsync(connection, Insert, new[] { new { city = "Avalon" }, new { city = "Atlantis" }, new { city = "Ys" } }));

        Assert.Equal((LossCause.Link, ExecutionOutcome.Unknown, false), (lost.Cause, lost.Outcome, lost.IsTransient));
        Assert.Equal(["Avalon", "Atlantis"], await mode.QueryAsync<string>(connection, "SELECT city FROM city WHERE city_id > 600 ORDER BY city_id"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task CutWhileStreaming_SaysSoAndDoesNotStartAgain(ServerEngine engine, CallMode mode)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using ResilientMySqlConnection connection = proxied.CreateConnection();
        await mode.OpenAsync(connection);
        const string All = "SELECT city_id FROM city ORDER BY city_id";
        proxied.Proxy.Inject(new CutAnswerAfterRows(100), static request => request.Sql == All);
        var seen = new List<int>();

        var lost = await Assert.ThrowsAsync<ResilientMySqlException>(async () =>
        {
            await foreach (int id in mode.StreamAsync<int>(connection, All))
                seen.Add(id);
        });

        Assert.Equal(LossCause.ResultSet, lost.Cause);
        Assert.Equal(Enumerable.Range(1, seen.Count), seen);
        Assert.InRange(seen.Count, 1, 100);
        Assert.Equal(600, (await mode.QueryAsync<int>(connection, All)).Count);
    }
}
