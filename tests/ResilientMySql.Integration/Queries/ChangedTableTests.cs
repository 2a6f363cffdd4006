using ResilientMySql.Integration.Queries.Streaming;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Queries;

/// <summary>A statement that its session keeps is held to its columns however often it has worked.</summary>
public sealed class ChangedTableTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersModesAndWires), MemberType = typeof(Cells))]
    public async Task ColumnIsAdded_IsToldOf(ServerEngine engine, CallMode mode, WireMode wire)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource($"{rented.Server.ConnectionString};Maximum Pool Size=1;Wire={wire}");
        string table = $"{rented.Server.Database}.pair";
        await rented.Server.ExecuteAsync($"CREATE TABLE {table} (`left` INT NOT NULL, `right` INT NOT NULL)");
        await rented.Server.ExecuteAsync($"INSERT INTO {table} VALUES (1, 2)");
        try
        {
            Assert.Equal((1, 2), await mode.FirstAsync<AllOfPair, (int Left, int Right)>(dataSource, default));
            Assert.Equal([(1, 2)], await mode.Stream<AllOfPair, (int Left, int Right)>(dataSource, default).CollectAsync());

            await rented.Server.ExecuteAsync($"ALTER TABLE {table} ADD COLUMN middle INT NOT NULL DEFAULT 9 FIRST");

            await Assert.ThrowsAsync<InvalidOperationException>(() => mode.FirstAsync<AllOfPair, (int Left, int Right)>(dataSource, default));
            await Assert.ThrowsAsync<InvalidOperationException>(() => mode.Stream<AllOfPair, (int Left, int Right)>(dataSource, default).CollectAsync());
        }
        finally
        {
            await rented.Server.ExecuteAsync($"DROP TABLE {table}");
        }
    }
}
