using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using ResilientMySql.EntityFrameworkCore.Tests.Model;
using ResilientMySql.TestServers;
using ResilientMySql.Testing;
using static ResilientMySql.EntityFrameworkCore.Tests.RecoveryTests;

namespace ResilientMySql.EntityFrameworkCore.Tests;

/// <summary>What execution strategies do with losses: never is a unit of work repeated whose outcome is unknown.</summary>
public sealed class RetryTests
{
    public static TheoryData<ServerEngine, CallMode, Retries> Strategies
    {
        get
        {
            var cells = new TheoryData<ServerEngine, CallMode, Retries>();
            foreach (ServerEngine engine in Enum.GetValues<ServerEngine>())
            {
                foreach (CallMode mode in Enum.GetValues<CallMode>())
                {
                    foreach (Retries retries in Enum.GetValues<Retries>())
                        cells.Add(engine, mode, retries);
                }
            }

            return cells;
        }
    }

    /// <summary>One statement, which commits by itself: the key is given, so that nothing is read back.</summary>
    [SkippableTheory]
    [MemberData(nameof(Strategies))]
    public async Task AnswerOfSaveChangesIsLost_OutcomeIsUnknownAndItIsThereOnce(ServerEngine engine, CallMode mode, Retries retries)
    {
        await using Shop shop = await Shop.OpenAsync(engine);
        await using ShopContext context = CreateContext(shop, retries);
        var customer = new Customer { Name = "buyer" };
        context.Add(customer);
        await mode.SaveAsync(context);
        context.Add(new Order { Id = 7, CustomerId = customer.Id, Item = "once" });
        Injection loss = shop.LoseAnswerTo("INSERT INTO `Orders`");

        ResilientMySqlException lost = await LossOfAsync(() => mode.SaveAsync(context));

        Assert.Equal((LossCause.Link, ExecutionOutcome.Unknown, false), (lost.Cause, lost.Outcome, lost.IsTransient));
        Assert.Equal(1, await shop.Server.QueryAsync<long>("SELECT COUNT(*) FROM shop.Orders"));
        await loss.Struck;
    }

    [SkippableTheory]
    [MemberData(nameof(Strategies))]
    public async Task AnswerOfExecuteUpdateIsLost_CounterIsRaisedOnce(ServerEngine engine, CallMode mode, Retries retries)
    {
        await using Shop shop = await Shop.OpenAsync(engine);
        await using ShopContext context = CreateContext(shop, retries);
        context.Add(new Customer { Name = "counted" });
        await mode.SaveAsync(context);
        Injection loss = shop.LoseAnswerTo("UPDATE `Customers`");

        ResilientMySqlException lost = await LossOfAsync(async () => _ = mode is CallMode.Sync
            ? context.Customers.ExecuteUpdate(static set => set.SetProperty(static customer => customer.Version, static customer => customer.Version + 1))
            : await context.Customers.ExecuteUpdateAsync(static set => set.SetProperty(static customer => customer.Version, static customer => customer.Version + 1)));

        Assert.Equal((LossCause.Link, ExecutionOutcome.Unknown, false), (lost.Cause, lost.Outcome, lost.IsTransient));
        Assert.Equal(1, await shop.Server.QueryAsync<int>("SELECT Version FROM shop.Customers"));
        await loss.Struck;
    }

    [SkippableTheory]
    [MemberData(nameof(Strategies))]
    public async Task AnswerOfCommitIsLost_OutcomeIsUnknownAndItIsThereOnce(ServerEngine engine, CallMode mode, Retries retries)
    {
        await using Shop shop = await Shop.OpenAsync(engine);
        await using ShopContext context = CreateContext(shop, retries);
        AddCustomerWithOrder(context, "once");
        Injection loss = shop.LoseCommit();

        ResilientMySqlException lost = await LossOfAsync(() => mode.SaveAsync(context));

        Assert.Equal((LossCause.Commit, ExecutionOutcome.Unknown), (lost.Cause, lost.Outcome));
        Assert.Equal(1, await shop.CountAsync("once"));
        await loss.Struck;
    }

    /// <summary>Several statements, which Entity Framework puts in a transaction: the server has rolled it back.</summary>
    [SkippableTheory]
    [MemberData(nameof(Strategies))]
    public async Task TransactionOfSaveChangesIsLost_OnlyOurStrategyRepeatsIt(ServerEngine engine, CallMode mode, Retries retries)
    {
        await using Shop shop = await Shop.OpenAsync(engine);
        await using ShopContext context = CreateContext(shop, retries);
        AddCustomerWithOrder(context, "again");
        Injection loss = shop.LoseAnswerTo("INSERT INTO `Orders`");

        if (retries is Retries.OnLoss)
        {
            Assert.Equal(2, await mode.SaveAsync(context));
            Customer saved = await mode.SingleAsync(context.Customers.AsNoTracking().Include(static customer => customer.Orders));
            Assert.Equal(("again", "pen"), (saved.Name, Assert.Single(saved.Orders).Item));
        }
        else
        {
            ResilientMySqlException lost = await LossOfAsync(() => mode.SaveAsync(context));
            Assert.Equal((LossCause.Transaction, ExecutionOutcome.NotExecuted), (lost.Cause, lost.Outcome));
            Assert.Equal(0, await shop.CountAsync("again"));
        }

        await loss.Struck;
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task TransactionOfOnesOwnIsLost_WholeUnitIsRepeated(ServerEngine engine, CallMode mode)
    {
        await using Shop shop = await Shop.OpenAsync(engine);
        await using ShopContext context = CreateContext(shop, Retries.OnLoss);
        IExecutionStrategy strategy = context.Database.CreateExecutionStrategy();
        int runs = 0;

        await strategy.ExecuteAsync(async () =>
        {
            runs++;
            context.ChangeTracker.Clear();
            await using IDbContextTransaction transaction = await mode.BeginAsync(context);
            context.Add(new Customer { Name = "first" });
            await mode.SaveAsync(context);
            if (runs == 1)
                await shop.KillSessionOfAsync(context);

            context.Add(new Customer { Name = "second" });
            await mode.SaveAsync(context);
            await mode.CommitAsync(transaction);
        });

        Assert.Equal(2, runs);
        Assert.Equal((1L, 1L), (await shop.CountAsync("first"), await shop.CountAsync("second")));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task AnswerOfCommitIsLost_VerificationSettlesIt(ServerEngine engine, CallMode mode)
    {
        await using Shop shop = await Shop.OpenAsync(engine);
        await using ShopContext context = CreateContext(shop, Retries.OnLoss);
        IExecutionStrategy strategy = context.Database.CreateExecutionStrategy();
        Injection loss = shop.LoseCommit();
        int runs = 0;
        int verifications = 0;
        context.Add(new Customer { Name = "once" });

        if (mode is CallMode.Sync)
        {
            strategy.ExecuteInTransaction(
                () => Count(context.SaveChanges(acceptAllChangesOnSuccess: false)), () => Verify(context.Customers.AsNoTracking().Any()));
        }
        else
        {
            await strategy.ExecuteInTransactionAsync(
                async () => Count(await context.SaveChangesAsync(acceptAllChangesOnSuccess: false)),
                async () => Verify(await context.Customers.AsNoTracking().AnyAsync()));
        }

        await loss.Struck;
        Assert.Equal((1, 1), (runs, verifications));
        Assert.Equal(1, await shop.CountAsync("once"));

        void Count(int written) => runs += written;

        bool Verify(bool isThere)
        {
            verifications++;
            return isThere;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task ServerIsAwayForLongerThanARecovery_UnitIsRepeatedUntilItIsBack(ServerEngine engine, CallMode mode)
    {
        await using Shop shop = await Shop.OpenAsync(engine);
        Skip.IfNot(shop.Server.CanControl, "The server is external.");
        var repeated = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        DbContextOptions options = new DbContextOptionsBuilder<ShopContext>()
            .UseResilientMySql($"{shop.ConnectionString};Recovery Timeout=1", shop.Version, static mysql => mysql.EnableRetryOnLoss(maxRetryDelay: TimeSpan.FromSeconds(1)))
            .LogTo(_ => repeated.TrySetResult(), [CoreEventId.ExecutionStrategyRetrying])
            .Options;
        await using var context = new ShopContext(options);
        await mode.OpenAsync(context);
        await shop.Server.KillAsync();

        context.Add(new Customer { Name = "patient" });
        Task<int> saving = Task.Run(() => mode.SaveAsync(context));
        await Task.WhenAny(repeated.Task, saving);
        await shop.Server.StartAgainAsync();

        Assert.Equal(1, await saving);
        Assert.True(repeated.Task.IsCompletedSuccessfully);
        Assert.Equal(1, await shop.CountAsync("patient"));
    }

    private static void AddCustomerWithOrder(ShopContext context, string name) =>
        context.Add(new Customer { Name = name, Orders = [new Order { Item = "pen" }] });

    private static ShopContext CreateContext(Shop shop, Retries retries) => shop.CreateProxiedContext(mysql => _ = retries switch
    {
        Retries.None => mysql,
        Retries.OnFailure => mysql.EnableRetryOnFailure(5, TimeSpan.FromSeconds(1), [0, 1053, 2006, 2013, 4031]),
        Retries.OnLoss => mysql.EnableRetryOnLoss(),
        _ => throw new UnreachableException(),
    });
}
