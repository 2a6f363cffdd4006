using System.Transactions;
using Microsoft.EntityFrameworkCore.Storage;
using ResilientMySql.EntityFrameworkCore.Tests.Model;
using ResilientMySql.TestServers;
using static ResilientMySql.EntityFrameworkCore.Tests.RecoveryTests;

namespace ResilientMySql.EntityFrameworkCore.Tests;

/// <summary>Contexts in a scope: what they save is committed together, or not at all.</summary>
public sealed class TransactionScopeTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task Scope_CommitsTogetherOrNotAtAll(ServerEngine engine, CallMode mode)
    {
        await using Shop shop = await Shop.OpenAsync(engine);
        foreach (bool completes in (bool[])[false, true])
        {
            using TransactionScope scope = Begin();
            foreach (string name in (string[])["one", "two"])
            {
                await using ShopContext context = shop.CreateContext();
                context.Add(new Customer { Name = name, Orders = [new Order { Item = "pen" }] });
                Assert.Equal(2, await mode.SaveAsync(context));
            }

            Assert.Equal(0, await OutsideAsync(() => shop.CountAsync("one")));
            if (completes)
                scope.Complete();
        }

        Assert.Equal((1L, 1L), (await shop.CountAsync("one"), await shop.CountAsync("two")));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task DiedInAScope_IsSaidAndTheScopeAborts(ServerEngine engine, CallMode mode)
    {
        await using Shop shop = await Shop.OpenAsync(engine);
        await using ShopContext context = shop.CreateContext();
        TransactionScope scope = Begin();
        context.Add(new Customer { Name = "first" });
        await mode.SaveAsync(context);
        await OutsideAsync(() => shop.Server.KillAllSessionsAsync());

        context.Add(new Customer { Name = "second" });
        ResilientMySqlException lost = await LossOfAsync(() => mode.SaveAsync(context));
        scope.Complete();
        Assert.Throws<TransactionAbortedException>(scope.Dispose);

        Assert.Equal((LossCause.Transaction, ExecutionOutcome.NotExecuted), (lost.Cause, lost.Outcome));
        Assert.Equal((0L, 0L), (await shop.CountAsync("first"), await shop.CountAsync("second")));
    }

    /// <summary>The unit has the scope inside, so that the strategy may begin it again.</summary>
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task DiedAtTheEndOfAScope_WholeUnitIsRepeated(ServerEngine engine, CallMode mode)
    {
        await using Shop shop = await Shop.OpenAsync(engine);
        await using ShopContext context = shop.CreateContext(static mysql => mysql.EnableRetryOnLoss());
        IExecutionStrategy strategy = context.Database.CreateExecutionStrategy();
        int runs = 0;

        await strategy.ExecuteAsync(async () =>
        {
            context.ChangeTracker.Clear();
            using TransactionScope scope = Begin();
            context.Add(new Customer { Name = "once" });
            await mode.SaveAsync(context);
            if (++runs == 1)
                await OutsideAsync(() => shop.Server.KillAllSessionsAsync());

            scope.Complete();
        });

        Assert.Equal(2, runs);
        Assert.Equal(1, await shop.CountAsync("once"));
    }

    private static TransactionScope Begin() => new(TransactionScopeAsyncFlowOption.Enabled);

    private static async Task<T> OutsideAsync<T>(Func<Task<T>> call)
    {
        using var outside = new TransactionScope(TransactionScopeOption.Suppress, TransactionScopeAsyncFlowOption.Enabled);
        return await call();
    }

    private static async Task OutsideAsync(Func<Task> call)
    {
        using var outside = new TransactionScope(TransactionScopeOption.Suppress, TransactionScopeAsyncFlowOption.Enabled);
        await call();
    }
}
