using System.Data;
using MySqlConnector;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.AdoNet;

/// <summary>Data adapters and command builders, which are synchronous by nature.</summary>
public sealed class DataAdapterTests
{
    private const string Select = "SELECT country_id, country FROM country ORDER BY country_id";

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task Changes_AreWrittenBackByCommandsOfTheBuilder(ServerEngine engine)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        string gadget = $"{rented.Server.Database}.gadget";
        await rented.Server.ExecuteAsync($"DROP TABLE IF EXISTS {gadget}");
        await rented.Server.ExecuteAsync($"CREATE TABLE {gadget} (id INT PRIMARY KEY, name VARCHAR(50))");
        await rented.Server.ExecuteAsync($"INSERT INTO {gadget} VALUES (1, 'one'), (2, 'two')");
        using var adapter = new ResilientMySqlDataAdapter("SELECT id, name FROM gadget", rented.Server.ConnectionString);
        using var builder = new ResilientMySqlCommandBuilder(adapter);
        await using ResilientMySqlConnection connection = adapter.SelectCommand!.Connection!;
        adapter.MissingSchemaAction = MissingSchemaAction.AddWithKey;
        var table = new DataTable();

        Assert.Equal(2, adapter.Fill(table));
        Assert.Equal(ConnectionState.Closed, connection.State);
        table.Rows.Find(1)!["name"] = "uno";
        table.Rows.Add(3, "three");
        table.Rows.Find(2)!.Delete();
        Assert.Equal(3, adapter.Update(table));
        Assert.Equal(ConnectionState.Closed, connection.State);

        Assert.Equal("1 uno, 3 three", await rented.Server.QueryAsync<string>($"SELECT GROUP_CONCAT(id, ' ', name ORDER BY id SEPARATOR ', ') FROM {gadget}"));
        ResilientMySqlCommand insert = builder.GetInsertCommand();
        Assert.Equal("INSERT INTO `gadget` (`id`, `name`) VALUES (@p1, @p2)", insert.CommandText.Replace($"`{rented.Server.Database}`.", "", StringComparison.Ordinal));
        Assert.Equal((MySqlDbType.VarChar, "@p2"), (insert.Parameters[1].MySqlDbType, insert.Parameters[1].ParameterName));
        Assert.StartsWith("DELETE", builder.GetDeleteCommand().CommandText, StringComparison.Ordinal);
        Assert.StartsWith("UPDATE", builder.GetUpdateCommand().CommandText, StringComparison.Ordinal);
        Assert.Equal(("`a``b`", "a`b"), (builder.QuoteIdentifier("a`b"), builder.UnquoteIdentifier("`a``b`")));

        // Without the builder the adapter has nothing to write with.
        builder.DataAdapter = null;
        table.Rows.Add(4, "four");
        Assert.Throws<InvalidOperationException>(() => adapter.Update(table));
        await rented.Server.ExecuteAsync($"DROP TABLE {gadget}");
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task Batches_WriteAllRowsAndRaiseEveryEvent(ServerEngine engine)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await connection.OpenAsync();
        using var adapter = new ResilientMySqlDataAdapter(new ResilientMySqlCommand(Select, connection)) { UpdateBatchSize = 4 };
        adapter.InsertCommand = new ResilientMySqlCommand("INSERT INTO country (country_id, country) VALUES (@id, @name)", connection) { UpdatedRowSource = UpdateRowSource.None };
        adapter.InsertCommand.Parameters.Add(new MySqlParameter("@id", MySqlDbType.Int32) { SourceColumn = "country_id" });
        adapter.InsertCommand.Parameters.Add(new MySqlParameter("@name", MySqlDbType.VarChar) { SourceColumn = "country" });
        var table = new DataTable();
        adapter.Fill(table);
        var updating = new List<ResilientMySqlCommand?>();
        int updated = 0;
        adapter.RowUpdating += (sender, row) =>
        {
            Assert.Same(adapter, sender);
            updating.Add(row.Command);
        };
        adapter.RowUpdated += (_, _) => updated++;
        for (int i = 0; i < 10; i++)
            table.Rows.Add(1000 + i, $"new {i}");

        adapter.Update(table);

        Assert.Equal(10, updating.Count);
        Assert.All(updating, command => Assert.Same(adapter.InsertCommand, command));
        Assert.Equal(3, updated);
        Assert.Equal("new 9", await rented.Server.QueryAsync<string>($"SELECT country FROM {rented.Server.Database}.country WHERE country_id = 1009"));
        Assert.Equal(119, await rented.Server.QueryAsync<long>($"SELECT COUNT(*) FROM {rented.Server.Database}.country"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task DiedIdle_FillAndUpdateGoOnAndNothingIsWrittenTwice(ServerEngine engine)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await connection.OpenAsync();
        using var adapter = new ResilientMySqlDataAdapter(Select, connection);
        using var builder = new ResilientMySqlCommandBuilder(adapter);
        adapter.MissingSchemaAction = MissingSchemaAction.AddWithKey;
        var table = new DataTable();
        await rented.Server.KillAllSessionsAsync();
        Assert.Equal(109, adapter.Fill(table));
        table.Rows.Add(900, "Atlantis");

        await rented.Server.KillAllSessionsAsync();

        Assert.Equal(1, adapter.Update(table));
        Assert.Equal(1, await rented.Server.QueryAsync<long>($"SELECT COUNT(*) FROM {rented.Server.Database}.country WHERE country = 'Atlantis'"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task Parameters_AreDerivedOnANewSessionToo(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await rented.Server.ExecuteAsync($"DROP PROCEDURE IF EXISTS {rented.Server.Database}.twice");
        await rented.Server.ExecuteAsync($"CREATE PROCEDURE {rented.Server.Database}.twice (IN number INT, OUT result BIGINT) SET result = 2 * number");
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await mode.OpenAsync(connection);
        await using var command = new ResilientMySqlCommand("twice", connection) { CommandType = CommandType.StoredProcedure };
        await rented.Server.KillAllSessionsAsync();

        await DeriveAsync(mode, command);

        Assert.Equal(
            [("@number", ParameterDirection.Input, MySqlDbType.Int32), ("@result", ParameterDirection.Output, MySqlDbType.Int64)],
            command.Parameters.Select(static parameter => (parameter.ParameterName, parameter.Direction, parameter.MySqlDbType)));
        command.Parameters["@number"].Value = 21;
        await (mode is CallMode.Sync ? Task.FromResult(command.ExecuteNonQuery()) : command.ExecuteNonQueryAsync());
        Assert.Equal(42L, command.Parameters["@result"].Value);

        await using var missing = new ResilientMySqlCommand("missing", connection) { CommandType = CommandType.StoredProcedure };
        await Assert.ThrowsAsync<MySqlException>(() => DeriveAsync(mode, missing));
        await using var text = new ResilientMySqlCommand("twice", connection);
        await Assert.ThrowsAsync<ArgumentException>(() => DeriveAsync(mode, text));
        await mode.CloseAsync(connection);
        await Assert.ThrowsAsync<ArgumentException>(() => DeriveAsync(mode, missing));
        await rented.Server.ExecuteAsync($"DROP PROCEDURE {rented.Server.Database}.twice");
    }

    private static async Task DeriveAsync(CallMode mode, ResilientMySqlCommand command)
    {
        if (mode is CallMode.Sync)
            ResilientMySqlCommandBuilder.DeriveParameters(command);
        else
            await ResilientMySqlCommandBuilder.DeriveParametersAsync(command);
    }
}
