using System.Data.Common;
using MySqlConnector;
using ResilientMySql.Integration.Faults;
using ResilientMySql.Integration.Queries;
using ResilientMySql.TestServers;
using ResilientMySql.Testing;
using ResilientMySql.Testing.Faults;

namespace ResilientMySql.Integration.Recovery;

/// <summary>
/// The server runs a statement and its answer never arrives: the moment at which writes are doubled. What ran is never run
/// again, and never reported as not run.
/// </summary>
public sealed class LostAnswerTests
{
    private const string Insert = "INSERT INTO city (city, country_id) VALUES ('Atlantis', 102)";

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task Write_IsOfUnknownOutcomeAndThereOnce(ServerEngine engine, CallMode mode)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using ResilientMySqlConnection connection = proxied.CreateConnection();
        await mode.OpenAsync(connection);
        proxied.LoseAnswerTo(Insert);

        ResilientMySqlException lost = await Assert.ThrowsAsync<ResilientMySqlException>(() => mode.ExecuteAsync(connection, Insert));

        Assert.Equal((LossCause.Link, ExecutionOutcome.Unknown, false), (lost.Cause, lost.Outcome, lost.IsTransient));
        Assert.Equal(1, await proxied.CountAtlantisAsync());
        Assert.Equal(1L, await mode.ScalarAsync(connection, "SELECT COUNT(*) FROM city WHERE city = 'Atlantis'"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task FirstOpenThatLosesItsLink_SaysThatItCouldNotConnect(ServerEngine engine, CallMode mode)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using ResilientMySqlConnection connection = proxied.CreateConnection();
        Injection injection = proxied.Proxy.Inject(new SwallowAnswer(), static request => request.Sql?.Contains("@@autocommit", StringComparison.Ordinal) ?? false);

        MySqlException refused = await Assert.ThrowsAsync<MySqlException>(() => mode.OpenAsync(connection));

        await injection.Struck;
        Assert.Equal((MySqlErrorCode.UnableToConnectToHost, true), (refused.ErrorCode, refused.InnerException is not null));
        await mode.OpenAsync(connection);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task WriteThatNeverArrived_IsOfUnknownOutcomeToo(ServerEngine engine, CallMode mode)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using ResilientMySqlConnection connection = proxied.CreateConnection();
        await mode.OpenAsync(connection);
        proxied.Proxy.Inject(new DropBeforeRequest(), request => request.Sql == Insert);

        ResilientMySqlException lost = await Assert.ThrowsAsync<ResilientMySqlException>(() => mode.ExecuteAsync(connection, Insert));

        Assert.Equal(ExecutionOutcome.Unknown, lost.Outcome);
        Assert.Equal(0, await proxied.CountAtlantisAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task Read_RunsOnceMoreAndNotAThirdTime(ServerEngine engine, CallMode mode)
    {
        const string Read = "SELECT COUNT(*) FROM city";
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using ResilientMySqlConnection connection = proxied.CreateConnection();
        await mode.OpenAsync(connection);

        Injection once = proxied.LoseAnswerTo(Read);
        Assert.Equal(600L, await mode.ScalarAsync(connection, Read));
        await once.Struck;

        proxied.LoseAnswerTo(Read, times: 2);
        ResilientMySqlException lost = await Assert.ThrowsAsync<ResilientMySqlException>(() => mode.ScalarAsync(connection, Read));
        Assert.Equal((LossCause.Link, ExecutionOutcome.Unknown), (lost.Cause, lost.Outcome));
        Assert.Equal(600L, await mode.ScalarAsync(connection, Read));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task Commit_IsUnknownAndOver(ServerEngine engine, CallMode mode)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using ResilientMySqlConnection connection = proxied.CreateConnection();
        await mode.OpenAsync(connection);
        DbTransaction transaction = await mode.BeginAsync(connection);
        await mode.ExecuteAsync(connection, Insert, transaction);
        proxied.LoseAnswerTo("commit");

        ResilientMySqlException lost = await Assert.ThrowsAsync<ResilientMySqlException>(() => mode.CommitAsync(transaction));

        Assert.Equal((LossCause.Commit, ExecutionOutcome.Unknown, "08007"), (lost.Cause, lost.Outcome, lost.SqlState));
        await Assert.ThrowsAsync<InvalidOperationException>(() => mode.CommitAsync(transaction));
        await mode.DisposeAsync(transaction);
        Assert.Equal(1L, await mode.ScalarAsync(connection, "SELECT COUNT(*) FROM city WHERE city = 'Atlantis'"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task StatementInTransaction_TransactionIsLostAndNothingIsThere(ServerEngine engine, CallMode mode)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using ResilientMySqlConnection connection = proxied.CreateConnection();
        await mode.OpenAsync(connection);
        DbTransaction transaction = await mode.BeginAsync(connection);
        proxied.LoseAnswerTo(Insert);

        ResilientMySqlException lost = await Assert.ThrowsAsync<ResilientMySqlException>(() => mode.ExecuteAsync(connection, Insert, transaction));

        Assert.Equal((LossCause.Transaction, ExecutionOutcome.NotExecuted), (lost.Cause, lost.Outcome));
        await mode.RollbackAsync(transaction);
        Assert.Equal(0L, await mode.ScalarAsync(connection, "SELECT COUNT(*) FROM city WHERE city = 'Atlantis'"));
    }

    public static TheoryData<ServerEngine, string, string, LossCause> Contexts
    {
        get
        {
            var cells = new TheoryData<ServerEngine, string, string, LossCause>();
            foreach (ServerEngine engine in Enum.GetValues<ServerEngine>())
            {
                cells.Add(engine, "SELECT GET_LOCK('resilient', 0)", Insert, LossCause.SessionState);
                cells.Add(engine, "INSERT INTO country (country) VALUES ('Nowhere')", "INSERT INTO city (city, country_id) VALUES ('Atlantis', LAST_INSERT_ID())", LossCause.OneShotState);
                cells.Add(engine, $"BEGIN; {Insert}", "COMMIT", LossCause.Commit);
                cells.Add(engine, $"START TRANSACTION;{Insert}", "CREATE TABLE extra (a INT)", LossCause.Commit);
            }

            return cells;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Contexts))]
    public async Task WriteThatRan_IsNeverCalledNotExecuted(ServerEngine engine, string before, string statement, LossCause cause)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using ResilientMySqlConnection connection = proxied.CreateConnection();
        await connection.OpenAsync();
        await CallMode.Async.ExecuteAsync(connection, before);
        proxied.LoseAnswerTo(statement);

        ResilientMySqlException lost = await Assert.ThrowsAsync<ResilientMySqlException>(() => CallMode.Async.ExecuteAsync(connection, statement));

        Assert.Equal((cause, ExecutionOutcome.Unknown), (lost.Cause, lost.Outcome));
        Assert.Equal(1, await proxied.CountAtlantisAsync());
        await proxied.Server.ExecuteAsync($"DROP TABLE IF EXISTS {proxied.Server.Database}.extra");
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task GeneratedStatements_KeepTheSamePromises(ServerEngine engine)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(proxied.ConnectionString);
        var queries = new SampleQueries(dataSource);
        Assert.Equal(312, queries.GetCityId("London"));

        proxied.Proxy.Inject(new SwallowAnswer(), static request => request.Command is ServerCommand.Execute);
        Assert.Equal(312, queries.GetCityId("London"));

        proxied.Proxy.Inject(new SwallowAnswer(), static request => request.Command is ServerCommand.Execute);
        var lost = Assert.Throws<ResilientMySqlException>(() => queries.AddCity("Atlantis", 102));
        Assert.Equal((LossCause.Link, ExecutionOutcome.Unknown), (lost.Cause, lost.Outcome));
        Assert.Equal(1, await proxied.CountAtlantisAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task SessionsThatDieAsSoonAsTheyAreOpen_AreNotReplacedForEver(ServerEngine engine)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(proxied.ConnectionString + ";Recovery Timeout=1");
        await using ResilientMySqlConnection connection = await dataSource.OpenConnectionAsync();
        proxied.Proxy.Inject(new DropBeforeRequest(), static request => request.Sql == "SELECT COUNT(*) FROM city", Injection.Always);
        long before = proxied.Proxy.Counters.Connections;

        await Assert.ThrowsAsync<ResilientMySqlException>(() => CallMode.Async.ScalarAsync(connection, "SELECT COUNT(*) FROM city"));

        Assert.InRange(proxied.Proxy.Counters.Connections - before, 0, 2);
    }
}
