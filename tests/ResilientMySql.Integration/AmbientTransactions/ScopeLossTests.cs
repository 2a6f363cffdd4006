using System.Data.Common;
using System.Transactions;
using ResilientMySql.Integration.Faults;
using ResilientMySql.Testing;
using ResilientMySql.Testing.Faults;
using ResilientMySql.TestServers;
using static ResilientMySql.Integration.AmbientTransactions.Scoping;

namespace ResilientMySql.Integration.AmbientTransactions;

/// <summary>A session that dies at each point of a scope with one session: the scope ends as the server has it, or says that it cannot know.</summary>
public sealed class ScopeLossTests
{
    private const Provider Own = Provider.Resilient;

    [SkippableTheory]
    [MemberData(nameof(ScopeCells.Own), MemberType = typeof(ScopeCells))]
    public async Task DeadBeforeTheScope_NobodyNotices(ServerEngine engine, CallMode mode, ScopeKind kind)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        string connectionString = kind.Of(rented.Server.ConnectionString);
        await Own.InsertAsync(mode, connectionString);
        await using DbConnection early = await Own.OpenAsync(mode, connectionString);
        await Own.InsertAsync(mode, connectionString);
        await rented.Server.KillAllSessionsAsync();

        using (TransactionScope scope = Begin())
        {
            await Own.InsertAsync(mode, connectionString);
            scope.Complete();
        }

        using (TransactionScope scope = Begin())
        {
            early.EnlistTransaction(Transaction.Current);
            await mode.ExecuteAsync(early, Insert);
            scope.Complete();
        }

        Assert.Equal(4, await rented.Server.CountAtlantisAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(ScopeCells.Own), MemberType = typeof(ScopeCells))]
    public async Task AnswerToTheBeginLost_BeginsAgain(ServerEngine engine, CallMode mode, ScopeKind kind)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        string connectionString = kind.Of(proxied.ConnectionString);
        Injection lost = proxied.LoseAnswer(kind is ScopeKind.Xa ? "XA START" : "START TRANSACTION");
        using (TransactionScope scope = Begin())
        {
            await Own.InsertAsync(mode, connectionString);
            scope.Complete();
        }

        Assert.Equal(1, lost.StrikeCount);
        Assert.Equal(1, await proxied.Server.CountAtlantisAsync());
        Assert.Empty(await proxied.Server.PreparedBranchesAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(ScopeCells.Own), MemberType = typeof(ScopeCells))]
    public async Task LostInside_ResettingDoesNotLetTheRestCommit(ServerEngine engine, CallMode mode, ScopeKind kind)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        TransactionScope scope = Begin();
        await using var connection = new ResilientMySqlConnection(kind.Of(rented.Server.ConnectionString));
        await mode.OpenAsync(connection);
        await mode.ExecuteAsync(connection, Insert);
        using (Begin(option: TransactionScopeOption.Suppress))
            await rented.Server.KillAllSessionsAsync();
        await AssertTransactionLostAsync(() => mode.ExecuteAsync(connection, Insert));

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await connection.ResetConnectionAsync());

        await AssertTransactionLostAsync(() => mode.ExecuteAsync(connection, Insert));
        scope.Complete();
        Assert.Throws<TransactionAbortedException>(scope.Dispose);
        Assert.Equal(0, await rented.Server.CountAtlantisAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(ScopeCells.Own), MemberType = typeof(ScopeCells))]
    public async Task AnswerToAStatementLost_NothingMoreRunsAndTheScopeAborts(ServerEngine engine, CallMode mode, ScopeKind kind)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        string connectionString = kind.Of(proxied.ConnectionString);
        TransactionScope scope = Begin();
        await using (DbConnection connection = await Own.OpenAsync(mode, connectionString))
        {
            await mode.ExecuteAsync(connection, "INSERT INTO city (city, country_id) VALUES ('Atlantis', 1)");
            proxied.LoseAnswer(Insert);
            await AssertTransactionLostAsync(() => mode.ExecuteAsync(connection, Insert));
            await AssertTransactionLostAsync(() => mode.ExecuteAsync(connection, Insert));
            await AssertTransactionLostAsync(() => mode.ScalarAsync(connection, "SELECT 1"));
        }

        await AssertTransactionLostAsync(() => Own.InsertAsync(mode, connectionString));
        scope.Complete();
        var aborted = Assert.Throws<TransactionAbortedException>(scope.Dispose);

        AssertLoss(LossCause.Transaction, ExecutionOutcome.NotExecuted, aborted.InnerException);
        Assert.Equal(0, await proxied.Server.CountAtlantisAsync());
        await Own.InsertAsync(mode, connectionString);
        Assert.Equal(1, await proxied.Server.CountAtlantisAsync());
    }

    public static TheoryData<ServerEngine, CallMode, ScopeKind, IdleDeath> Deaths
    {
        get
        {
            var cells = new TheoryData<ServerEngine, CallMode, ScopeKind, IdleDeath>();
            foreach (ServerEngine engine in Enum.GetValues<ServerEngine>())
                foreach (CallMode mode in Enum.GetValues<CallMode>())
                    foreach (ScopeKind kind in Enum.GetValues<ScopeKind>())
                        foreach (IdleDeath death in (IdleDeath[])[IdleDeath.KillSession, IdleDeath.KillServer])
                            cells.Add(engine, mode, kind, death);

            return cells;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Deaths))]
    public async Task DiedBeforeTheCommit_Aborts(ServerEngine engine, CallMode mode, ScopeKind kind, IdleDeath death)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await death.PrepareAsync(rented.Server);
        string connectionString = kind.Of(rented.Server.ConnectionString);
        TransactionScope scope = Begin();
        await Own.InsertAsync(mode, connectionString);
        using (Begin(option: TransactionScopeOption.Suppress))
            await death.StrikeAsync(rented.Server);

        scope.Complete();
        var aborted = Assert.Throws<TransactionAbortedException>(scope.Dispose);

        AssertLoss(LossCause.Transaction, ExecutionOutcome.NotExecuted, aborted.InnerException);
        Assert.Equal(0, await rented.Server.CountAtlantisAsync());
        await Own.InsertAsync(mode, connectionString);
    }

    [SkippableTheory]
    [MemberData(nameof(Deaths))]
    public async Task DiedBeforeTheRollback_IsQuiet(ServerEngine engine, CallMode mode, ScopeKind kind, IdleDeath death)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await death.PrepareAsync(rented.Server);
        string connectionString = kind.Of(rented.Server.ConnectionString);
        using (Begin())
        {
            await Own.InsertAsync(mode, connectionString);
            using TransactionScope outside = Begin(option: TransactionScopeOption.Suppress);
            await death.StrikeAsync(rented.Server);
        }

        Assert.Equal(0, await rented.Server.CountAtlantisAsync());
        await Own.InsertAsync(mode, connectionString);
        Assert.Equal(1, await rented.Server.CountAtlantisAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(ScopeCells.Own), MemberType = typeof(ScopeCells))]
    public async Task CommitLost_IsInDoubt(ServerEngine engine, CallMode mode, ScopeKind kind)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        string connectionString = kind.Of(proxied.ConnectionString);
        long expected = 0;
        foreach (Fault fault in (Fault[])[new DropBeforeRequest(), new SwallowAnswer()])
        {
            TransactionScope scope = Begin();
            await Own.InsertAsync(mode, connectionString);
            Injection lost = proxied.Lose(fault, kind is ScopeKind.Xa ? "XA COMMIT" : "COMMIT");
            scope.Complete();

            var doubt = Assert.Throws<TransactionInDoubtException>(scope.Dispose);

            AssertLoss(LossCause.Commit, ExecutionOutcome.Unknown, doubt.InnerException);
            Assert.Equal(1, lost.StrikeCount);
            expected += fault is SwallowAnswer ? 1 : 0;
            Assert.Equal(expected, await proxied.Server.CountAtlantisAsync());
            Assert.Empty(await proxied.Server.PreparedBranchesAsync());
        }
    }

    [SkippableTheory]
    [MemberData(nameof(ScopeCells.Own), MemberType = typeof(ScopeCells))]
    public async Task RollbackLost_IsQuiet(ServerEngine engine, CallMode mode, ScopeKind kind)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        string connectionString = kind.Of(proxied.ConnectionString);
        foreach (Fault fault in (Fault[])[new DropBeforeRequest(), new SwallowAnswer()])
        {
            using (Begin())
            {
                await Own.InsertAsync(mode, connectionString);
                proxied.Lose(fault, kind is ScopeKind.Xa ? "XA ROLLBACK" : "ROLLBACK");
            }

            await proxied.Server.WaitUntilNobodyHoldsAsync();
            Assert.Equal(0, await proxied.Server.CountAtlantisAsync());
        }
    }

    [SkippableTheory]
    [MemberData(nameof(ScopeCells.Own), MemberType = typeof(ScopeCells))]
    public async Task ConnectionThatOutlivesALostScope_IsPlainAgain(ServerEngine engine, CallMode mode, ScopeKind kind)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        TransactionScope scope = Begin();
        await using DbConnection connection = await Own.OpenAsync(mode, kind.Of(proxied.ConnectionString));
        await mode.ExecuteAsync(connection, Insert);
        proxied.LoseAnswer(kind is ScopeKind.Xa ? "XA COMMIT" : "COMMIT");
        scope.Complete();
        Assert.Throws<TransactionInDoubtException>(scope.Dispose);

        Assert.Equal(1, await mode.ExecuteAsync(connection, Insert));
        Assert.Equal(2, await proxied.Server.CountAtlantisAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task CommitInTextLost_TheRestOfTheScopeDoesNotRunByItself(ServerEngine engine, CallMode mode)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        TransactionScope scope = Begin();
        await using DbConnection connection = await Own.OpenAsync(mode, ScopeKind.Standard.Of(proxied.ConnectionString));
        await mode.ExecuteAsync(connection, Insert);
        proxied.LoseAnswer("COMMIT");
        var lost = await Assert.ThrowsAsync<ResilientMySqlException>(() => mode.ExecuteAsync(connection, "COMMIT"));
        Assert.Equal(LossCause.Commit, lost.Cause);

        await Assert.ThrowsAsync<ResilientMySqlException>(() => mode.ExecuteAsync(connection, Insert));
        Assert.Equal(0, await mode.ExecuteAsync(connection, "ROLLBACK"));
        await Assert.ThrowsAsync<ResilientMySqlException>(() => mode.ExecuteAsync(connection, Insert));
        scope.Complete();
        var doubt = Assert.Throws<TransactionInDoubtException>(scope.Dispose);

        AssertLoss(LossCause.Transaction, ExecutionOutcome.Unknown, doubt.InnerException);
        Assert.Equal(1, await proxied.Server.CountAtlantisAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(ScopeCells.Own), MemberType = typeof(ScopeCells))]
    public async Task ReaderLeftOpen_AbortsInsteadOfReadingOn(ServerEngine engine, CallMode mode, ScopeKind kind)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        TransactionScope scope = Begin();
        await using DbConnection connection = await Own.OpenAsync(mode, kind.Of(rented.Server.ConnectionString));
        await mode.ExecuteAsync(connection, Insert);
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = "SELECT city_id FROM city";
        DbDataReader reader = await mode.ReaderAsync(command);
        scope.Complete();

        Assert.Throws<TransactionAbortedException>(scope.Dispose);

        await rented.Server.WaitUntilNobodyHoldsAsync();
        Assert.Equal(0, await rented.Server.CountAtlantisAsync());
        await mode.CloseAsync(reader);
        Assert.Equal(1, await mode.ExecuteAsync(connection, Insert));
        Assert.Equal(1, await rented.Server.CountAtlantisAsync());
    }

    private static async Task AssertTransactionLostAsync(Func<Task> call)
    {
        var lost = await Assert.ThrowsAsync<ResilientMySqlException>(call);
        Assert.Equal((LossCause.Transaction, ExecutionOutcome.NotExecuted), (lost.Cause, lost.Outcome));
    }

    private static void AssertLoss(LossCause cause, ExecutionOutcome outcome, Exception? exception)
    {
        var lost = Assert.IsType<ResilientMySqlException>(exception);
        Assert.Equal((cause, outcome), (lost.Cause, lost.Outcome));
    }
}
