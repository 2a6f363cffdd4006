using System.Data;
using System.Data.Common;
using MySqlConnector;
using ResilientMySql.Conformance.Transcripts;

namespace ResilientMySql.Conformance.Cases.Readers;

/// <summary>From result to result, and out again.</summary>
public static class ReaderFlow
{
    public static async Task SeveralResults(Scene scene)
    {
        await scene.TableAsync("flow", "id INT");
        using MySqlConnection connection = await scene.OpenAsync();
        await scene.NoteAllAsync(connection, "SELECT 1 AS a; SELECT 2 AS b, 3 AS c WHERE 1 = 0; INSERT INTO flow VALUES (1), (2); SELECT id FROM flow ORDER BY id; DELETE FROM flow");
    }

    public static async Task RecordsAffectedOnTheWay(Scene scene)
    {
        await scene.TableAsync("flow", "id INT");
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("INSERT INTO flow VALUES (1), (2); SELECT id FROM flow ORDER BY id; DELETE FROM flow; SELECT 5", connection);
        MySqlDataReader reader = await scene.ReaderAsync(command);
        scene.Note("at once", reader.RecordsAffected);
        do
        {
            scene.Note("in result", reader.RecordsAffected);
            while (await scene.ReadAsync(reader))
                scene.Note("in row", reader.RecordsAffected);
        }
        while (await scene.NextResultAsync(reader));

        scene.Note("at the end", reader.RecordsAffected);
        await scene.CloseAsync(reader);
        scene.Note("closed", reader.RecordsAffected);
    }

    public static async Task RecordsAffectedOfASelect(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("SELECT 1", connection);
        MySqlDataReader reader = await scene.ReaderAsync(command);
        scene.Note("at once", reader.RecordsAffected);
        await scene.ReadAsync(reader);
        scene.Note("in row", reader.RecordsAffected);
        await scene.CloseAsync(reader);
        scene.Note("closed", reader.RecordsAffected);
    }

    public static async Task ErrorInALaterResult(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("SELECT 1; SELECT * FROM there_is_no_such; SELECT 3", connection);
        MySqlDataReader reader = await scene.ReaderAsync(command);
        await scene.TryAsync("read", () => scene.ReadAsync(reader));
        await scene.TryAsync("next", () => scene.NextResultAsync(reader));
        await scene.TryAsync("read", () => scene.ReadAsync(reader));
        await scene.TryAsync("next", () => scene.NextResultAsync(reader));
        scene.Try("fields", () => reader.FieldCount);
        await scene.DoAsync("close", () => scene.CloseAsync(reader));
        await scene.QueryAsync(connection, "SELECT 4");
    }

    public static async Task ErrorInALaterRow(Scene scene)
    {
        await scene.TableAsync("row_error", "id INT PRIMARY KEY", "(1), (2), (3)");
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("SELECT id, IF(id = 3, (SELECT 1 UNION ALL SELECT 2), 0) FROM row_error ORDER BY id", connection);
        await scene.NoteAllAsync(command);
        scene.Note("state", connection.State);
        await scene.QueryAsync(connection, "SELECT 4");
    }

    public static async Task ErrorThatCloseFinds(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("SELECT 1; SELECT * FROM there_is_no_such", connection);
        MySqlDataReader reader = await scene.ReaderAsync(command);
        await scene.DoAsync("close", () => scene.CloseAsync(reader));
        await scene.QueryAsync(connection, "SELECT 4");
    }

    public static async Task LeftInTheMiddle(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3; SELECT 4", connection);
        MySqlDataReader reader = await scene.ReaderAsync(command);
        await scene.ReadAsync(reader);
        await scene.DoAsync("dispose", () => scene.DisposeAsync(reader));
        scene.Note("closed", reader.IsClosed);
        await scene.QueryAsync(connection, "SELECT 5");
    }

    public static async Task Enumerated(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("SELECT 1 AS a, 'x' AS b UNION ALL SELECT 2, 'y'", connection);
        using MySqlDataReader reader = await scene.ReaderAsync(command);
        foreach (object? record in reader)
        {
            scene.Note("record", record.GetType());
            scene.Note("a", ((IDataRecord)record)["a"]);
            scene.Note("b", ((IDataRecord)record)[1]);
        }

        scene.Note("closed", reader.IsClosed);
    }

    public static async Task LoadedIntoADataTable(Scene scene)
    {
        await scene.TableAsync("loaded", "id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(10) NOT NULL, u INT UNIQUE", "(1, 'a', NULL), (2, 'b', 5)");
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("SELECT * FROM loaded ORDER BY id", connection);
        using MySqlDataReader reader = await scene.ReaderAsync(command);
        using var table = new DataTable();
        scene.Do("load", () => table.Load(reader));
        foreach (DataColumn column in table.Columns)
            scene.Write($"column {column.ColumnName} {column.DataType.Name} null {column.AllowDBNull} auto {column.AutoIncrement} unique {column.Unique} length {column.MaxLength} read-only {column.ReadOnly}");

        foreach (DataRow row in table.Rows)
            scene.Note("row", row.ItemArray);

        scene.Note("key", table.PrimaryKey.Length);
        scene.Note("closed", reader.IsClosed);
    }

    public static async Task GetValuesWithArraysOfAnySize(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("SELECT 1, 'x', NULL", connection);
        using MySqlDataReader reader = await scene.ReaderAsync(command);
        await scene.ReadAsync(reader);
        foreach (int size in new[] { 0, 1, 3, 5 })
        {
            var values = new object[size];
            scene.Try($"into {size}", () => reader.GetValues(values));
            scene.Note("values", values);
        }

        scene.Try("into null", () => reader.GetValues(null!));
    }

    public static async Task GetBytesEdges(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("SELECT X'0102030405', X'', NULL, 'text', 5", connection);
        using MySqlDataReader reader = await scene.ReaderAsync(command);
        await scene.ReadAsync(reader);
        foreach ((int column, long dataOffset, int size, int bufferOffset, int length) in new (int, long, int, int, int)[]
        {
            (0, 0, 5, 0, 5), (0, 2, 5, 1, 2), (0, 0, 3, 0, 5), (0, 0, 10, 0, 10), (0, 5, 5, 0, 5), (0, 6, 5, 0, 5), (0, -1, 5, 0, 5),
            (0, 0, 5, -1, 5), (0, 0, 5, 6, 1), (0, 0, 5, 0, -1), (0, 0, 5, 3, 5), (0, long.MaxValue, 5, 0, 5), (1, 0, 5, 0, 5), (2, 0, 5, 0, 5), (3, 0, 5, 0, 5), (4, 0, 5, 0, 5),
        })
        {
            var buffer = new byte[size];
            scene.Try($"{column} from {dataOffset} to {bufferOffset} of {size}, {length}", () => reader.GetBytes(column, dataOffset, buffer, bufferOffset, length));
            scene.Note("buffer", buffer);
        }

        scene.Try("length", () => reader.GetBytes(0, 0, null, 0, 0));
        scene.Try("length from 2", () => reader.GetBytes(0, 2, null, 0, 0));
        scene.Try("length of null", () => reader.GetBytes(2, 0, null, 0, 0));
    }

    public static async Task GetCharsEdges(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("SELECT 'größe', '', NULL, X'41', 5", connection);
        using MySqlDataReader reader = await scene.ReaderAsync(command);
        await scene.ReadAsync(reader);
        foreach ((int column, long dataOffset, int size, int bufferOffset, int length) in new (int, long, int, int, int)[]
        {
            (0, 0, 5, 0, 5), (0, 2, 5, 1, 2), (0, 0, 3, 0, 5), (0, 0, 10, 0, 10), (0, 5, 5, 0, 5), (0, 6, 5, 0, 5), (0, -1, 5, 0, 5),
            (0, 0, 5, -1, 5), (0, 0, 5, 6, 1), (0, 0, 5, 0, -1), (0, 0, 5, 3, 5), (1, 0, 5, 0, 5), (2, 0, 5, 0, 5), (3, 0, 5, 0, 5), (4, 0, 5, 0, 5),
        })
        {
            var buffer = new char[size];
            scene.Try($"{column} from {dataOffset} to {bufferOffset} of {size}, {length}", () => reader.GetChars(column, dataOffset, buffer, bufferOffset, length));
            scene.Note("buffer", new string(buffer).Replace('\0', '.'));
        }

        scene.Try("length", () => reader.GetChars(0, 0, null, 0, 0));
    }

    public static async Task Streams(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("SELECT X'0102030405' AS b, 'text' AS t UNION ALL SELECT X'FF', 'next'", connection);
        using MySqlDataReader reader = await scene.ReaderAsync(command);
        await scene.ReadAsync(reader);
        Stream stream = reader.GetStream(0);
        scene.Note("stream", stream);
        scene.Note("is a", stream.GetType());
        scene.Note("first", stream.ReadByte());
        scene.Try("again", () => reader.GetStream(0));
        scene.Note("text reader", reader.GetTextReader(1).GetType());
        scene.Try("text reader of bytes", () => reader.GetTextReader(0).ReadToEnd());
        scene.Try("stream of text", () => reader.GetStream(1));
        await scene.ReadAsync(reader);
        scene.Try("next row", () => reader.GetStream(0));
    }

    public static async Task NestedReaderIsNotSupported(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("SELECT 1", connection);
        using MySqlDataReader reader = await scene.ReaderAsync(command);
        await scene.ReadAsync(reader);
        scene.Try("data", () => ((IDataRecord)reader).GetData(0));
        scene.Try("data", () => reader.GetData(0));
    }

    public static async Task AsyncGetters(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("SELECT 1, NULL, 'x'", connection);
        using MySqlDataReader reader = await scene.ReaderAsync(command);
        await scene.ReadAsync(reader);
        await scene.TryAsync("int", () => reader.GetFieldValueAsync<int>(0));
        await scene.TryAsync("null", () => reader.IsDBNullAsync(1));
        await scene.TryAsync("int of null", () => reader.GetFieldValueAsync<int>(1));
        await scene.TryAsync("int of text", () => reader.GetFieldValueAsync<int>(2));
        await scene.TryAsync("cancelled", () => reader.GetFieldValueAsync<int>(0, new CancellationToken(canceled: true)));
        await scene.TryAsync("cancelled", () => reader.IsDBNullAsync(0, new CancellationToken(canceled: true)));
        await scene.TryAsync("schema table", async () => (await reader.GetSchemaTableAsync())?.Rows.Count);
        await scene.TryAsync("column schema", async () => (await reader.GetColumnSchemaAsync()).Count);
    }

    public static async Task DuplicateAndOddColumnNames(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("SELECT 1 AS a, 2 AS A, 3 AS a, 4 AS `a b`, 5 AS `größe`, 6 AS ``", connection);
        using MySqlDataReader reader = await scene.ReaderAsync(command);
        await scene.ReadAsync(reader);
        foreach (string name in new[] { "a", "A", "a b", "größe", "GRÖSSE", "GRÖßE", "" })
            scene.Try(name, () => reader.GetOrdinal(name));
    }

    public static async Task ManyRows(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 900) SELECT i, REPEAT('x', i) FROM n", connection);
        using MySqlDataReader reader = await scene.ReaderAsync(command);
        long sum = 0;
        while (await scene.ReadAsync(reader))
            sum += reader.GetInt32(0) + reader.GetString(1).Length;

        scene.Note("sum", sum);
    }

    public static async Task ClosedWhileTheConnectionIsDisposed(Scene scene)
    {
        MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("SELECT 1", connection);
        MySqlDataReader reader = await scene.ReaderAsync(command);
        await scene.DisposeAsync(connection);
        scene.Note("closed", reader.IsClosed);
        await scene.DoAsync("close", () => scene.CloseAsync(reader));
        await scene.DoAsync("dispose", () => scene.DisposeAsync(reader));
        scene.Note("affected", reader.RecordsAffected);
    }

    public static async Task ThroughTheBaseClass(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using DbCommand command = new MySqlCommand("SELECT 1 AS a, NULL AS b", connection);
        using DbDataReader reader = scene.Mode is CallMode.Sync ? command.ExecuteReader() : await command.ExecuteReaderAsync();
        scene.Note("is a", reader.GetType());
        await scene.ReadAsync(reader);
        scene.Try("by name", () => reader.GetFieldValue<int>("a"));
        scene.Try("is null", () => reader.IsDBNull("b"));
        scene.Try("provider type", () => reader.GetProviderSpecificFieldType(0));
        scene.Try("provider value", () => reader.GetProviderSpecificValue(0));
        scene.Try("can get column schema", () => reader.CanGetColumnSchema());
    }
}
