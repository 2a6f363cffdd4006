using System.Collections.Concurrent;
using System.Data.Common;
using MySqlConnector;
using ResilientMySql.Driver;
using ResilientMySql.Integration.DataSources;
using ResilientMySql.Integration.Faults;
using ResilientMySql.Testing;
using ResilientMySql.Testing.Faults;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Driver;

/// <summary>Pins the driver's own reset to the referenced version, and what it does to a session on both servers and every transport.</summary>
public sealed class SessionResetTests
{
    public static TheoryData<ServerEngine, CallMode, ResetLink> Links
    {
        get
        {
            var cells = new TheoryData<ServerEngine, CallMode, ResetLink>();
            foreach (ServerEngine engine in Enum.GetValues<ServerEngine>())
            {
                foreach (CallMode mode in Enum.GetValues<CallMode>())
                {
                    foreach (ResetLink link in Enum.GetValues<ResetLink>())
                        cells.Add(engine, mode, link);
                }
            }

            return cells;
        }
    }

    [Fact]
    public void ReferencedDriver_HasIt() => Assert.True(SessionReset.IsAvailable);

    [SkippableTheory]
    [MemberData(nameof(Links))]
    public async Task ChangedSession_IsAsNew(ServerEngine engine, CallMode mode, ResetLink link)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using MySqlConnection connection = await ResetLinks.OpenAsync(mode, await ResetLinks.OptionsAsync(rented.Server, link));

        await AssertCleansAsync(rented.Server, connection, mode);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task ChangedSessionOverTls_IsAsNew(ServerEngine engine)
    {
        await using EncryptedServer encrypted = await EncryptedServer.StartAsync(engine);
        foreach (CallMode mode in Enum.GetValues<CallMode>())
        {
            MySqlConnectionStringBuilder options = await ResetLinks.OptionsAsync(encrypted.Server, ResetLink.Tcp);
            options.SslMode = MySqlSslMode.Required;
            await using MySqlConnection connection = await ResetLinks.OpenAsync(mode, options);
            Assert.True(SessionEncryption.IsOn(connection));

            await AssertCleansAsync(encrypted.Server, connection, mode);
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task Commands_AreThoseAskedFor(ServerEngine engine, CallMode mode)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using MySqlConnection connection = await ResetLinks.OpenAsync(mode, new MySqlConnectionStringBuilder(proxied.ConnectionString) { Pooling = false, Pipelining = false });
        var commands = new ConcurrentQueue<ServerCommand>();
        using Injection watching = proxied.Proxy.Inject(new SwallowAnswer(), request =>
        {
            commands.Enqueue(request.Command);
            return false;
        });

        Assert.True(await ResetLinks.ResetAsync(connection, mode));

        // The query is SET NAMES.
        Assert.Equal([ServerCommand.ResetConnection, ServerCommand.Query, ServerCommand.InitDb], commands);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task SchemasCharacterSet_IsKept(ServerEngine engine, CallMode mode)
    {
        const string Settings = "SELECT CONCAT(@@character_set_database, ' ', @@collation_database)";
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await rented.Server.ExecuteAsync("CREATE DATABASE lettered CHARACTER SET latin2");
        try
        {
            MySqlConnectionStringBuilder options = await ResetLinks.OptionsAsync(rented.Server, ResetLink.Tcp);
            options.Database = "lettered";
            await using MySqlConnection connection = await ResetLinks.OpenAsync(mode, options);
            object? fresh = await mode.ScalarAsync(connection, Settings);

            Assert.True(await ResetLinks.ResetAsync(connection, mode));

            Assert.Equal(fresh, await mode.ScalarAsync(connection, Settings));
        }
        finally
        {
            await rented.Server.ExecuteAsync("DROP DATABASE lettered");
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task ChangedSchema_IsBack(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using MySqlConnection connection = await ResetLinks.OpenAsync(mode, await ResetLinks.OptionsAsync(rented.Server, ResetLink.Tcp));
        await mode.ChangeDatabaseAsync(connection, "information_schema");

        Assert.True(await ResetLinks.ResetAsync(connection, mode));

        Assert.Equal(rented.Server.Database, connection.Database);
        Assert.Equal(rented.Server.Database, await mode.ScalarAsync(connection, "SELECT DATABASE()"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task SchemaChangedUnnoticed_IsBack(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using MySqlConnection connection = await ResetLinks.OpenAsync(mode, await ResetLinks.OptionsAsync(rented.Server, ResetLink.Tcp));
        await mode.ExecuteAsync(connection, "SET session_track_schema = 0");
        await mode.ExecuteAsync(connection, "USE information_schema");
        Assert.Equal(rented.Server.Database, connection.Database);

        Assert.True(await ResetLinks.ResetAsync(connection, mode));

        Assert.Equal(rented.Server.Database, await mode.ScalarAsync(connection, "SELECT DATABASE()"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task SessionWithoutSchema_HasNoneAfterwards(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        MySqlConnectionStringBuilder options = await ResetLinks.OptionsAsync(rented.Server, ResetLink.Tcp);
        options.Database = "";
        await using MySqlConnection connection = await ResetLinks.OpenAsync(mode, options);
        await mode.ChangeDatabaseAsync(connection, rented.Server.Database);

        Assert.True(await ResetLinks.ResetAsync(connection, mode));

        Assert.Equal(DBNull.Value, await mode.ScalarAsync(connection, "SELECT DATABASE()"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task PreparedCommand_IsForgottenAndPreparesAnew(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using MySqlConnection connection = await ResetLinks.OpenAsync(mode, await ResetLinks.OptionsAsync(rented.Server, ResetLink.Tcp));
        await using var command = new MySqlCommand("SELECT city FROM city WHERE city_id = @id", connection);
        command.Parameters.AddWithValue("@id", 1);
        await mode.PrepareAsync(command);
        Assert.True(command.IsPrepared);
        object? city = await mode.ScalarAsync(command);

        Assert.True(await ResetLinks.ResetAsync(connection, mode));

        Assert.False(command.IsPrepared);
        Assert.Equal(city, await mode.ScalarAsync(command));
        await mode.PrepareAsync(command);
        Assert.True(command.IsPrepared);
        Assert.Equal(city, await mode.ScalarAsync(command));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task OpenTransaction_IsForgottenByTheDriverToo(ServerEngine engine, CallMode mode)
    {
        const string Update = "UPDATE city SET city = 'renamed' WHERE city_id = 1";
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using MySqlConnection connection = await ResetLinks.OpenAsync(mode, await ResetLinks.OptionsAsync(rented.Server, ResetLink.Tcp));
        DbTransaction stale = await mode.BeginAsync(connection);
        await mode.ExecuteAsync(connection, Update, stale);

        Assert.True(await ResetLinks.ResetAsync(connection, mode));

        Assert.NotEqual("renamed", await mode.ScalarAsync(connection, "SELECT city FROM city WHERE city_id = 1"));
        await using DbTransaction next = await mode.BeginAsync(connection);
        await mode.ExecuteAsync(connection, Update, next);
        await mode.DisposeAsync(stale);
        await using var command = new MySqlCommand("SELECT city FROM city WHERE city_id = 1", connection, (MySqlTransaction)next);
        Assert.Equal("renamed", await mode.ScalarAsync(command));
        await mode.RollbackAsync(next);
    }

    private static async Task AssertCleansAsync(TestServer server, MySqlConnection connection, CallMode mode)
    {
        int serverThread = connection.ServerThread;
        object? city = await mode.ScalarAsync(connection, "SELECT city FROM city WHERE city_id = 1");
        object? settings = await mode.ScalarAsync(connection, "SELECT CONCAT_WS('|', @@sql_mode, @@character_set_client, @@collation_connection, @@autocommit)");
        await mode.ExecuteAsync(connection, "SET @left_behind = 1, sql_mode = 'ANSI_QUOTES', NAMES latin1, autocommit = 0");
        await mode.ExecuteAsync(connection, "CREATE TEMPORARY TABLE left_behind (id INT)");
        await mode.ScalarAsync(connection, "SELECT GET_LOCK('left_behind', 1)");
        await mode.ExecuteAsync(connection, "USE information_schema");
        await mode.ExecuteAsync(connection, $"UPDATE {server.Database}.city SET city = 'left behind' WHERE city_id = 1");

        Assert.True(await ResetLinks.ResetAsync(connection, mode));

        Assert.Equal(serverThread, connection.ServerThread);
        Assert.Equal((long)serverThread, Convert.ToInt64(await mode.ScalarAsync(connection, "SELECT CONNECTION_ID()")));
        Assert.Equal(server.Database, await mode.ScalarAsync(connection, "SELECT DATABASE()"));
        Assert.Equal(server.Database, connection.Database);
        Assert.Equal(city, await server.QueryAsync<string>($"SELECT city FROM {server.Database}.city WHERE city_id = 1 FOR UPDATE"));
        Assert.Equal(1L, await server.QueryAsync<long>("SELECT IS_FREE_LOCK('left_behind')"));
        Assert.Equal(DBNull.Value, await mode.ScalarAsync(connection, "SELECT @left_behind"));
        Assert.Equal(settings, await mode.ScalarAsync(connection, "SELECT CONCAT_WS('|', @@sql_mode, @@character_set_client, @@collation_connection, @@autocommit)"));
        await Assert.ThrowsAsync<MySqlException>(() => mode.ScalarAsync(connection, "SELECT * FROM left_behind"));
    }
}
