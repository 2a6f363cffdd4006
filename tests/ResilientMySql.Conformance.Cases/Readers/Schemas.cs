using System.Data;
using System.Data.Common;
using MySqlConnector;

namespace ResilientMySql.Conformance.Cases.Readers;

/// <summary>What a reader tells of its columns.</summary>
public static class Schemas
{
    public static async Task SchemaTable(Scene scene)
    {
        using MySqlConnection connection = await MakeAsync(scene);
        using var command = new MySqlCommand("SELECT * FROM schema_of", connection);
        using MySqlDataReader reader = await scene.ReaderAsync(command);
        NoteTable(scene, reader.GetSchemaTable()!);
        scene.Note("the same again", ReferenceEquals(reader.GetSchemaTable(), reader.GetSchemaTable()));
    }

    public static async Task SchemaTableWithKeyInfo(Scene scene)
    {
        using MySqlConnection connection = await MakeAsync(scene);
        using var command = new MySqlCommand("SELECT s.id, s.name AS alias, 1 + 1 FROM schema_of s", connection);
        using MySqlDataReader reader = await scene.ReaderAsync(command, CommandBehavior.KeyInfo);
        NoteTable(scene, reader.GetSchemaTable()!);
    }

    public static async Task ColumnSchema(Scene scene)
    {
        await AllTypes.MakeTableAsync(scene);
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand($"SELECT * FROM {AllTypes.Table}", connection);
        using MySqlDataReader reader = await scene.ReaderAsync(command);
        foreach (DbColumn column in reader.GetColumnSchema())
        {
            scene.Write($"{column.ColumnOrdinal} {column.ColumnName} {column.DataTypeName} {column.DataType?.Name} size {column.ColumnSize} precision {column.NumericPrecision} scale {column.NumericScale} null {column.AllowDBNull} key {column.IsKey} auto {column.IsAutoIncrement} long {column.IsLong} read-only {column.IsReadOnly} expression {column.IsExpression} of {column.BaseSchemaName}.{column.BaseTableName}.{column.BaseColumnName}");
            scene.Write($"{column.ColumnName} {((MySqlDbColumn)column).ProviderType} {((MySqlDbColumn)column).TableName} {column["DataTypeName"]}");
        }
    }

    public static async Task PerResult(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("SELECT 1 AS a; SELECT 2 AS b, 'x' AS c", connection);
        using MySqlDataReader reader = await scene.ReaderAsync(command);
        NoteTable(scene, reader.GetSchemaTable()!);
        await scene.NextResultAsync(reader);
        NoteTable(scene, reader.GetSchemaTable()!);
        await scene.NextResultAsync(reader);
        scene.Try("after the last", () => reader.GetSchemaTable()?.Rows.Count);
    }

    public static async Task WithoutRows(Scene scene)
    {
        using MySqlConnection connection = await MakeAsync(scene);
        using var command = new MySqlCommand("DELETE FROM schema_of", connection);
        using MySqlDataReader reader = await scene.ReaderAsync(command);
        scene.Try("table", () => reader.GetSchemaTable());
        scene.Try("columns", () => reader.GetColumnSchema().Count);
    }

    private static async Task<MySqlConnection> MakeAsync(Scene scene)
    {
        await scene.TableAsync("schema_of", "id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(20) NOT NULL, number DECIMAL(10,2) UNIQUE, text LONGTEXT, made DATETIME(3) DEFAULT NOW(3), flag TINYINT(1)");
        return await scene.OpenAsync();
    }

    private static void NoteTable(Scene scene, DataTable table)
    {
        scene.Write("table of " + string.Join(", ", table.Columns.Cast<DataColumn>().Select(static column => $"{column.ColumnName} {column.DataType.Name}")));
        foreach (DataRow row in table.Rows)
            scene.Note("row", row.ItemArray);
    }
}
