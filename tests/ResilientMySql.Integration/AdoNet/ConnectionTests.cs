using System.Data;
using System.Data.Common;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.AdoNet;

/// <summary>Opening, closing and misuse.</summary>
public sealed class ConnectionTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task OpenedAndClosed_StateAndEventsFollow(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        var states = new List<ConnectionState>();
        connection.StateChange += (_, change) => states.Add(change.CurrentState);
        Assert.Equal(ConnectionState.Closed, connection.State);

        await mode.OpenAsync(connection);
        Assert.Equal(ConnectionState.Open, connection.State);
        await using var driver = new MySqlConnector.MySqlConnection(rented.Server.ConnectionString + ";Pooling=false");
        await driver.OpenAsync();
        Assert.Equal(driver.ServerVersion, connection.ServerVersion);
        Assert.Equal(rented.Server.Database, connection.Database);
        Assert.Equal("127.0.0.1", connection.DataSource);
        Assert.DoesNotContain("assword", connection.ConnectionString, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => mode.OpenAsync(connection));

        await mode.CloseAsync(connection);
        await mode.CloseAsync(connection);
        Assert.Equal([ConnectionState.Connecting, ConnectionState.Open, ConnectionState.Closed], states);
        await Assert.ThrowsAsync<InvalidOperationException>(() => mode.ScalarAsync(connection, "SELECT 1"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task ReaderIsOpen_NextCommandIsRefusedAndTheReaderGoesOn(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await mode.OpenAsync(connection);
        await using ResilientMySqlCommand command = connection.CreateCommand();
        command.CommandText = "SELECT city_id FROM city ORDER BY city_id";
        await using (DbDataReader reader = await mode.ReaderAsync(command))
        {
            Assert.True(await mode.ReadAsync(reader));
            await Assert.ThrowsAsync<InvalidOperationException>(() => mode.ScalarAsync(connection, "SELECT 1"));
            Assert.True(await mode.ReadAsync(reader));
            Assert.Equal(2, reader.GetInt32(0));
        }

        Assert.Equal(600L, await mode.ScalarAsync(connection, "SELECT COUNT(*) FROM city"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task ReaderOfAnEndedLease_NeverReadsAnothersRows(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString);
        await using var first = dataSource.CreateConnection();
        await mode.OpenAsync(first);
        await using ResilientMySqlCommand command = first.CreateCommand();
        command.CommandText = "SELECT city_id FROM city";
        DbDataReader stale = await mode.ReaderAsync(command);
        await mode.ReadAsync(stale);
        await mode.CloseAsync(first);

        await using var second = dataSource.CreateConnection();
        await mode.OpenAsync(second);
        await using ResilientMySqlCommand other = second.CreateCommand();
        other.CommandText = "SELECT city FROM city";
        await using DbDataReader current = await mode.ReaderAsync(other);

        Assert.True(stale.IsClosed);
        await Assert.ThrowsAsync<InvalidOperationException>(() => mode.ReadAsync(stale));
        Assert.Throws<InvalidOperationException>(() => stale.GetValue(0));
        Assert.True(await mode.ReadAsync(current));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task CloseConnection_ReaderTakesItsConnectionAlong(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await mode.OpenAsync(connection);
        await using ResilientMySqlCommand command = connection.CreateCommand();
        command.CommandText = "SELECT 1";

        DbDataReader reader = await mode.ReaderAsync(command, CommandBehavior.CloseConnection);
        await mode.CloseAsync(reader);

        Assert.Equal(ConnectionState.Closed, connection.State);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task WrongPassword_ThrowsTheDriversExceptionAtOnce(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString + ";Password=wrong");

        var refused = await Assert.ThrowsAsync<MySqlConnector.MySqlException>(() => mode.OpenAsync(connection));

        Assert.Equal(1045, refused.Number);
        Assert.Equal(ConnectionState.Closed, connection.State);
    }

    [Theory]
    [InlineData(CallMode.Sync)]
    [InlineData(CallMode.Async)]
    public async Task NobodyListens_FirstOpenFailsAtOnce(CallMode mode)
    {
        // Port 1 is reserved; nothing of ours listens there.
        await using var connection = new ResilientMySqlConnection("Server=127.0.0.1;Port=1;User ID=nobody");
        var states = new List<ConnectionState>();
        connection.StateChange += (_, change) => states.Add(change.CurrentState);
        long start = TimeProvider.System.GetTimestamp();

        var refused = await Assert.ThrowsAsync<MySqlConnector.MySqlException>(() => mode.OpenAsync(connection));

        Assert.Equal(1042, refused.Number);
        Assert.Equal([ConnectionState.Connecting, ConnectionState.Closed], states);
        Assert.True(TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(10), "It waited for a server that was never there.");
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task Factory_ItsObjectsWorkTogether(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        DbProviderFactory factory = ResilientMySqlFactory.Instance;
        DbConnectionStringBuilder builder = factory.CreateConnectionStringBuilder()!;
        builder.ConnectionString = rented.Server.ConnectionString;
        builder["Recovery Timeout"] = 5;
        await using DbConnection connection = factory.CreateConnection()!;
        connection.ConnectionString = builder.ConnectionString;
        await mode.OpenAsync(connection);
        await using DbCommand command = factory.CreateCommand()!;
        command.Connection = connection;
        command.CommandText = "SELECT city_id FROM city WHERE city = @city ORDER BY city_id";
        DbParameter parameter = factory.CreateParameter()!;
        parameter.ParameterName = "city";
        parameter.Value = "London";
        command.Parameters.Add(parameter);

        Assert.Equal(312, Convert.ToInt32(await mode.ScalarAsync(command), null));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task Insert_GivesItsIdAndIsSeenByDataTable(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await mode.OpenAsync(connection);
        await using var insert = new ResilientMySqlCommand("INSERT INTO city (city, country_id) VALUES (@city, @country)", connection);
        insert.Parameters.AddWithValue("@city", "Atlantis");
        insert.Parameters.AddWithValue("@country", 102);
        _ = mode is CallMode.Sync ? insert.ExecuteNonQuery() : await insert.ExecuteNonQueryAsync();
        Assert.Equal(601, insert.LastInsertedId);

        await using var select = new ResilientMySqlCommand("SELECT * FROM city WHERE city_id = 601", connection);
        await using DbDataReader reader = await mode.ReaderAsync(select);
        var table = new DataTable();
        table.Load(reader);

        Assert.Equal("Atlantis", Assert.Single(table.Rows.Cast<DataRow>())["city"]);
    }
}
