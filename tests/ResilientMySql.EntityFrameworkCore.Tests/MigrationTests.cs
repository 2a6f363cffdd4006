using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using ResilientMySql.EntityFrameworkCore.Tests.Migrations;
using ResilientMySql.EntityFrameworkCore.Tests.Model;
using ResilientMySql.TestServers;
using ResilientMySql.Testing;
using static ResilientMySql.EntityFrameworkCore.Tests.RecoveryTests;

namespace ResilientMySql.EntityFrameworkCore.Tests;

/// <summary>Databases made, changed and dropped by Entity Framework.</summary>
public sealed class MigrationTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task Migrate_FromNothingToTheNewestOnce(ServerEngine engine, CallMode mode)
    {
        await using Shop shop = await Shop.StartAsync(engine);
        await using NotesContext context = CreateContext(shop, shop.ConnectionString);

        await mode.MigrateAsync(context);
        await mode.MigrateAsync(context);

        Note note = await mode.SingleAsync(context.Notes);
        Assert.Equal(("first", "red"), (note.Text, note.Colour));
        Assert.Equal(2, context.Database.GetAppliedMigrations().Count());
        Assert.Empty(await context.Database.GetPendingMigrationsAsync());

        // The lock that the provider takes is given back with the connection.
        Assert.Equal(1, await shop.Server.QueryAsync<long>("SELECT IS_FREE_LOCK('__shop_EFMigrationsLock')"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task DiedBetweenTwoMigrates_SecondGoesOn(ServerEngine engine, CallMode mode)
    {
        await using Shop shop = await Shop.StartAsync(engine);
        await using NotesContext context = CreateContext(shop, shop.ConnectionString);
        IMigrator migrator = context.Database.GetService<IMigrator>();
        if (mode is CallMode.Sync)
            migrator.Migrate("20260101000000_CreateNotes");
        else
            await migrator.MigrateAsync("20260101000000_CreateNotes");

        await shop.Server.KillAllSessionsAsync();
        await mode.MigrateAsync(context);

        Assert.Equal("red", (await mode.SingleAsync(context.Notes)).Colour);
    }

    /// <summary>The session holds the migrations' lock, which no new session would.</summary>
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task AnswerLostInAMigration_IsSaidAndNothingRunsTwice(ServerEngine engine, CallMode mode)
    {
        await using Shop shop = await Shop.StartAsync(engine);
        await using NotesContext context = CreateContext(shop, shop.ProxiedConnectionString);
        Injection loss = shop.LoseAnswerTo("INSERT INTO Notes");

        ResilientMySqlException lost = await LossOfAsync(() => mode.MigrateAsync(context));

        await loss.Struck;
        Assert.Equal(ExecutionOutcome.Unknown, lost.Outcome);
        Assert.Equal(1, await shop.Server.QueryAsync<long>("SELECT IS_FREE_LOCK('__shop_EFMigrationsLock')"));
        Assert.InRange(await shop.Server.QueryAsync<long>("SELECT COUNT(*) FROM shop.Notes"), 0, 1);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task EnsureCreatedAndDeleted_SayWhetherTheyDidAnything(ServerEngine engine, CallMode mode)
    {
        await using Shop shop = await Shop.StartAsync(engine);
        await using ShopContext context = shop.CreateContext();
        bool isSync = mode is CallMode.Sync;
        Assert.False(isSync ? context.Database.CanConnect() : await context.Database.CanConnectAsync());

        for (int round = 0; round < 2; round++)
        {
            Assert.True(isSync ? context.Database.EnsureCreated() : await context.Database.EnsureCreatedAsync());
            Assert.False(isSync ? context.Database.EnsureCreated() : await context.Database.EnsureCreatedAsync());
            Assert.True(isSync ? context.Database.CanConnect() : await context.Database.CanConnectAsync());
            context.Add(new Customer { Name = "one" });
            Assert.Equal(1, await mode.SaveAsync(context));
            Assert.Equal(1, await mode.CountAsync(context.Customers));
            context.ChangeTracker.Clear();
            await shop.Server.KillAllSessionsAsync();
            Assert.True(isSync ? context.Database.EnsureDeleted() : await context.Database.EnsureDeletedAsync());
            Assert.False(isSync ? context.Database.EnsureDeleted() : await context.Database.EnsureDeletedAsync());
        }
    }

    private static NotesContext CreateContext(Shop shop, string connectionString) =>
        new(new DbContextOptionsBuilder<NotesContext>().UseResilientMySql(connectionString, shop.Version).Options);
}
