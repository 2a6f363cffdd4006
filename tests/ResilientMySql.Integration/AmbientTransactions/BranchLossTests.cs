using System.Data.Common;
using System.Transactions;
using ResilientMySql.Integration.Faults;
using ResilientMySql.Testing;
using ResilientMySql.Testing.Faults;
using ResilientMySql.TestServers;
using static ResilientMySql.Integration.AmbientTransactions.Scoping;

namespace ResilientMySql.Integration.AmbientTransactions;

/// <summary>Sessions that die at each point of a transaction of two branches: all or nothing, or in doubt by name.</summary>
public sealed class BranchLossTests
{
    private const Provider Own = Provider.Resilient;

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task PrepareLost_AbortsAndLeavesNothing(ServerEngine engine, CallMode mode)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        string connectionString = ScopeKind.Xa.Of(proxied.ConnectionString);
        foreach (Fault fault in (Fault[])[new DropBeforeRequest(), new SwallowAnswer()])
        {
            TransactionScope scope = await BeginTwoAsync(mode, connectionString);
            Injection lost = proxied.Lose(fault, "XA PREPARE");

            var aborted = Assert.Throws<TransactionAbortedException>(scope.Dispose);

            Assert.IsType<ResilientMySqlException>(aborted.InnerException);
            Assert.Equal(ExecutionOutcome.NotExecuted, ResilientMySqlException.OutcomeOf(aborted));
            Assert.Equal(1, lost.StrikeCount);
            await proxied.Server.WaitUntilNobodyHoldsAsync();
            Assert.Empty(await proxied.Server.PreparedBranchesAsync());
            Assert.Equal(0, await proxied.Server.CountAtlantisAsync());
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task CommitThatNeverArrived_IsDoneByName(ServerEngine engine, CallMode mode)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        TransactionScope scope = await BeginTwoAsync(mode, ScopeKind.Xa.Of(proxied.ConnectionString));
        Injection lost = proxied.Lose(new DropBeforeRequest(), "XA COMMIT");

        scope.Dispose();

        Assert.Equal(1, lost.StrikeCount);
        Assert.Empty(await proxied.Server.PreparedBranchesAsync());
        Assert.Equal(2, await proxied.Server.CountAtlantisAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task AnswerToTheCommitLost_IsInDoubtByName(ServerEngine engine, CallMode mode)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        TransactionScope scope = await BeginTwoAsync(mode, ScopeKind.Xa.Of(proxied.ConnectionString));
        Injection lost = proxied.LoseAnswer("XA COMMIT");

        var doubt = Assert.Throws<TransactionInDoubtException>(scope.Dispose);

        var loss = Assert.IsType<ResilientMySqlException>(doubt.InnerException);
        Assert.Equal((LossCause.Commit, ExecutionOutcome.Unknown), (loss.Cause, loss.Outcome));
        string xid = (await lost.Struck).Request.Sql!["XA COMMIT ".Length..];
        Assert.Contains(xid, loss.Message, StringComparison.Ordinal);
        Assert.Empty(await proxied.Server.PreparedBranchesAsync());
        Assert.Equal(2, await proxied.Server.CountAtlantisAsync());
    }

    [SkippableTheory]
    [InlineData(ServerEngine.MariaDb, "")]
    [InlineData(ServerEngine.MySql, "")]
    [InlineData(ServerEngine.MariaDb, ";Recovery=Off")]
    [InlineData(ServerEngine.MySql, ";Recovery=Off")]
    public async Task ServerOutOfReachAtTheCommit_LeavesTheBranchAndNamesIt(ServerEngine engine, string recovery)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        string connectionString = ScopeKind.Xa.Of(proxied.ConnectionString, $";Recovery Timeout=1{recovery}");
        TransactionScope scope = await BeginTwoAsync(CallMode.Async, connectionString);
        proxied.Proxy.Inject(new RefuseConnections(), times: Injection.Always);
        proxied.Lose(new DropBeforeRequest(), "XA COMMIT");

        var doubt = Assert.Throws<TransactionInDoubtException>(scope.Dispose);

        string left = Assert.Single(await proxied.Server.PreparedBranchesAsync());
        Assert.Contains(left, doubt.InnerException!.Message, StringComparison.Ordinal);
        Assert.Contains("XA RECOVER", doubt.InnerException.Message, StringComparison.Ordinal);
        Assert.Equal(1, await proxied.Server.CountAtlantisAsync());
        await proxied.Server.EndBranchesAsync("COMMIT");
        Assert.Equal(2, await proxied.Server.CountAtlantisAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task ServerOutOfReachAfterThePrepare_AbortsAndNamesWhatIsLeft(ServerEngine engine)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        TransactionScope scope = await BeginTwoAsync(CallMode.Async, ScopeKind.Xa.Of(proxied.ConnectionString, ";Recovery Timeout=1"));
        proxied.Proxy.Inject(new RefuseConnections(), times: Injection.Always);
        proxied.LoseAnswer("XA PREPARE");

        var aborted = Assert.Throws<TransactionAbortedException>(scope.Dispose);

        string left = Assert.Single(await proxied.Server.PreparedBranchesAsync());
        Assert.Contains(left, aborted.InnerException!.Message, StringComparison.Ordinal);
        await proxied.Server.EndBranchesAsync("ROLLBACK");
        Assert.Equal(0, await proxied.Server.CountAtlantisAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task OneBranchLostBeforeTheCommit_AbortsAll(ServerEngine engine)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        TransactionScope scope = await BeginTwoAsync(CallMode.Async, ScopeKind.Xa.Of(rented.Server.ConnectionString), async thread =>
        {
            using TransactionScope outside = Begin(option: TransactionScopeOption.Suppress);
            await rented.Server.KillSessionAsync(thread);
        });

        Assert.Throws<TransactionAbortedException>(scope.Dispose);

        Assert.Empty(await rented.Server.PreparedBranchesAsync());
        Assert.Equal(0, await rented.Server.CountAtlantisAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(ScopeCells.Own), MemberType = typeof(ScopeCells))]
    public async Task LostBesideAnotherParticipant_IsToldToo(ServerEngine engine, CallMode mode, ScopeKind kind)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        foreach (Voter voter in (Voter[])[new(agrees: true), new(agrees: false)])
        {
            TransactionScope scope = Begin();
            await Own.InsertAsync(mode, kind.Of(proxied.ConnectionString));
            Transaction.Current!.EnlistVolatile(voter, EnlistmentOptions.None);
            string verb = voter.Agrees ? "COMMIT" : "ROLLBACK";
            proxied.LoseAnswer(kind is ScopeKind.Xa ? $"XA {verb}" : verb);
            scope.Complete();

            if (voter.Agrees)
                Assert.Throws<TransactionInDoubtException>(scope.Dispose);
            else
                Assert.Throws<TransactionAbortedException>(scope.Dispose);

            Assert.Equal(voter.Agrees, voter.HasCommitted);
            await proxied.Server.WaitUntilNobodyHoldsAsync();
            Assert.Empty(await proxied.Server.PreparedBranchesAsync());
            Assert.Equal(1, await proxied.Server.CountAtlantisAsync());
        }
    }

    /// <summary>A completed scope with two branches, still to be disposed of.</summary>
    private static async Task<TransactionScope> BeginTwoAsync(CallMode mode, string connectionString, Func<long, Task>? afterwards = null)
    {
        TransactionScope scope = Begin(IsolationLevel.ReadCommitted);
        await using DbConnection first = await Own.OpenAsync(mode, connectionString);
        await using DbConnection second = await Own.OpenAsync(mode, connectionString);
        await mode.ExecuteAsync(first, Insert);
        await mode.ExecuteAsync(second, Insert);
        if (afterwards is not null)
            await afterwards(await mode.ThreadOfAsync(second));

        scope.Complete();
        return scope;
    }
}
