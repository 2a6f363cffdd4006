using ResilientMySql.Integration.Faults;
using ResilientMySql.Queries;
using ResilientMySql.TestServers;
using ResilientMySql.Testing;
using ResilientMySql.Testing.Faults;

namespace ResilientMySql.Integration.Queries.Bulk;

/// <summary>A session that dies under a bulk insert leaves all rows or none, and says which it can.</summary>
public sealed class BulkLossTests
{
    private const int Many = 3_000;

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task AnswerToTheCommitIsLost_AllAreThereAndNobodyKnows(ServerEngine engine, CallMode mode)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using BulkTable table = await BulkTable.CreateForSmallPacketsAsync(proxied.Server);
        await using ResilientMySqlConnection connection = proxied.CreateConnection();
        await mode.OpenAsync(connection);
        proxied.LoseAnswerTo("COMMIT");

        var lost = await Assert.ThrowsAsync<ResilientMySqlException>(() => mode.InsertAsync(connection, new AddCities(BulkCalling.Cities(Many))));

        Assert.Equal((LossCause.Commit, ExecutionOutcome.Unknown), (lost.Cause, lost.Outcome));
        Assert.Equal(Many, QueryRunner.First<CountBulk, long>(connection, default));
        Assert.Equal(1, await mode.InsertAsync(connection, new AddCities([new("Bulk'x", 102)])));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task SessionDiesInTheMidst_NoneIsThereAndTheConnectionGoesOn(ServerEngine engine, CallMode mode)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using BulkTable table = await BulkTable.CreateForSmallPacketsAsync(proxied.Server);
        await using ResilientMySqlConnection connection = proxied.CreateConnection();
        await mode.OpenAsync(connection);
        int inserts = 0;
        proxied.Proxy.Inject(
            new SwallowAnswer(), request => request.Sql?.StartsWith(AddCities.Head, StringComparison.Ordinal) is true && Interlocked.Increment(ref inserts) == 2);

        var lost = await Assert.ThrowsAsync<ResilientMySqlException>(() => mode.InsertAsync(connection, new AddCities(BulkCalling.Cities(Many))));

        Assert.Equal((LossCause.Transaction, ExecutionOutcome.NotExecuted), (lost.Cause, lost.Outcome));
        Assert.Equal(0L, QueryRunner.First<CountBulk, long>(connection, default));
        Assert.Equal(Many, await mode.InsertAsync(connection, new AddCities(BulkCalling.Cities(Many))));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task AnswerToASingleStatementIsLost_OutcomeIsUnknownAndItRanOnce(ServerEngine engine, CallMode mode)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using BulkTable table = await BulkTable.CreateForSmallPacketsAsync(proxied.Server);
        await using var dataSource = new ResilientMySqlDataSource(proxied.ConnectionString);
        Injection swallowed = proxied.Proxy.Inject(
            new SwallowAnswer(), static request => request.Sql?.StartsWith(AddCities.Head, StringComparison.Ordinal) is true, Injection.Always);

        var lost = await Assert.ThrowsAsync<ResilientMySqlException>(() => mode.InsertAsync(dataSource, new AddCities(BulkCalling.Cities(10))));

        Assert.Equal((1, LossCause.Link, ExecutionOutcome.Unknown), (swallowed.StrikeCount, lost.Cause, lost.Outcome));
        Assert.Equal(10L, QueryRunner.First<CountBulk, long>(dataSource, default));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.Deaths), MemberType = typeof(Cells))]
    public async Task SessionDiedIdle_InsertsAllTheSame(ServerEngine engine, CallMode mode, IdleDeath death)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using BulkTable table = await BulkTable.CreateForSmallPacketsAsync(rented.Server);
        await death.PrepareAsync(rented.Server);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await mode.OpenAsync(connection);
        await mode.InsertAsync(connection, new AddCities(BulkCalling.Cities(1)));

        await death.StrikeAsync(rented.Server);

        Assert.Equal(Many, await mode.InsertAsync(connection, new AddCities(BulkCalling.Cities(Many))));
        Assert.Equal(Many + 1, QueryRunner.First<CountBulk, long>(connection, default));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task CancelledInTheMidst_NoneIsThereAndTheConnectionGoesOn(ServerEngine engine)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using BulkTable table = await BulkTable.CreateForSmallPacketsAsync(proxied.Server);
        await using ResilientMySqlConnection connection = proxied.CreateConnection();
        await connection.OpenAsync();
        using var cancellation = new CancellationTokenSource();
        int inserts = 0;
        Injection delayed = proxied.Proxy.Inject(
            new Delay(TimeSpan.FromSeconds(1)), request => request.Sql?.StartsWith(AddCities.Head, StringComparison.Ordinal) is true && Interlocked.Increment(ref inserts) == 2);

        Task<int> inserting = CallMode.Async.InsertAsync(connection, new AddCities(BulkCalling.Cities(Many)), cancellation.Token);
        await delayed.Struck;
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => inserting);
        Assert.Equal(0L, QueryRunner.First<CountBulk, long>(connection, default));
        Assert.Equal(1, await CallMode.Async.InsertAsync(connection, new AddCities(BulkCalling.Cities(1))));
    }
}
