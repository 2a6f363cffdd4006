using System.Data;
using System.Data.Common;
using MySqlConnector;

namespace ResilientMySql.Aot.Sections;

/// <summary>Commands, readers, batches and schemas, written by hand.</summary>
internal sealed class AdoNetSection : ISection
{
    public string Name => "ado.net";

    public async Task RunAsync(Report report, string connectionString)
    {
        await using var dataSource = new ResilientMySqlDataSource(connectionString);
        await using ResilientMySqlConnection connection = await dataSource.OpenConnectionAsync();
        CheckCommands(report, connection);
        await CheckCommandsAsync(report, connection);
        CheckReader(report, connection);
        CheckBatch(report, connection);
        CheckProcedure(report, connection);
        CheckSchema(report, connection);
        CheckFactory(report, connectionString);
        report.Throws<MySqlException>("the server's error is the driver's", () => Execute(connection, "SELECT nothing FROM nowhere"));
    }

    private static void CheckCommands(Report report, ResilientMySqlConnection connection)
    {
        using ResilientMySqlCommand command = connection.CreateCommand();
        command.CommandText = "SELECT city_id FROM city WHERE city = @city AND country_id = @country";
        command.Parameters.AddWithValue("@city", "London");
        command.Parameters.Add("@country", MySqlDbType.Int32).Value = 102;
        report.Equal<object?>("named parameters, as a text", 312, Convert.ToInt32(command.ExecuteScalar(), null));
        command.Prepare();
        report.True("it is prepared", command.IsPrepared);
        report.Equal<object?>("named parameters, prepared", 312, Convert.ToInt32(command.ExecuteScalar(), null));
        command.Parameters[0].Value = "Atlantis";
        report.Equal<object?>("no row", null, command.ExecuteScalar());
    }

    private static async Task CheckCommandsAsync(Report report, ResilientMySqlConnection connection)
    {
        await using ResilientMySqlCommand command = connection.CreateCommand();
        command.CommandText = "INSERT INTO city (city, country_id) VALUES (?, ?)";
        command.Parameters.Add(new MySqlParameter { Value = "Atlantis" });
        command.Parameters.Add(new MySqlParameter { Value = 102 });
        report.Equal("a row is inserted", 1, await command.ExecuteNonQueryAsync());
        report.True("it has a number", command.LastInsertedId > 600);
        report.Equal("it is deleted", 1, Execute(connection, $"DELETE FROM city WHERE city_id = {command.LastInsertedId}"));
    }

    private static void CheckReader(Report report, ResilientMySqlConnection connection)
    {
        using ResilientMySqlCommand command = connection.CreateCommand();
        command.CommandText = "SELECT city_id, city, last_update FROM city WHERE city = 'London' ORDER BY city_id; SELECT 1";
        using ResilientMySqlDataReader reader = command.ExecuteReader();
        var rows = new List<(ushort, string)>();
        while (reader.Read())
            rows.Add((reader.GetFieldValue<ushort>(0), reader.GetString("city")));

        report.Items("typed rows", [((ushort)312, "London"), ((ushort)313, "London")], rows);
        report.Items("columns are described", ["city_id", "city", "last_update"], reader.GetColumnSchema().Select(static column => column.ColumnName));
        report.Equal("and as a table", 3, reader.GetSchemaTable()?.Rows.Count);
        report.True("a second result set", reader.NextResult() && reader.Read() && reader.GetInt32(0) == 1);
    }

    private static void CheckBatch(Report report, ResilientMySqlConnection connection)
    {
        using ResilientMySqlBatch batch = connection.CreateBatch();
        batch.BatchCommands.Add(new MySqlBatchCommand("SELECT 1"));
        batch.BatchCommands.Add(new MySqlBatchCommand("SELECT @two") { Parameters = { new MySqlParameter("@two", 2) } });
        using ResilientMySqlDataReader reader = batch.ExecuteReader();
        report.True("the batch's first", reader.Read() && reader.GetInt64(0) == 1);
        report.True("the batch's second", reader.NextResult() && reader.Read() && reader.GetInt64(0) == 2);
    }

    private static void CheckProcedure(Report report, ResilientMySqlConnection connection)
    {
        Execute(connection, "DROP PROCEDURE IF EXISTS aot_count");
        Execute(connection, "CREATE PROCEDURE aot_count(IN country INT, OUT cities INT) SELECT COUNT(*) INTO cities FROM city WHERE country_id = country");
        using ResilientMySqlCommand command = connection.CreateCommand();
        command.CommandText = "aot_count";
        command.CommandType = CommandType.StoredProcedure;
        command.Parameters.AddWithValue("@country", 102);
        MySqlParameter cities = command.Parameters.Add("@cities", MySqlDbType.Int32);
        cities.Direction = ParameterDirection.Output;
        command.ExecuteNonQuery();
        report.True("a procedure's out parameter", cities.Value is > 1);
        Execute(connection, "DROP PROCEDURE aot_count");
    }

    private static void CheckSchema(Report report, ResilientMySqlConnection connection)
    {
        DataTable tables = connection.GetSchema("Tables", [null, connection.Database]);
        report.True("the schema's tables", tables.Rows.Cast<DataRow>().Any(static row => row["TABLE_NAME"] is "city"));
        using var adapter = new ResilientMySqlDataAdapter("SELECT city FROM city WHERE city_id = 312", connection);
        var cities = new DataTable();
        adapter.Fill(cities);
        report.Equal<object?>("an adapter fills a table", "London", cities.Rows[0]["city"]);
    }

    private static void CheckFactory(Report report, string connectionString)
    {
        DbProviderFactory factory = ResilientMySqlFactory.Instance;
        DbConnectionStringBuilder builder = factory.CreateConnectionStringBuilder()!;
        builder.ConnectionString = connectionString;
        builder["Recovery Timeout"] = 5;
        using DbConnection connection = factory.CreateConnection()!;
        connection.ConnectionString = builder.ConnectionString;
        connection.Open();
        using DbCommand command = factory.CreateCommand()!;
        command.Connection = connection;
        command.CommandText = "SELECT @number";
        DbParameter parameter = factory.CreateParameter()!;
        parameter.ParameterName = "@number";
        parameter.Value = 7;
        command.Parameters.Add(parameter);
        report.Equal("all from the factory", 7, Convert.ToInt32(command.ExecuteScalar(), null));
    }

    private static int Execute(ResilientMySqlConnection connection, string sql)
    {
        using ResilientMySqlCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }
}
