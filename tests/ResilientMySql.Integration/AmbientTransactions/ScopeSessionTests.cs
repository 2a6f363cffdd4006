using System.Data.Common;
using System.Transactions;
using ResilientMySql.Integration.Queries;
using ResilientMySql.TestServers;
using static ResilientMySql.Integration.AmbientTransactions.Scoping;

namespace ResilientMySql.Integration.AmbientTransactions;

/// <summary>Whose the sessions of a scope are, and when.</summary>
public sealed class ScopeSessionTests
{
    private const Provider Own = Provider.Resilient;

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task EnlistedWithStateOfItsOwn_KeepsIt(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await mode.OpenAsync(connection);
        await mode.ChangeDatabaseAsync(connection, "information_schema");
        using TransactionScope scope = Begin();
        await using (var other = new ResilientMySqlConnection(rented.Server.ConnectionString))
        {
            await mode.OpenAsync(other);
            await mode.CloseAsync(other);
        }

        connection.EnlistTransaction(Transaction.Current);

        Assert.Equal("information_schema", await mode.ScalarAsync(connection, "SELECT DATABASE()"));
        scope.Complete();
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task SessionOfAScope_IsNobodyElsesUntilItEnds(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        string connectionString = ScopeKind.Xa.Of(rented.Server.ConnectionString);
        long inside;
        using (TransactionScope scope = Begin())
        {
            await using (DbConnection connection = await Own.OpenAsync(mode, connectionString))
                inside = await mode.ThreadOfAsync(connection);

            using (Begin(option: TransactionScopeOption.Suppress))
            {
                await using DbConnection outside = await Own.OpenAsync(mode, connectionString);
                Assert.NotEqual(inside, await mode.ThreadOfAsync(outside));
            }

            scope.Complete();
        }

        await using DbConnection later = await Own.OpenAsync(mode, connectionString);
        Assert.Equal(inside, await mode.ThreadOfAsync(later));
    }

    [SkippableTheory]
    [MemberData(nameof(ScopeCells.Own), MemberType = typeof(ScopeCells))]
    public async Task PoolOfOneSession_ServesScopeAfterScope(ServerEngine engine, CallMode mode, ScopeKind kind)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        string connectionString = kind.Of(rented.Server.ConnectionString, ";Maximum Pool Size=1;Connection Timeout=10");
        for (int i = 0; i < 4; i++)
        {
            using TransactionScope scope = Begin();
            await Own.InsertAsync(mode, connectionString);
            await Own.InsertAsync(mode, connectionString);
            if (i % 2 == 0)
                scope.Complete();
        }

        await Own.InsertAsync(mode, connectionString);
        Assert.Equal(5, await rented.Server.CountAtlantisAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(ScopeCells.Own), MemberType = typeof(ScopeCells))]
    public async Task StateOfTheSession_IsTheScopesToo(ServerEngine engine, CallMode mode, ScopeKind kind)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        string connectionString = kind.Of(rented.Server.ConnectionString, ";Allow User Variables=true");
        using (TransactionScope scope = Begin())
        {
            await using (DbConnection first = await Own.OpenAsync(mode, connectionString))
            {
                await mode.ExecuteAsync(first, "SET @note = 'left here'");
                await mode.ExecuteAsync(first, Insert);
            }

            await using DbConnection second = await Own.OpenAsync(mode, connectionString);
            Assert.Equal("left here", await mode.ScalarAsync(second, "SELECT @note"));
            Assert.NotEqual(0UL, await mode.ScalarAsync(second, "SELECT LAST_INSERT_ID()"));
            scope.Complete();
        }

        await using DbConnection later = await Own.OpenAsync(mode, connectionString);
        Assert.Equal(DBNull.Value, await mode.ScalarAsync(later, "SELECT @note"));
    }

    [SkippableTheory]
    [MemberData(nameof(ScopeCells.Own), MemberType = typeof(ScopeCells))]
    public async Task GeneratedQueries_RunInTheScope(ServerEngine engine, CallMode mode, ScopeKind kind)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(kind.Of(rented.Server.ConnectionString));
        var queries = new SampleQueries(dataSource);
        foreach (bool completes in (bool[])[false, true])
        {
            using TransactionScope scope = Begin(IsolationLevel.ReadCommitted);
            await using (ResilientMySqlConnection connection = dataSource.CreateConnection())
            {
                await mode.OpenAsync(connection);
                await mode.ExecuteAsync(connection, Insert);
                if (kind is ScopeKind.Standard)
                    Assert.Throws<NotSupportedException>(() => queries.CountCities());
                else
                    await AddAsync(mode, queries);
            }

            await AddAsync(mode, queries);
            Assert.Equal(0, await rented.Server.CountAtlantisAsync());
            if (completes)
                scope.Complete();
        }

        Assert.Equal(kind is ScopeKind.Standard ? 2 : 3, await rented.Server.CountAtlantisAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task ManyBranchesAtOnce_AreOneTransaction(ServerEngine engine)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        string connectionString = ScopeKind.Xa.Of(rented.Server.ConnectionString);
        foreach (bool completes in (bool[])[false, true])
        {
            using TransactionScope scope = Begin(IsolationLevel.ReadCommitted);
            await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => Own.InsertAsync(i % 2 == 0 ? CallMode.Sync : CallMode.Async, connectionString))));
            if (completes)
                scope.Complete();
        }

        Assert.Equal(8, await rented.Server.CountAtlantisAsync());
        Assert.Empty(await rented.Server.PreparedBranchesAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task TransactionInText_IsNotCommittedByJoining(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        using var transaction = new CommittableTransaction();
        await using DbConnection connection = await Own.OpenAsync(mode, ScopeKind.Standard.Of(rented.Server.ConnectionString));
        await mode.ExecuteAsync(connection, "BEGIN");
        await mode.ExecuteAsync(connection, Insert);

        Assert.Throws<InvalidOperationException>(() => connection.EnlistTransaction(transaction));

        await mode.ExecuteAsync(connection, "ROLLBACK");
        Assert.Equal(0, await rented.Server.CountAtlantisAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task DeadlockInABranch_Aborts(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        string connectionString = ScopeKind.Xa.Of(rented.Server.ConnectionString);
        await using DbConnection other = await Own.OpenAsync(CallMode.Async, connectionString);
        TransactionScope scope = Begin(IsolationLevel.ReadCommitted);
        await using DbConnection connection = await Own.OpenAsync(mode, connectionString);
        await mode.ExecuteAsync(connection, "UPDATE city SET city = 'Atlantis' WHERE city_id = 1");

        // The heavier transaction wins; reading the whole table, it would wait for the first row at once.
        DbTransaction heavy = await other.BeginTransactionAsync();
        await CallMode.Async.ExecuteAsync(other, "UPDATE city FORCE INDEX (PRIMARY) SET city = CONCAT(city, '!') WHERE city_id BETWEEN 2 AND 100", heavy);
        Task waiting = CallMode.Async.ExecuteAsync(other, "UPDATE city SET city = CONCAT(city, '!') WHERE city_id = 1", heavy);
        var deadlock = await Assert.ThrowsAnyAsync<DbException>(() => mode.ExecuteAsync(connection, "UPDATE city SET city = 'Atlantis' WHERE city_id = 2"));
        await waiting;
        await heavy.RollbackAsync();
        scope.Complete();

        Assert.Throws<TransactionAbortedException>(scope.Dispose);

        Assert.Equal(1213, Assert.IsType<MySqlConnector.MySqlException>(deadlock).Number);
        Assert.Equal(0, await rented.Server.CountAtlantisAsync());
        Assert.Equal(1, await mode.ExecuteAsync(connection, Insert));
    }

    private static async Task AddAsync(CallMode mode, SampleQueries queries)
    {
        if (mode is CallMode.Sync)
            queries.AddCity("Atlantis", 102);
        else
            await queries.AddCityAsync("Atlantis", 102);
    }
}
