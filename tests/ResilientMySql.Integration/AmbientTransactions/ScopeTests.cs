using System.Data.Common;
using System.Transactions;
using MySqlConnector;
using ResilientMySql.TestServers;
using static ResilientMySql.Integration.AmbientTransactions.Scoping;

namespace ResilientMySql.Integration.AmbientTransactions;

/// <summary>Scopes behave as they do with the driver, which runs every test here too.</summary>
public sealed class ScopeTests
{
    [SkippableTheory]
    [MemberData(nameof(ScopeCells.Parity), MemberType = typeof(ScopeCells))]
    public async Task Complete_Commits(ServerEngine engine, CallMode mode, ScopeKind kind, Provider provider)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        string connectionString = kind.Of(rented.Server.ConnectionString);
        using (TransactionScope scope = Begin())
        {
            await provider.InsertAsync(mode, connectionString);
            Assert.Equal(0, await rented.Server.CountAtlantisAsync());
            scope.Complete();
        }

        Assert.Equal(1, await rented.Server.CountAtlantisAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(ScopeCells.Parity), MemberType = typeof(ScopeCells))]
    public async Task NoComplete_RollsBack(ServerEngine engine, CallMode mode, ScopeKind kind, Provider provider)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        string connectionString = kind.Of(rented.Server.ConnectionString);
        using (Begin())
            await provider.InsertAsync(mode, connectionString);

        Assert.Equal(0, await rented.Server.CountAtlantisAsync());
        await provider.InsertAsync(mode, connectionString);
        Assert.Equal(1, await rented.Server.CountAtlantisAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(ScopeCells.Parity), MemberType = typeof(ScopeCells))]
    public async Task ClosedConnection_LeavesItsSessionToTheNext(ServerEngine engine, CallMode mode, ScopeKind kind, Provider provider)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        string connectionString = kind.Of(rented.Server.ConnectionString);
        var threads = new List<long>();
        using (TransactionScope scope = Begin())
        {
            for (int i = 0; i < 3; i++)
            {
                await using DbConnection connection = await provider.OpenAsync(mode, connectionString);
                threads.Add(await mode.ThreadOfAsync(connection));
                await mode.ExecuteAsync(connection, Insert);
                Assert.Equal(i + 1L, await mode.ScalarAsync(connection, "SELECT COUNT(*) FROM city WHERE city = 'Atlantis'"));
            }

            scope.Complete();
        }

        Assert.Single(threads.Distinct());
        Assert.Equal(3, await rented.Server.CountAtlantisAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(ScopeCells.Parity), MemberType = typeof(ScopeCells))]
    public async Task SecondConnectionAtOnce_IsABranchOrRefused(ServerEngine engine, CallMode mode, ScopeKind kind, Provider provider)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        string connectionString = kind.Of(rented.Server.ConnectionString);
        foreach (bool completes in (bool[])[false, true])
        {
            using TransactionScope scope = Begin(IsolationLevel.ReadCommitted);
            await using DbConnection first = await provider.OpenAsync(mode, connectionString);
            await mode.ExecuteAsync(first, Insert);
            if (kind is ScopeKind.Standard)
            {
                await Assert.ThrowsAsync<NotSupportedException>(() => provider.OpenAsync(mode, connectionString));
            }
            else
            {
                await using DbConnection second = await provider.OpenAsync(mode, connectionString);
                Assert.NotEqual(await mode.ThreadOfAsync(first), await mode.ThreadOfAsync(second));
                await mode.ExecuteAsync(second, Insert);
            }

            if (completes)
                scope.Complete();
        }

        Assert.Equal(kind is ScopeKind.Standard ? 1 : 2, await rented.Server.CountAtlantisAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(ScopeCells.Parity), MemberType = typeof(ScopeCells))]
    public async Task KindsDoNotMix(ServerEngine engine, CallMode mode, ScopeKind kind, Provider provider)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        ScopeKind other = kind is ScopeKind.Xa ? ScopeKind.Standard : ScopeKind.Xa;
        using TransactionScope scope = Begin();
        await provider.InsertAsync(mode, kind.Of(rented.Server.ConnectionString));
        await Assert.ThrowsAsync<NotSupportedException>(() => provider.OpenAsync(mode, other.Of(rented.Server.ConnectionString)));
    }

    [SkippableTheory]
    [MemberData(nameof(ScopeCells.Parity), MemberType = typeof(ScopeCells))]
    public async Task ConnectionThatOutlivesItsScope_IsPlainAgain(ServerEngine engine, CallMode mode, ScopeKind kind, Provider provider)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        string connectionString = kind.Of(rented.Server.ConnectionString);
        foreach (bool completes in (bool[])[true, false])
        {
            TransactionScope scope = Begin();
            await using DbConnection connection = await provider.OpenAsync(mode, connectionString);
            long thread = await mode.ThreadOfAsync(connection);
            await mode.ExecuteAsync(connection, Insert);
            if (completes)
                scope.Complete();

            scope.Dispose();
            Assert.Equal(thread, await mode.ThreadOfAsync(connection));
            Assert.Equal(1, await mode.ExecuteAsync(connection, Insert));
            DbTransaction transaction = await mode.BeginAsync(connection);
            await mode.ExecuteAsync(connection, Insert, transaction);
            await mode.RollbackAsync(transaction);
        }

        Assert.Equal(3, await rented.Server.CountAtlantisAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(ScopeCells.Parity), MemberType = typeof(ScopeCells))]
    public async Task Enlisting_FollowsTheRules(ServerEngine engine, CallMode mode, ScopeKind kind, Provider provider)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        string connectionString = kind.Of(rented.Server.ConnectionString);
        await using DbConnection connection = provider.Create(connectionString);
        using var transaction = new CommittableTransaction();
        using var other = new CommittableTransaction();
        Assert.Throws<InvalidOperationException>(() => connection.EnlistTransaction(transaction));
        await mode.OpenAsync(connection);
        connection.EnlistTransaction(null);

        DbTransaction open = await mode.BeginAsync(connection);
        Assert.Throws<InvalidOperationException>(() => connection.EnlistTransaction(transaction));
        await mode.RollbackAsync(open);

        connection.EnlistTransaction(transaction);
        connection.EnlistTransaction(transaction);
        await Assert.ThrowsAsync<InvalidOperationException>(() => mode.BeginAsync(connection));
        Assert.Throws<MySqlException>(() => connection.EnlistTransaction(other));
        Assert.Throws<MySqlException>(() => connection.EnlistTransaction(null));
        await mode.ExecuteAsync(connection, Insert);
        transaction.Rollback();

        Assert.Equal(0L, await mode.ScalarAsync(connection, "SELECT COUNT(*) FROM city WHERE city = 'Atlantis'"));
        connection.EnlistTransaction(other);
        await mode.ExecuteAsync(connection, Insert);
        other.Commit();
        Assert.Equal(1, await rented.Server.CountAtlantisAsync());
        await mode.ExecuteAsync(connection, Insert);
        Assert.Equal(2, await rented.Server.CountAtlantisAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(ScopeCells.Parity), MemberType = typeof(ScopeCells))]
    public async Task Enlisting_TakesTheSessionThatWaits(ServerEngine engine, CallMode mode, ScopeKind kind, Provider provider)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        string connectionString = kind.Of(rented.Server.ConnectionString);
        await using DbConnection outside = await provider.OpenAsync(mode, connectionString);
        using (TransactionScope scope = Begin())
        {
            await provider.InsertAsync(mode, connectionString);
            Assert.Equal(0L, await mode.ScalarAsync(outside, "SELECT COUNT(*) FROM city WHERE city = 'Atlantis'"));
            outside.EnlistTransaction(Transaction.Current);
            Assert.Equal(1L, await mode.ScalarAsync(outside, "SELECT COUNT(*) FROM city WHERE city = 'Atlantis'"));
            scope.Complete();
        }

        Assert.Equal(1, await rented.Server.CountAtlantisAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(ScopeCells.Parity), MemberType = typeof(ScopeCells))]
    public async Task AutoEnlistOff_StaysOutside(ServerEngine engine, CallMode mode, ScopeKind kind, Provider provider)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        using (Begin())
            await provider.InsertAsync(mode, kind.Of(rented.Server.ConnectionString, ";Auto Enlist=false"));

        Assert.Equal(1, await rented.Server.CountAtlantisAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(ScopeCells.Parity), MemberType = typeof(ScopeCells))]
    public async Task TransactionThatWasRolledBack_TakesNobodyAnyMore(ServerEngine engine, CallMode mode, ScopeKind kind, Provider provider)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        string connectionString = kind.Of(rented.Server.ConnectionString);
        TransactionScope scope = Begin();
        await provider.InsertAsync(mode, connectionString);
        Transaction.Current!.Rollback();

        await Assert.ThrowsAnyAsync<TransactionException>(() => provider.InsertAsync(mode, connectionString));

        scope.Complete();
        Assert.Throws<TransactionAbortedException>(scope.Dispose);
        Assert.Equal(0, await rented.Server.CountAtlantisAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(ScopeCells.Parity), MemberType = typeof(ScopeCells))]
    public async Task CompletedScope_TakesNobodyAnyMore(ServerEngine engine, CallMode mode, ScopeKind kind, Provider provider)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        string connectionString = kind.Of(rented.Server.ConnectionString);
        using (TransactionScope scope = Begin())
        {
            await provider.InsertAsync(mode, connectionString);
            scope.Complete();
            await Assert.ThrowsAsync<InvalidOperationException>(() => provider.InsertAsync(mode, connectionString));
        }

        Assert.Equal(1, await rented.Server.CountAtlantisAsync());
    }
}
