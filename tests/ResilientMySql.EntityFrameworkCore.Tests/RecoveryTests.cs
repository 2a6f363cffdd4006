using Microsoft.EntityFrameworkCore.Storage;
using ResilientMySql.EntityFrameworkCore.Tests.Model;
using ResilientMySql.TestServers;

namespace ResilientMySql.EntityFrameworkCore.Tests;

/// <summary>Entity Framework on sessions that die: what died idle is not noticed, and what was lost is said, once.</summary>
public sealed class RecoveryTests
{
    public static TheoryData<ServerEngine, CallMode, IdleDeath> Deaths
    {
        get
        {
            var cells = new TheoryData<ServerEngine, CallMode, IdleDeath>();
            foreach (ServerEngine engine in Enum.GetValues<ServerEngine>())
            {
                foreach (CallMode mode in Enum.GetValues<CallMode>())
                {
                    cells.Add(engine, mode, IdleDeath.KillSession);
                    cells.Add(engine, mode, IdleDeath.KillServer);
                }
            }

            return cells;
        }
    }

    /// <summary>Each call on a context of its own, whose connection is open and whose session the same death ends.</summary>
    [SkippableTheory]
    [MemberData(nameof(Deaths))]
    public async Task DiedIdle_EveryKindOfCallGoesOn(ServerEngine engine, CallMode mode, IdleDeath death)
    {
        await using Shop shop = await Shop.OpenAsync(engine);
        await death.PrepareAsync(shop.Server);
        await using (ShopContext context = shop.CreateContext())
        {
            context.AddRange(Enumerable.Range(1, 3).Select(static number => new Customer { Name = $"customer {number}" }));
            await mode.SaveAsync(context);
        }

        Func<ShopContext, Task>[] calls =
        [
            async context => Assert.Equal(3, (await mode.ListAsync(context.Customers.Where(static customer => customer.Id <= 3))).Count),
            async context => Assert.Equal(2, await mode.CountAsync(context.Customers.FromSql($"SELECT * FROM Customers WHERE Id IN (2, 3)"))),
            async context =>
            {
                context.Add(new Customer { Name = "alone" });
                Assert.Equal(1, await mode.SaveAsync(context));
            },
            async context =>
            {
                context.AddRange(new Customer { Name = "together", Orders = [new Order { Item = "pen" }] }, new Customer { Name = "with" });
                Assert.Equal(3, await mode.SaveAsync(context));
            },
            async context => Assert.Equal(1, await mode.DeleteAsync(context.Customers.Where(static customer => customer.Id == 1))),
            async context => Assert.Equal(1, await mode.ExecuteAsync(context, $"UPDATE Customers SET Version = 5 WHERE Id = 2")),
            async context =>
            {
                await using IDbContextTransaction transaction = await mode.BeginAsync(context);
                context.Add(new Customer { Name = "transacted" });
                await mode.SaveAsync(context);
                await mode.CommitAsync(transaction);
            },
        ];
        var contexts = new List<ShopContext>();
        var rehydrated = new List<ResilientMySqlConnection>();
        foreach (Func<ShopContext, Task> _ in calls)
        {
            ShopContext context = shop.CreateContext();
            await mode.OpenAsync(context);
            var connection = (ResilientMySqlConnection)context.Database.GetDbConnection();
            connection.Rehydrated += (_, _) => rehydrated.Add(connection);
            contexts.Add(context);
        }

        await death.StrikeAsync(shop.Server);

        foreach ((Func<ShopContext, Task> call, ShopContext context) in calls.Zip(contexts))
            await call(context);

        Assert.Equal(contexts.Select(static context => context.Database.GetDbConnection()), rehydrated);
        Assert.Equal(
            ["alone", "customer 2", "customer 3", "together", "transacted", "with"],
            await mode.ListAsync(contexts[0].Customers.Select(static customer => customer.Name).OrderBy(static name => name)));
        foreach (ShopContext context in contexts)
            await context.DisposeAsync();
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task DiedInThePool_ContextThatOpensAndClosesDoesNotNotice(ServerEngine engine, CallMode mode)
    {
        await using Shop shop = await Shop.OpenAsync(engine);
        await using ShopContext context = shop.CreateContext();
        context.Add(new Customer { Name = "one" });
        await mode.SaveAsync(context);

        await shop.Server.KillAllSessionsAsync();

        context.Add(new Customer { Name = "two" });
        await mode.SaveAsync(context);
        Assert.Equal(2, await mode.CountAsync(context.Customers));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task DiedBetweenTwoSaves_NothingOfTheFirstTiesTheSecondToItsSession(ServerEngine engine, CallMode mode)
    {
        await using Shop shop = await Shop.OpenAsync(engine);
        await using ShopContext context = shop.CreateContext();
        await mode.OpenAsync(context);
        for (int round = 1; round <= 3; round++)
        {
            var customer = new Customer { Name = $"customer {round}" };
            context.Add(customer);
            Assert.Equal(1, await mode.SaveAsync(context));
            customer.Rank = Rank.Gold;
            context.Add(new Order { CustomerId = customer.Id, Item = "pen" });
            Assert.Equal(2, await mode.SaveAsync(context));
            await shop.KillSessionOfAsync(context);
        }

        Assert.Equal(3, await mode.CountAsync(context.Customers.Where(static customer => customer.Rank == Rank.Gold)));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task ServerHasAutocommitOff_WhatIsSavedIsCommittedAllTheSame(ServerEngine engine, CallMode mode)
    {
        await using Shop shop = await Shop.OpenAsync(engine);
        Skip.IfNot(shop.Server.CanControl, "The server is external.");
        await shop.Server.ExecuteAsync("SET GLOBAL autocommit = 0");
        try
        {
            DbContextOptions options = new DbContextOptionsBuilder<ShopContext>()
                .UseResilientMySql(shop.ConnectionString + ";Application Name=autocommit", shop.Version).Options;
            await using var context = new ShopContext(options);
            context.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
            foreach (string name in (string[])["one", "two"])
            {
                context.Add(new Customer { Name = name });
                await mode.SaveAsync(context);
                Assert.Equal(1, await shop.CountAsync(name));
            }
        }
        finally
        {
            await shop.Server.ExecuteAsync("SET GLOBAL autocommit = 1");
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task DiedInATransaction_IsSaidUntilItIsDisposedAndNothingIsThere(ServerEngine engine, CallMode mode)
    {
        await using Shop shop = await Shop.OpenAsync(engine);
        await using ShopContext context = shop.CreateContext();
        await using (IDbContextTransaction transaction = await mode.BeginAsync(context))
        {
            context.Add(new Customer { Name = "first" });
            await mode.SaveAsync(context);
            await shop.KillSessionOfAsync(context);

            context.Add(new Customer { Name = "second" });
            ResilientMySqlException lost = await LossOfAsync(() => mode.SaveAsync(context));
            Assert.Equal((LossCause.Transaction, ExecutionOutcome.NotExecuted), (lost.Cause, lost.Outcome));
            Assert.Equal(LossCause.Transaction, (await LossOfAsync(() => mode.CommitAsync(transaction))).Cause);
        }

        Assert.Equal(0, await mode.CountAsync(context.Customers));
        await mode.SaveAsync(context);
        Assert.Equal((0L, 1L), (await shop.CountAsync("first"), await shop.CountAsync("second")));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task CutWhileStreaming_SaysSoAndDoesNotStartAgain(ServerEngine engine, CallMode mode)
    {
        await using Shop shop = await Shop.OpenAsync(engine);
        await using ShopContext context = shop.CreateProxiedContext();
        context.AddRange(Enumerable.Range(1, 200).Select(static number => new Customer { Name = $"customer {number}" }));
        await mode.SaveAsync(context);
        shop.Proxy.Inject(new Testing.Faults.CutAnswerAfterRows(50), static request => request.Sql?.Contains("FROM `Customers`", StringComparison.Ordinal) is true);
        IQueryable<int> ids = context.Customers.OrderBy(static customer => customer.Id).Select(static customer => customer.Id);
        var seen = new List<int>();

        ResilientMySqlException lost = await LossOfAsync(async () =>
        {
            if (mode is CallMode.Sync)
            {
                foreach (int id in ids)
                    seen.Add(id);
            }
            else
            {
                await foreach (int id in ids.AsAsyncEnumerable())
                    seen.Add(id);
            }
        });

        Assert.Equal(LossCause.ResultSet, lost.Cause);
        Assert.Equal(Enumerable.Range(1, seen.Count), seen);
        Assert.InRange(seen.Count, 1, 50);
        Assert.Equal(200, await mode.CountAsync(context.Customers));
    }

    internal static async Task<ResilientMySqlException> LossOfAsync(Func<Task> call)
    {
        Exception? thrown = await Record.ExceptionAsync(call);
        return Assert.IsType<ResilientMySqlException>(thrown is DbUpdateException { InnerException: { } inner } ? inner : thrown);
    }
}
