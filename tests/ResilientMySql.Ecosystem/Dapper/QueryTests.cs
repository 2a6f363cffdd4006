using System.Data;
using System.Data.Common;
using Dapper;
using ResilientMySql.TestServers;

namespace ResilientMySql.Ecosystem.Dapper;

/// <summary>Every way in which Dapper reads.</summary>
public sealed class QueryTests
{
    private const string Cities = "SELECT city_id AS CityId, city AS Name FROM city WHERE country_id = @country ORDER BY city_id";

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task Query_RowsBecomeObjects(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await mode.OpenAsync(connection);

        List<City> typed = await mode.QueryAsync<City>(connection, Cities, new { country = 102 });
        List<dynamic> untyped = await mode.QueryDynamicAsync(connection, Cities, new { country = 102 });
        List<(int Id, string Name)> tuples = await mode.QueryAsync<(int, string)>(connection, Cities, new { country = 102 });

        Assert.Equal(8, typed.Count);
        Assert.Equal((88, "Bradford"), (typed[0].CityId, typed[0].Name));
        Assert.Equal(typed.Select(static city => city.Name), untyped.Select(static row => (string)row.Name));
        Assert.Equal(typed.Select(static city => (city.CityId, city.Name)), tuples);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task ConnectionIsClosed_DapperOpensAndClosesIt(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);

        Assert.Equal(600, await mode.ScalarAsync<int>(connection, "SELECT COUNT(*) FROM city"));
        Assert.Equal(ConnectionState.Closed, connection.State);
        Assert.Equal(8, (await mode.QueryAsync<City>(connection, Cities, new { country = 102 })).Count);
        Assert.Equal(ConnectionState.Closed, connection.State);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task MultiMap_RowIsSplitIntoItsObjects(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);

        List<City> cities = await mode.QueryWithCountryAsync(
            connection,
            """
            SELECT city.city_id AS CityId, city.city AS Name, country.country_id AS CountryId, country.country AS Name
            FROM city JOIN country USING (country_id) WHERE city.city = @city ORDER BY city.city_id
            """,
            new { city = "London" });

        Assert.Equal([(312, "United Kingdom"), (313, "Canada")], cities.Select(static city => (city.CityId, city.Country!.Name)));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task QueryMultiple_EachResultIsReadInTurn(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await mode.OpenAsync(connection);

        await using (SqlMapper.GridReader results = await mode.QueryMultipleAsync(
            connection, $"SELECT COUNT(*) FROM country; {Cities}; SELECT 'end'", new { country = 102 }))
        {
            Assert.Equal(109, Assert.Single(await mode.ReadAsync<int>(results)));
            Assert.Equal(8, (await mode.ReadAsync<City>(results)).Count);
            Assert.Equal("end", Assert.Single(await mode.ReadAsync<string>(results)));
            Assert.True(results.IsConsumed);
        }

        // One that is left unread does not stand in the way of the next statement.
        await using (await mode.QueryMultipleAsync(connection, "SELECT 1; SELECT 2"))
        {
        }

        Assert.Equal(600, await mode.ScalarAsync<int>(connection, "SELECT COUNT(*) FROM city"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task SingleRow_TooManyAndNoneAreToldApart(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await mode.OpenAsync(connection);
        const string Londons = "SELECT city_id FROM city WHERE city = 'London' ORDER BY city_id";
        const string None = "SELECT city_id FROM city WHERE city = 'Atlantis'";

        Assert.Equal(312, mode is CallMode.Sync ? connection.QueryFirst<int>(Londons) : await connection.QueryFirstAsync<int>(Londons));
        Assert.Null(mode is CallMode.Sync ? connection.QueryFirstOrDefault<int?>(None) : await connection.QueryFirstOrDefaultAsync<int?>(None));
        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
            _ = mode is CallMode.Sync ? connection.QuerySingle<int>(Londons) : await connection.QuerySingleAsync<int>(Londons));
        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
            _ = mode is CallMode.Sync ? connection.QuerySingle<int>(None) : await connection.QuerySingleAsync<int>(None));

        // The rows that were not wanted do not limit or disturb what comes next.
        Assert.Equal(2, (await mode.QueryAsync<int>(connection, Londons)).Count);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task InList_OfSeveralOneAndNone(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        const string Listed = "SELECT city_id FROM city WHERE city_id IN @ids ORDER BY city_id";

        Assert.Equal([1, 312, 600], await mode.QueryAsync<int>(connection, Listed, new { ids = new[] { 600, 1, 312, 1000 } }));
        Assert.Equal([312], await mode.QueryAsync<int>(connection, Listed, new { ids = new List<int> { 312 } }));
        Assert.Empty(await mode.QueryAsync<int>(connection, Listed, new { ids = Array.Empty<int>() }));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task Unbuffered_RowsArriveWhileTheReaderIsOpen(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await mode.OpenAsync(connection);
        const string All = "SELECT city_id FROM city ORDER BY city_id";

        int seen = 0;
        await foreach (int id in mode.StreamAsync<int>(connection, All))
        {
            Assert.Equal(++seen, id);
            if (seen == 2)
                await Assert.ThrowsAsync<InvalidOperationException>(() => mode.ScalarAsync<int>(connection, "SELECT 1"));
        }

        Assert.Equal(600, seen);

        // One that is left half-way is read to its end for the next statement.
        await foreach (int id in mode.StreamAsync<int>(connection, All))
        {
            if (id == 3)
                break;
        }

        Assert.Equal(600, await mode.ScalarAsync<int>(connection, "SELECT COUNT(*) FROM city"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task ExecuteReader_FillsATable(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        using var table = new DataTable();

        await using (DbDataReader reader = await mode.OpenReaderAsync(connection, Cities, new { country = 102 }))
            table.Load(reader);

        Assert.Equal(8, table.Rows.Count);
        Assert.Equal(["CityId", "Name"], table.Columns.Cast<DataColumn>().Select(static column => column.ColumnName));
        Assert.Equal(ConnectionState.Closed, connection.State);
    }
}
