using MySqlConnector;
using ResilientMySql.Queries;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Queries.Streaming;

/// <summary>What becomes of a connection, a transaction and a pool while rows are being read.</summary>
public sealed class StreamLeaseTests
{
    private const int MoreThanOneRow = 1242;

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersModesAndWires), MemberType = typeof(Cells))]
    public async Task OpenOnAConnection_NothingElseRuns(ServerEngine engine, CallMode mode, WireMode wire)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection($"{rented.Server.ConnectionString};Wire={wire}");
        await mode.OpenAsync(connection);
        await using IAsyncEnumerator<City> rows = mode.Stream<CitiesFrom, City>(connection, new(1)).GetAsyncEnumerator();
        Assert.True(await rows.MoveNextAsync());

        foreach (Func<Task> other in (Func<Task>[])[
            () => mode.ScalarAsync(connection, "SELECT 1"),
            () => mode.FirstAsync<CitiesFrom, City>(connection, new(1)),
            () => mode.ExecuteAsync(connection, default(AddAtlantis)),
            () => mode.Stream<CitiesFrom, City>(connection, new(1)).CollectAsync(),
            () => mode.BeginAsync(connection),
        ])
        {
            var refused = await Assert.ThrowsAsync<InvalidOperationException>(other);
            Assert.Equal("A data reader is open on this connection: close it before running the next command, or use another connection.", refused.Message);
        }

        Assert.True(await rows.MoveNextAsync());
        Assert.Equal(2, rows.Current.CityId);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersModesAndWires), MemberType = typeof(Cells))]
    public async Task TransactionEndedUnderIt_IsRefusedUntilTheRowsAreRead(ServerEngine engine, CallMode mode, WireMode wire)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection($"{rented.Server.ConnectionString};Wire={wire}");
        await mode.OpenAsync(connection);
        var transaction = (ResilientMySqlTransaction)await mode.BeginAsync(connection);
        Assert.Equal(1, await mode.ExecuteAsync(transaction, default(AddAtlantis)));
        await using (IAsyncEnumerator<City> rows = mode.Stream<CitiesFrom, City>(transaction, new(1)).GetAsyncEnumerator())
        {
            Assert.True(await rows.MoveNextAsync());
            await Assert.ThrowsAsync<InvalidOperationException>(() => mode.CommitAsync(transaction));
        }

        await mode.CommitAsync(transaction);

        Assert.Equal(601, (await mode.Stream<CitiesFrom, City>(connection, new(1)).CollectAsync()).Count);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersModesAndWires), MemberType = typeof(Cells))]
    public async Task ConnectionClosedUnderIt_TheSessionServesTheNext(ServerEngine engine, CallMode mode, WireMode wire)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource($"{rented.Server.ConnectionString};Maximum Pool Size=1;Wire={wire}");
        long session = await mode.FirstAsync<SessionId, long>(dataSource, default);
        ResilientMySqlConnection connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        await using IAsyncEnumerator<int> rows = mode.Stream<CityPairs, int>(connection, default).GetAsyncEnumerator();
        Assert.True(await rows.MoveNextAsync());

        await mode.CloseAsync(connection);

        Assert.Equal(session, await mode.FirstAsync<SessionId, long>(dataSource, default));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersModesAndWires), MemberType = typeof(Cells))]
    public async Task PoolClearedUnderIt_TheRowsComeAndTheSessionGoes(ServerEngine engine, CallMode mode, WireMode wire)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection($"{rented.Server.ConnectionString};Wire={wire}");
        await mode.OpenAsync(connection);
        long session = await mode.FirstAsync<SessionId, long>(connection, default);
        await using (IAsyncEnumerator<City> rows = mode.Stream<CitiesFrom, City>(connection, new(599)).GetAsyncEnumerator())
        {
            Assert.True(await rows.MoveNextAsync());
            ResilientMySqlConnection.ClearPool(connection);
            Assert.True(await rows.MoveNextAsync());
            Assert.False(await rows.MoveNextAsync());
        }

        await mode.CloseAsync(connection);
        await mode.OpenAsync(connection);
        Assert.NotEqual(session, await mode.FirstAsync<SessionId, long>(connection, default));
    }

    /// <summary>An error behind the rows that were read may have ended the transaction: it is told there, and nowhere else.</summary>
    [SkippableTheory]
    [MemberData(nameof(QueryHosts.AllAndWires), MemberType = typeof(QueryHosts))]
    public async Task ErrorBehindTheRowsThatWereRead_IsToldInATransaction(ServerEngine engine, CallMode mode, QueryHost host, WireMode wire)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource($"{rented.Server.ConnectionString};Maximum Pool Size=1;Wire={wire}");
        await using HostedTarget hosted = await HostedTarget.OpenAsync(mode, host, dataSource);

        Exception? told = await Record.ExceptionAsync(() => mode.Stream<FailsLater, long>(hosted.Target, default).CollectAsync(most: 1));

        Assert.Equal(host is QueryHost.Transaction ? MoreThanOneRow : null, (told as MySqlException)?.Number);
        Assert.Equal(host is QueryHost.Transaction, told is not null);
        var whole = await Assert.ThrowsAsync<MySqlException>(() => mode.Stream<FailsLater, long>(hosted.Target, default).CollectAsync());
        Assert.Equal(MoreThanOneRow, whole.Number);
        Assert.Equal(312, (await mode.FirstAsync<CitiesFrom, City>(hosted.Target, new(312))).CityId);
    }

    /// <summary>Whoever closes a connection while its owner waits for a row must not share the link with him.</summary>
    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task ConnectionClosedElsewhereWhileARowIsDue_EndsBoth(ServerEngine engine)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Maximum Pool Size=1;Wire=Auto");
        await using ResilientMySqlConnection connection = await dataSource.OpenConnectionAsync();
        IAsyncEnumerator<long> rows = StreamRunner.EnumerateAsync<LateRow, long>(connection, new(30), default).GetAsyncEnumerator();
        Assert.True(await rows.MoveNextAsync());
        Task<bool> next = rows.MoveNextAsync().AsTask();
        Assert.False(next.IsCompleted);

        await connection.CloseAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => next);
        Assert.Equal([7, 0, 0], await StreamRunner.EnumerateAsync<LateRow, long>(dataSource, new(0), default).CollectAsync());
        Assert.Equal(2, dataSource.GetStatistics().Opened);
    }
}
