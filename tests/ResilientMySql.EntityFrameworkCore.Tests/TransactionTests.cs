using System.Data;
using Microsoft.EntityFrameworkCore.Storage;
using ResilientMySql.EntityFrameworkCore.Tests.Model;
using ResilientMySql.TestServers;

namespace ResilientMySql.EntityFrameworkCore.Tests;

public sealed class TransactionTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task Transaction_CommittedAndRolledBack(ServerEngine engine, CallMode mode)
    {
        await using Shop shop = await Shop.OpenAsync(engine);
        await using ShopContext context = shop.CreateContext();

        await using (IDbContextTransaction transaction = await mode.BeginAsync(context, IsolationLevel.Serializable))
        {
            Assert.Equal(IsolationLevel.Serializable, transaction.GetDbTransaction().IsolationLevel);
            context.Add(new Customer { Name = "kept" });
            await mode.SaveAsync(context);
            Assert.Equal(0, await shop.CountAsync("kept"));
            await mode.CommitAsync(transaction);
        }

        await using (await mode.BeginAsync(context))
        {
            context.Add(new Customer { Name = "dropped" });
            await mode.SaveAsync(context);
            Assert.Equal(2, await mode.CountAsync(context.Customers));
        }

        Assert.Equal((1L, 0L), (await shop.CountAsync("kept"), await shop.CountAsync("dropped")));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task Savepoints_OnesOwnAndThoseOfSaveChanges(ServerEngine engine, CallMode mode)
    {
        await using Shop shop = await Shop.OpenAsync(engine);
        await using ShopContext context = shop.CreateContext();
        await using (IDbContextTransaction transaction = await mode.BeginAsync(context))
        {
            Assert.True(transaction.SupportsSavepoints);
            context.Add(new Customer { Name = "kept" });
            await mode.SaveAsync(context);
            if (mode is CallMode.Sync)
                transaction.CreateSavepoint("here");
            else
                await transaction.CreateSavepointAsync("here");

            await mode.ExecuteAsync(context, $"DELETE FROM Customers");
            if (mode is CallMode.Sync)
                transaction.RollbackToSavepoint("here");
            else
                await transaction.RollbackToSavepointAsync("here");

            // A SaveChanges that fails takes back what it did, and the transaction goes on.
            context.AddRange(new Customer { Name = "half" }, new Customer { Name = "kept" });
            await Assert.ThrowsAsync<DbUpdateException>(() => mode.SaveAsync(context));
            Assert.Equal(1, await mode.CountAsync(context.Customers));
            await mode.CommitAsync(transaction);
        }

        Assert.Equal((1L, 0L), (await shop.CountAsync("kept"), await shop.CountAsync("half")));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task ConnectionAndTransactionOfSomebodyElse_AreSharedAndLeftOpen(ServerEngine engine, CallMode mode)
    {
        await using Shop shop = await Shop.OpenAsync(engine);
        await using var connection = new ResilientMySqlConnection(shop.ConnectionString + ";Allow User Variables=true;Use Affected Rows=false");
        await connection.OpenAsync();
        await using ResilientMySqlTransaction transaction = await connection.BeginTransactionAsync();
        await Dapper.SqlMapper.ExecuteAsync(connection, "INSERT INTO Orders (CustomerId, Item) SELECT 1, 'x' FROM DUAL WHERE FALSE", transaction: transaction);
        DbContextOptions options = new DbContextOptionsBuilder<ShopContext>().UseResilientMySql(connection, shop.Version).Options;

        foreach (string name in (string[])["first", "second"])
        {
            await using var context = new ShopContext(options);
            _ = mode is CallMode.Sync ? context.Database.UseTransaction(transaction) : await context.Database.UseTransactionAsync(transaction);
            context.Add(new Customer { Name = name });
            await mode.SaveAsync(context);
        }

        Assert.Equal(ConnectionState.Open, connection.State);
        Assert.Equal(0, await shop.CountAsync("first"));
        await transaction.CommitAsync();
        Assert.Equal((1L, 1L), (await shop.CountAsync("first"), await shop.CountAsync("second")));
    }
}
