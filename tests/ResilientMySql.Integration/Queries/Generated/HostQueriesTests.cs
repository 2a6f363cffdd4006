using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Queries.Generated;

/// <summary>Generated methods take part in what they are given: a data source, a connection, a transaction.</summary>
public sealed class HostQueriesTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task TransactionThatIsRolledBack_LeavesNothing(ServerEngine engine)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString);
        await using ResilientMySqlConnection connection = await dataSource.OpenConnectionAsync();
        await using (ResilientMySqlTransaction transaction = await connection.BeginTransactionAsync())
        {
            Assert.Equal(1, transaction.AddCity("Atlantis"));
            Assert.Equal(1, await transaction.AddCityAsync("Avalon"));
            Assert.Equal(602, connection.CountCities());
            Assert.Equal(602, await connection.CountCitiesAsync());
            Assert.Equal(600, dataSource.CountCities());
            await transaction.RollbackAsync();
        }

        Assert.Equal(600, connection.CountCities());
        Assert.Equal(600, await dataSource.CountCitiesAsync());
    }

    [SkippableFact]
    public async Task WithoutAHost_TheErrorSaysSo()
    {
        Assert.Throws<ArgumentNullException>(static () => ((ResilientMySqlDataSource)null!).CountCities());
        await Assert.ThrowsAsync<ArgumentNullException>(static async () => await ((ResilientMySqlConnection)null!).CountCitiesAsync());
        await using var closed = new ResilientMySqlConnection("Server=127.0.0.1");
        Assert.Throws<InvalidOperationException>(() => closed.CountCities());
    }
}
