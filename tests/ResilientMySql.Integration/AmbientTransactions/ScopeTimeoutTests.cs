using System.Data.Common;
using System.Diagnostics;
using System.Transactions;
using ResilientMySql.Integration.Faults;
using ResilientMySql.Testing.Faults;
using ResilientMySql.TestServers;
using static ResilientMySql.Integration.AmbientTransactions.Scoping;

namespace ResilientMySql.Integration.AmbientTransactions;

/// <summary>Scopes whose time is up, which a timer's thread rolls back in the middle of whatever happens.</summary>
[Collection(nameof(Timed))]
public sealed class ScopeTimeoutTests
{
    private const Provider Own = Provider.Resilient;

    [SkippableTheory]
    [MemberData(nameof(ScopeCells.Own), MemberType = typeof(ScopeCells))]
    public async Task WhileAStatementRuns_CutsItOff(ServerEngine engine, CallMode mode, ScopeKind kind)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        string connectionString = kind.Of(rented.Server.ConnectionString);
        TransactionScope scope = BeginShort();
        await using DbConnection connection = await Own.OpenAsync(mode, connectionString);
        long thread = await mode.ThreadOfAsync(connection);
        await mode.ExecuteAsync(connection, Insert);
        long start = Stopwatch.GetTimestamp();

        var lost = await Assert.ThrowsAsync<ResilientMySqlException>(() => mode.ScalarAsync(connection, "SELECT SLEEP(25)"));

        Assert.Equal(LossCause.Transaction, lost.Cause);
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(20), "The statement was not cut off.");
        await Assert.ThrowsAsync<TransactionAbortedException>(() => mode.ExecuteAsync(connection, Insert));
        scope.Complete();
        Assert.Throws<TransactionAbortedException>(scope.Dispose);
        Assert.Equal(0, await rented.Server.CountAtlantisAsync());

        Assert.Equal(1, await mode.ExecuteAsync(connection, Insert));
        Assert.NotEqual(thread, await mode.ThreadOfAsync(connection));
        Assert.Equal(1, await rented.Server.CountAtlantisAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(ScopeCells.Own), MemberType = typeof(ScopeCells))]
    public async Task WhileNothingHappens_TheRestDoesNotCommitByItself(ServerEngine engine, CallMode mode, ScopeKind kind)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        string connectionString = kind.Of(rented.Server.ConnectionString);
        TransactionScope scope = BeginShort();
        await using DbConnection connection = await Own.OpenAsync(mode, connectionString);
        await mode.ExecuteAsync(connection, Insert);
        await UntilEndedAsync();

        await Assert.ThrowsAsync<TransactionAbortedException>(() => mode.ExecuteAsync(connection, Insert));
        await Assert.ThrowsAnyAsync<TransactionException>(() => Own.InsertAsync(mode, connectionString));
        using (Begin(option: TransactionScopeOption.Suppress))
            Assert.Equal(1, await mode.ExecuteAsync(connection, Insert));

        Assert.Throws<TransactionAbortedException>(() =>
        {
            scope.Complete();
            scope.Dispose();
        });
        Assert.Equal(1, await rented.Server.CountAtlantisAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(ScopeCells.Own), MemberType = typeof(ScopeCells))]
    public async Task EnlistedWithoutAScope_TheRestDoesNotCommitByItself(ServerEngine engine, CallMode mode, ScopeKind kind)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(kind.Of(rented.Server.ConnectionString));
        await mode.OpenAsync(connection);
        using var transaction = new CommittableTransaction(TimeSpan.FromSeconds(2));
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        transaction.TransactionCompleted += (_, _) => ended.TrySetResult();
        connection.EnlistTransaction(transaction);
        await mode.ExecuteAsync(connection, Insert);
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(60));

        await Assert.ThrowsAsync<TransactionAbortedException>(() => mode.ExecuteAsync(connection, Insert));

        Assert.Throws<TransactionAbortedException>(transaction.Commit);
        Assert.Equal(0, await rented.Server.CountAtlantisAsync());
        Assert.Equal(1, await mode.ExecuteAsync(connection, Insert));
    }

    [SkippableTheory]
    [MemberData(nameof(ScopeCells.Own), MemberType = typeof(ScopeCells))]
    public async Task WhileTheSessionWaits_RollsBack(ServerEngine engine, CallMode mode, ScopeKind kind)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        string connectionString = kind.Of(rented.Server.ConnectionString);
        TransactionScope scope = BeginShort();
        await Own.InsertAsync(mode, connectionString);
        await UntilEndedAsync();

        Assert.Equal(0, await rented.Server.CountAtlantisAsync());
        await rented.Server.WaitUntilNobodyHoldsAsync();
        scope.Complete();
        Assert.Throws<TransactionAbortedException>(scope.Dispose);
        await Own.InsertAsync(mode, connectionString);
    }

    [SkippableTheory]
    [MemberData(nameof(ScopeCells.Own), MemberType = typeof(ScopeCells))]
    public async Task SilenceAtTheCommit_IsInDoubtAtTheDeadline(ServerEngine engine, CallMode mode, ScopeKind kind)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        TransactionScope scope = Begin();
        await Own.InsertAsync(mode, kind.Of(proxied.ConnectionString, ";Default Command Timeout=1"));
        proxied.Lose(new BlackHole(), kind is ScopeKind.Xa ? "XA COMMIT" : "COMMIT");
        scope.Complete();

        var doubt = Assert.Throws<TransactionInDoubtException>(scope.Dispose);

        var loss = Assert.IsType<ResilientMySqlException>(doubt.InnerException);
        Assert.Equal((LossCause.Commit, ExecutionOutcome.Unknown), (loss.Cause, loss.Outcome));
        proxied.Proxy.Heal();
        await proxied.Server.WaitUntilNobodyHoldsAsync();
        Assert.Equal(0, await proxied.Server.CountAtlantisAsync());
    }

    private static TransactionScope BeginShort() => new(TransactionScopeOption.Required, TimeSpan.FromSeconds(2), TransactionScopeAsyncFlowOption.Enabled);

    private static async Task UntilEndedAsync()
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Transaction.Current!.TransactionCompleted += (_, _) => ended.TrySetResult();
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }
}
