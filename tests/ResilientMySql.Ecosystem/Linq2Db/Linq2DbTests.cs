using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using ResilientMySql.TestServers;

namespace ResilientMySql.Ecosystem.Linq2Db;

/// <summary>linq2db's provider for MySqlConnector takes our connections as wrapped ones.</summary>
public sealed class Linq2DbTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task Queries_JoinsAndChanges(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using DataConnection db = Linq2DbCalls.Connect(engine, rented.Server.ConnectionString);
        ITable<CityRow> cities = db.GetTable<CityRow>();

        var londons = await mode.ListAsync(
            from city in cities
            join country in db.GetTable<CountryRow>() on city.CountryId equals country.CountryId
            where city.Name == "London"
            orderby city.CityId
            select new { city.CityId, Country = country.Name });
        Assert.Equal([(312, "United Kingdom"), (313, "Canada")], londons.Select(static london => ((int)london.CityId, london.Country)));

        var atlantis = new CityRow { Name = "Atlantis", CountryId = 102 };
        int id = mode is CallMode.Sync ? db.InsertWithInt32Identity(atlantis) : await db.InsertWithInt32IdentityAsync(atlantis);
        Assert.Equal(601, id);
        LinqToDB.Linq.IUpdatable<CityRow> renaming = cities.Where(static city => city.CityId == 601).Set(static city => city.Name, "Avalon");
        Assert.Equal(1, mode is CallMode.Sync ? renaming.Update() : await renaming.UpdateAsync());
        Assert.Equal(1, await mode.CountAsync(cities.Where(static city => city.Name == "Avalon")));
        IQueryable<CityRow> added = cities.Where(static city => city.CityId > 600);
        Assert.Equal(1, mode is CallMode.Sync ? added.Delete() : await added.DeleteAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task EveryType_ComesBackAsItWas(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using DataConnection db = Linq2DbCalls.Connect(engine, rented.Server.ConnectionString);
        await db.CreateTableAsync<Everything>();
        var written = new Everything
        {
            Id = 1,
            Tiny = -7,
            Medium = uint.MaxValue,
            Big = ulong.MaxValue,
            Price = 12345.6789m,
            Key = Guid.Parse("8d0c4f2e-52b1-4d7e-9d3f-0b6f7f0a1c22"),
            At = new DateTime(2024, 2, 29, 23, 59, 58),
            Day = new DateOnly(2024, 2, 29),
            Span = new TimeSpan(12, 3, 4),
            IsOn = true,
            Bytes = [0, 1, 39, 92, 255],
            Text = "it's a \\ and a 🐬",
        };

        await mode.InsertAsync(db, written);

        Assert.Equivalent(written, Assert.Single(await mode.ListAsync(db.GetTable<Everything>().Where(row => row.Key == written.Key))), strict: true);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task BulkCopy_OfSeveralRowsAtOnce(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using DataConnection db = Linq2DbCalls.Connect(engine, rented.Server.ConnectionString);
        List<CityRow> rows = [.. Enumerable.Range(1, 500).Select(static number => new CityRow { Name = $"city {number}", CountryId = 102 })];

        Assert.Equal(500, await mode.CopyAsync(db, BulkCopyType.MultipleRows, rows));

        // Asked for the driver's own bulk copy, which needs a connection of the driver's, it copies several rows at once as well.
        Assert.Equal(500, await mode.CopyAsync(db, BulkCopyType.ProviderSpecific, rows));
        Assert.Equal(1000, await mode.CountAsync(db.GetTable<CityRow>().Where(static city => city.CityId > 600)));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task Transaction_CommittedAndRolledBack(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using DataConnection db = Linq2DbCalls.Connect(engine, rented.Server.ConnectionString);
        foreach (string name in (string[])["kept", "dropped"])
        {
            await using DataConnectionTransaction transaction = await db.BeginTransactionAsync();
            await mode.InsertAsync(db, new CityRow { Name = name, CountryId = 102 });
            if (name == "kept")
                await transaction.CommitAsync();
        }

        Assert.Equal(["kept"], await mode.ListAsync(db.GetTable<CityRow>().Where(static city => city.CityId > 600).Select(static city => city.Name)));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task DiedIdle_NextCallGoesOn(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using DataConnection db = Linq2DbCalls.Connect(engine, rented.Server.ConnectionString);
        IQueryable<CityRow> added = db.GetTable<CityRow>().Where(static city => city.CityId > 600);
        var connection = (ResilientMySqlConnection)db.OpenDbConnection();
        int rehydrations = 0;
        connection.Rehydrated += (_, _) => rehydrations++;
        Func<Task>[] calls =
        [
            async () => Assert.Equal(600, await mode.CountAsync(db.GetTable<CityRow>())),
            async () => Assert.Equal(1, await mode.InsertAsync(db, new CityRow { Name = "one", CountryId = 102 })),
            async () => Assert.Equal(2, await mode.CopyAsync(db, BulkCopyType.MultipleRows, [new CityRow { Name = "two", CountryId = 102 }, new CityRow { Name = "three", CountryId = 102 }])),
            async () => Assert.Equal(3, (await mode.ListAsync(added)).Count),
            async () => Assert.Equal(3, mode is CallMode.Sync ? added.Delete() : await added.DeleteAsync()),
        ];

        foreach (Func<Task> call in calls)
        {
            await rented.Server.KillSessionAsync(connection.ServerThread);
            await call();
        }

        Assert.Equal(calls.Length, rehydrations);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task DiedInATransaction_IsSaidAndNothingIsThere(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using DataConnection db = Linq2DbCalls.Connect(engine, rented.Server.ConnectionString);
        await using (await db.BeginTransactionAsync())
        {
            await mode.InsertAsync(db, new CityRow { Name = "lost", CountryId = 102 });
            await rented.Server.KillSessionAsync(((ResilientMySqlConnection)db.OpenDbConnection()).ServerThread);

            var lost = await Assert.ThrowsAsync<ResilientMySqlException>(() => mode.InsertAsync(db, new CityRow { Name = "too", CountryId = 102 }));
            Assert.Equal((LossCause.Transaction, ExecutionOutcome.NotExecuted), (lost.Cause, lost.Outcome));
        }

        Assert.Equal(0, await mode.CountAsync(db.GetTable<CityRow>().Where(static city => city.CityId > 600)));
    }
}
