using System.Data;
using System.Data.Common;
using MySqlConnector;
using ResilientMySql.Conformance.Transcripts;

namespace ResilientMySql.Conformance.Cases.Adapters;

/// <summary>Data adapters and command builders.</summary>
public static class Adapters
{
    public static async Task Fill(Scene scene)
    {
        using MySqlConnection connection = await MakeAsync(scene);
        using var adapter = new MySqlDataAdapter("SELECT * FROM adapted ORDER BY id", connection);
        using var table = new DataTable();
        scene.Try("fill", () => adapter.Fill(table));
        Note(scene, table);
        scene.Note("state", connection.State);
        scene.Note("select", adapter.SelectCommand?.CommandText);
    }

    public static async Task FillOpensAndClosesAClosedConnection(Scene scene)
    {
        (await MakeAsync(scene)).Dispose();
        using var connection = new MySqlConnection(scene.ConnectionString);
        scene.Watch(connection);
        using var adapter = new MySqlDataAdapter("SELECT * FROM adapted; SELECT 1 AS a", connection);
        using var set = new DataSet();
        scene.Try("fill", () => adapter.Fill(set));
        foreach (DataTable table in set.Tables)
            Note(scene, table);

        scene.Note("state", connection.State);
        using var direct = new MySqlDataAdapter("SELECT 5 AS five", scene.ConnectionString);
        using var other = new DataTable();
        scene.Try("fill", () => direct.Fill(other));
        Note(scene, other);
    }

    public static async Task FillSchema(Scene scene)
    {
        using MySqlConnection connection = await MakeAsync(scene);
        using var adapter = new MySqlDataAdapter("SELECT * FROM adapted", connection);
        using var table = new DataTable();
        scene.Do("fill schema", () => adapter.FillSchema(table, SchemaType.Source));
        Note(scene, table);
        adapter.MissingSchemaAction = MissingSchemaAction.AddWithKey;
        using var filled = new DataTable();
        scene.Try("fill", () => adapter.Fill(filled));
        Note(scene, filled);
    }

    public static async Task Update(Scene scene)
    {
        using MySqlConnection connection = await MakeAsync(scene);
        using var adapter = new MySqlDataAdapter("SELECT id, name FROM adapted ORDER BY id", connection);
        using var builder = new MySqlCommandBuilder(adapter);
        scene.Note("insert", builder.GetInsertCommand().CommandText);
        scene.Note("update", builder.GetUpdateCommand().CommandText);
        scene.Note("delete", builder.GetDeleteCommand().CommandText);
        using var table = new DataTable();
        adapter.Fill(table);
        table.Rows[0]["name"] = "changed";
        table.Rows[1].Delete();
        table.Rows.Add(9, "added");
        adapter.RowUpdating += (_, update) => scene.Write($"event updating {update.StatementType} {update.Status} {update.Command?.CommandText}");
        adapter.RowUpdated += (_, update) => scene.Write($"event updated {update.StatementType} {update.Status} {update.RecordsAffected} {update.Errors?.GetType().Name}");
        scene.Try("update", () => adapter.Update(table));
        await scene.NoteAllAsync(connection, "SELECT id, name FROM adapted ORDER BY id");
    }

    public static async Task UpdateMeetsAConflict(Scene scene)
    {
        using MySqlConnection connection = await MakeAsync(scene);
        using var adapter = new MySqlDataAdapter("SELECT id, name FROM adapted ORDER BY id", connection);
        using var builder = new MySqlCommandBuilder(adapter);
        using var table = new DataTable();
        adapter.Fill(table);
        await scene.PrepareAsync("UPDATE adapted SET name = 'by another' WHERE id = 1");
        table.Rows[0]["name"] = "mine";
        scene.Try("update", () => adapter.Update(table));
        table.Rows.Add(2, "duplicate");
        adapter.ContinueUpdateOnError = true;
        scene.Try("update", () => adapter.Update(table));
        foreach (DataRow row in table.Rows)
            scene.Note("error", row.RowError.Length > 0);
    }

    public static async Task BatchedUpdate(Scene scene)
    {
        using MySqlConnection connection = await MakeAsync(scene);
        using var adapter = new MySqlDataAdapter("SELECT id, name FROM adapted ORDER BY id", connection)
        {
            InsertCommand = new MySqlCommand("INSERT INTO adapted (id, name) VALUES (@id, @name)", connection),
        };
        adapter.InsertCommand.Parameters.Add(new MySqlParameter("@id", MySqlDbType.Int32) { SourceColumn = "id" });
        adapter.InsertCommand.Parameters.Add(new MySqlParameter("@name", MySqlDbType.VarChar) { SourceColumn = "name" });
        adapter.InsertCommand.UpdatedRowSource = UpdateRowSource.None;
        using var table = new DataTable();
        adapter.Fill(table);
        for (int id = 10; id < 15; id++)
            table.Rows.Add(id, "row");

        scene.Note("batch size", adapter.UpdateBatchSize);
        scene.Do("set", () => adapter.UpdateBatchSize = 3);
        scene.Try("update", () => adapter.Update(table));
        scene.Do("negative", () => adapter.UpdateBatchSize = -1);
        await scene.QueryAsync(connection, "SELECT GROUP_CONCAT(id ORDER BY id) FROM adapted");
    }

    public static async Task Constructors(Scene scene)
    {
        using MySqlConnection connection = await MakeAsync(scene);
        scene.Note("empty", new MySqlDataAdapter().SelectCommand);
        using var command = new MySqlCommand("SELECT 1", connection);
        scene.Note("of a command", ReferenceEquals(new MySqlDataAdapter(command).SelectCommand, command));
        scene.Note("of a text", new MySqlDataAdapter("SELECT 1", connection).SelectCommand?.CommandText);
        using DbDataAdapter general = MySqlConnectorFactory.Instance.CreateDataAdapter()!;
        scene.Note("of the factory", general.GetType());
        general.SelectCommand = command;
        using var table = new DataTable();
        scene.Try("fill", () => general.Fill(table));
        using DbCommandBuilder builder = MySqlConnectorFactory.Instance.CreateCommandBuilder()!;
        scene.Note("builder", builder.GetType());
        scene.Do("without a select", () => new MySqlDataAdapter().Fill(table));
    }

    public static async Task DeriveParameters(Scene scene)
    {
        await scene.PrepareAsync("DROP PROCEDURE IF EXISTS derived; CREATE PROCEDURE derived(IN a INT, INOUT b VARCHAR(5), OUT c DECIMAL(10,2)) SET c = a; DROP FUNCTION IF EXISTS derived_function; CREATE FUNCTION derived_function(a INT) RETURNS INT DETERMINISTIC NO SQL RETURN a");
        using MySqlConnection connection = await scene.OpenAsync();
        foreach (string name in new[] { "derived", "derived_function", "there_is_no_such", $"{scene.Schema}.derived" })
        {
            using var command = new MySqlCommand(name, connection) { CommandType = CommandType.StoredProcedure };
            scene.Do("derive " + name, () => MySqlCommandBuilder.DeriveParameters(command));
            foreach (MySqlParameter parameter in command.Parameters)
                scene.Write($"{parameter.ParameterName} {parameter.Direction} {parameter.MySqlDbType} {parameter.Size} {parameter.Precision} {parameter.Scale}");
        }

        using var text = new MySqlCommand("SELECT 1", connection);
        scene.Do("of a text", () => MySqlCommandBuilder.DeriveParameters(text));
        using var alone = new MySqlCommand("derived") { CommandType = CommandType.StoredProcedure };
        scene.Do("without connection", () => MySqlCommandBuilder.DeriveParameters(alone));
    }

    [Differs("null-argument")]
    public static async Task Quoting(Scene scene)
    {
        using var builder = new MySqlCommandBuilder();
        scene.Note("prefix", builder.QuotePrefix);
        scene.Note("suffix", builder.QuoteSuffix);
        scene.Try("quote", () => builder.QuoteIdentifier("a`b"));
        scene.Try("unquote", () => builder.UnquoteIdentifier("`a``b`"));
        scene.Try("quote null", () => builder.QuoteIdentifier(null!));
        await Task.CompletedTask;
    }

    private static async Task<MySqlConnection> MakeAsync(Scene scene)
    {
        await scene.TableAsync("adapted", "id INT PRIMARY KEY, name VARCHAR(20) NOT NULL", "(1, 'one'), (2, 'two'), (3, 'three')");
        return await scene.OpenAsync();
    }

    private static void Note(Scene scene, DataTable table)
    {
        scene.Write($"{table.TableName}: " + string.Join(", ", table.Columns.Cast<DataColumn>().Select(static column => $"{column.ColumnName} {column.DataType.Name} null {column.AllowDBNull} unique {column.Unique} length {column.MaxLength}")));
        scene.Note("key", table.PrimaryKey.Select(static column => column.ColumnName).ToArray());
        foreach (DataRow row in table.Rows)
            scene.Note("row", row.ItemArray);
    }
}
