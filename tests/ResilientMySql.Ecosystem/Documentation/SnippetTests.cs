using System.Data.Common;
using Dapper;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using LinqToDB.DataProvider.MySql;
using ResilientMySql.Ecosystem.Dapper;
using ResilientMySql.Ecosystem.Linq2Db;
using ResilientMySql.TestServers;

namespace ResilientMySql.Ecosystem.Documentation;

/// <summary>What <c>docs/ecosystem.md</c> shows, line by line.</summary>
public sealed class SnippetTests
{
    [Fact]
    public async Task Dapper_Snippet()
    {
        await using RentedServer rented = await ServerPool.RentAsync(ServerEngine.MariaDb);
        string connectionString = rented.Server.ConnectionString;

        await using var connection = new ResilientMySqlConnection(connectionString);
        IEnumerable<City> cities = await connection.QueryAsync<City>(
            "SELECT city_id AS CityId, city AS Name FROM city WHERE country_id = @country", new { country = 102 });

        Assert.Equal(8, cities.Count());
    }

    [Fact]
    public async Task Factory_Snippet()
    {
        await using RentedServer rented = await ServerPool.RentAsync(ServerEngine.MariaDb);
        string connectionString = rented.Server.ConnectionString;

        DbProviderFactories.RegisterFactory("ResilientMySql", ResilientMySqlFactory.Instance);
        await using DbDataSource dataSource = DbProviderFactories.GetFactory("ResilientMySql").CreateDataSource(connectionString);

        await using DbCommand count = dataSource.CreateCommand("SELECT COUNT(*) FROM city");
        Assert.Equal(600L, await count.ExecuteScalarAsync());
    }

    [Fact]
    public async Task Linq2Db_Snippet()
    {
        await using RentedServer rented = await ServerPool.RentAsync(ServerEngine.MySql);
        string connectionString = rented.Server.ConnectionString;

        var provider = MySqlTools.GetDataProvider(MySqlVersion.MySql80, MySqlProvider.MySqlConnector);
        DataOptions options = new DataOptions().UseConnectionFactory(provider, _ => new ResilientMySqlConnection(connectionString));
        await using var db = new DataConnection(options);

        Assert.Equal(600, await db.GetTable<CityRow>().CountAsync());
    }

    [Fact]
    public async Task Evolve_Snippet()
    {
        await using RentedServer rented = await ServerPool.RentAsync(ServerEngine.MySql);
        await rented.Server.ExecuteAsync("DROP DATABASE IF EXISTS snippet; CREATE DATABASE snippet");
        string connectionString = rented.Server.ConnectionString + ";Database=snippet";
        string folder = Directory.CreateTempSubdirectory("evolve").FullName;

        await using var connection = new ResilientMySqlConnection(connectionString);
        new EvolveDb.Evolve(connection) { Locations = [folder] }.Migrate();

        await rented.Server.ExecuteAsync("DROP DATABASE snippet");
        Directory.Delete(folder);
    }
}
