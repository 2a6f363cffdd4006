using System.Data;
using MySqlConnector;
using ResilientMySql.Conformance.Transcripts;

namespace ResilientMySql.Conformance.Cases.Connections;

/// <summary>GetSchema.</summary>
public static class SchemaCollections
{
    public static async Task Collections(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        await NoteAsync(scene, "without a name", () => scene.Mode is CallMode.Sync ? Task.FromResult(connection.GetSchema()) : connection.GetSchemaAsync());
        foreach (string name in new[] { "MetaDataCollections", "Restrictions", "ReservedWords", "DataTypes", "DataSourceInformation" })
            await NoteAsync(scene, connection, name);
    }

    public static async Task OfTheSchema(Scene scene)
    {
        await MakeAsync(scene);
        using MySqlConnection connection = await scene.OpenAsync();
        await NoteAsync(scene, connection, "Tables", null, scene.Schema, "collected");
        await NoteAsync(scene, connection, "Columns", null, scene.Schema, "collected");
        await NoteAsync(scene, connection, "Columns", null, scene.Schema, "collected", "name");
        await NoteAsync(scene, connection, "Indexes", null, scene.Schema, "collected");
        await NoteAsync(scene, connection, "IndexColumns", null, scene.Schema, "collected");
        await NoteAsync(scene, connection, "Foreign Keys", null, scene.Schema, "collected");
        await NoteAsync(scene, connection, "Views", null, scene.Schema, "collected_view");
        await NoteAsync(scene, connection, "Databases", scene.Schema);
        await NoteAsync(scene, connection, "Procedures", null, scene.Schema, "collected_procedure");
    }

    public static async Task Shapes(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        foreach (string name in new[] { "CharacterSets", "Collations", "CollationCharacterSetApplicability", "Databases", "Engines", "Plugins", "Profiling", "Partitions", "Triggers", "TableConstraints", "TablePrivileges", "UserPrivileges", "Events", "Files", "KeyColumnUsage", "Parameters", "ProcessList", "ReferentialConstraints", "ResourceGroups", "SchemaPrivileges", "TableSpaces" })
            await ShapeAsync(scene, connection, name);
    }

    public static async Task BadCalls(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        await NoteAsync(scene, connection, "there_is_no_such");
        await NoteAsync(scene, connection, "");
        await NoteAsync(scene, connection, null!);
        await NoteAsync(scene, connection, "TABLES", null, scene.Schema, "there_is_no_such");
        await NoteAsync(scene, connection, "Tables", "too", "many", "restrictions", "for", "this");
        await NoteAsync(scene, connection, "ReservedWords", "unsupported");
    }

    public static async Task WhenNotOpen(Scene scene)
    {
        using var connection = new MySqlConnection(scene.ConnectionString);
        await ShapeAsync(scene, connection, "MetaDataCollections");
        await ShapeAsync(scene, connection, "Tables");
        await scene.OpenAsync(connection);
        await scene.CloseAsync(connection);
        await ShapeAsync(scene, connection, "ReservedWords");
        await ShapeAsync(scene, connection, "Tables");
        await scene.DisposeAsync(connection);
        await ShapeAsync(scene, connection, "Tables");
        await ShapeAsync(scene, connection, "there_is_no_such");
    }

    public static async Task InATransaction(Scene scene)
    {
        await MakeAsync(scene);
        using MySqlConnection connection = await scene.OpenAsync();
        using MySqlTransaction transaction = await scene.BeginAsync(connection);
        await NoteAsync(scene, connection, "Tables", null, scene.Schema, "collected");
        await scene.DoAsync("commit", () => scene.CommitAsync(transaction));
    }

    [Differs("schema-under-reader")]
    public static async Task WithAnOpenReader(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("SELECT 1", connection);
        using MySqlDataReader reader = await scene.ReaderAsync(command);
        await ShapeAsync(scene, connection, "Tables");
        await ShapeAsync(scene, connection, "ReservedWords");
        await scene.TryAsync("read", () => scene.ReadAsync(reader));
    }

    private static Task MakeAsync(Scene scene) => scene.PrepareAsync(
        """
        DROP VIEW IF EXISTS collected_view; DROP TABLE IF EXISTS collected; DROP TABLE IF EXISTS collected_parent; DROP PROCEDURE IF EXISTS collected_procedure;
        CREATE TABLE collected_parent (id INT PRIMARY KEY);
        CREATE TABLE collected (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(20) NOT NULL DEFAULT 'x', parent_id INT, UNIQUE KEY by_name (name), CONSTRAINT to_parent FOREIGN KEY (parent_id) REFERENCES collected_parent (id));
        CREATE VIEW collected_view AS SELECT id FROM collected;
        CREATE PROCEDURE collected_procedure(IN a INT) SELECT a;
        """);

    private static Task<DataTable> GetAsync(Scene scene, MySqlConnection connection, string name, string?[] restrictions) => (scene.Mode, restrictions) switch
    {
        (CallMode.Sync, []) => Task.FromResult(connection.GetSchema(name)),
        (CallMode.Sync, _) => Task.FromResult(connection.GetSchema(name, restrictions)),
        (_, []) => connection.GetSchemaAsync(name),
        _ => connection.GetSchemaAsync(name, restrictions),
    };

    private static Task NoteAsync(Scene scene, MySqlConnection connection, string name, params string?[] restrictions) =>
        NoteAsync(scene, $"{name} [{string.Join(", ", restrictions)}]", () => GetAsync(scene, connection, name, restrictions));

    private static async Task NoteAsync(Scene scene, string label, Func<Task<DataTable>> get)
    {
        using DataTable? table = await scene.TryAsync(label, get);
        if (table is null)
            return;

        NoteShape(scene, table);
        foreach (DataRow row in table.Rows)
        {
            // When something was made is not what is compared.
            IEnumerable<object?> values = table.Columns.Cast<DataColumn>().Where(static column => column.DataType != typeof(DateTime)).Select(column => row[column]);
            scene.Write("row " + string.Join(" | ", values.Select(Describe.Value)));
        }
    }

    private static async Task ShapeAsync(Scene scene, MySqlConnection connection, string name) => await scene.DoAsync(name, async () =>
    {
        using DataTable table = await GetAsync(scene, connection, name, []);
        NoteShape(scene, table);
    });

    private static void NoteShape(Scene scene, DataTable table) =>
        scene.Write($"{table.TableName}: {string.Join(", ", table.Columns.Cast<DataColumn>().Select(static column => $"{column.ColumnName} {column.DataType.Name}"))}");
}
