using System.Data.Common;
using System.Transactions;
using MySqlConnector;
using ResilientMySql.TestServers;
using static ResilientMySql.Integration.AmbientTransactions.Scoping;

namespace ResilientMySql.Integration.AmbientTransactions;

/// <summary>Scopes in scopes, dependent transactions and other participants, as with the driver, which runs every test here too.</summary>
public sealed class JointScopeTests
{
    [SkippableTheory]
    [MemberData(nameof(ScopeCells.Parity), MemberType = typeof(ScopeCells))]
    public async Task NestedScopes_AreWhatTheySay(ServerEngine engine, CallMode mode, ScopeKind kind, Provider provider)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        string connectionString = kind.Of(rented.Server.ConnectionString);
        using (Begin(IsolationLevel.ReadCommitted))
        {
            await provider.InsertAsync(mode, connectionString);
            using (TransactionScope suppressed = Begin(IsolationLevel.ReadCommitted, TransactionScopeOption.Suppress))
            {
                await provider.InsertAsync(mode, connectionString);
                Assert.Equal(1, await rented.Server.CountAtlantisAsync());
                suppressed.Complete();
            }

            using (TransactionScope own = Begin(IsolationLevel.ReadCommitted, TransactionScopeOption.RequiresNew))
            {
                await provider.InsertAsync(mode, connectionString);
                own.Complete();
            }

            Assert.Equal(2, await rented.Server.CountAtlantisAsync());
            using TransactionScope inner = Begin(IsolationLevel.ReadCommitted);
            await provider.InsertAsync(mode, connectionString);
            inner.Complete();
        }

        Assert.Equal(2, await rented.Server.CountAtlantisAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(ScopeCells.Parity), MemberType = typeof(ScopeCells))]
    public async Task DependentTransaction_IsTheSameTransaction(ServerEngine engine, CallMode mode, ScopeKind kind, Provider provider)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        string connectionString = kind.Of(rented.Server.ConnectionString);
        using (TransactionScope scope = Begin())
        {
            await provider.InsertAsync(mode, connectionString);
            DependentTransaction dependent = Transaction.Current!.DependentClone(DependentCloneOption.BlockCommitUntilComplete);
            Task worker = Task.Run(async () =>
            {
                using (dependent)
                {
                    using (var inner = new TransactionScope(dependent, TransactionScopeAsyncFlowOption.Enabled))
                    {
                        await provider.InsertAsync(mode, connectionString);
                        inner.Complete();
                    }

                    dependent.Complete();
                }
            });
            await worker;
            scope.Complete();
        }

        Assert.Equal(2, await rented.Server.CountAtlantisAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(ScopeCells.Parity), MemberType = typeof(ScopeCells))]
    public async Task DependentTransactionNotCompleted_RollsBack(ServerEngine engine, CallMode mode, ScopeKind kind, Provider provider)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        string connectionString = kind.Of(rented.Server.ConnectionString);
        TransactionScope scope = Begin();
        using (DependentTransaction dependent = Transaction.Current!.DependentClone(DependentCloneOption.RollbackIfNotComplete))
        {
            await provider.InsertAsync(mode, connectionString);
            scope.Complete();
            Assert.Throws<TransactionAbortedException>(scope.Dispose);
        }

        Assert.Equal(0, await rented.Server.CountAtlantisAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(ScopeCells.Parity), MemberType = typeof(ScopeCells))]
    public async Task AnotherParticipant_DecidesToo(ServerEngine engine, CallMode mode, ScopeKind kind, Provider provider)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        string connectionString = kind.Of(rented.Server.ConnectionString);
        foreach (Voter voter in (Voter[])[new(agrees: true), new(agrees: false)])
        {
            TransactionScope scope = Begin();
            await provider.InsertAsync(mode, connectionString);
            Transaction.Current!.EnlistVolatile(voter, EnlistmentOptions.None);
            scope.Complete();
            if (voter.Agrees)
                scope.Dispose();
            else
                Assert.Throws<TransactionAbortedException>(scope.Dispose);

            Assert.Equal(voter.Agrees, voter.HasCommitted);
            Assert.Equal(1, await rented.Server.CountAtlantisAsync());
        }
    }
}
