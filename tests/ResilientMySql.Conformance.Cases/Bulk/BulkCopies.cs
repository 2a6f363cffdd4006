using System.Data;
using System.Text;
using MySqlConnector;
using ResilientMySql.Conformance.Transcripts;

namespace ResilientMySql.Conformance.Cases.Bulk;

/// <summary>MySqlBulkCopy and MySqlBulkLoader.</summary>
public static class BulkCopies
{
    public static async Task OfATable(Scene scene)
    {
        using MySqlConnection connection = await MakeAsync(scene);
        using DataTable table = Rows(3);
        var copy = new MySqlBulkCopy(connection) { DestinationTableName = "copied" };
        await scene.TryAsync("copy", async () => Result(scene, scene.Mode is CallMode.Sync ? copy.WriteToServer(table) : await copy.WriteToServerAsync(table)));
        await scene.NoteAllAsync(connection, "SELECT * FROM copied ORDER BY id");
    }

    public static async Task OfAReader(Scene scene)
    {
        using MySqlConnection connection = await MakeAsync(scene);
        using MySqlConnection source = await scene.OpenAsync();
        using var command = new MySqlCommand("SELECT 1 AS id, 'a' AS name, X'00FF' AS data UNION ALL SELECT 2, NULL, NULL", source);
        using MySqlDataReader reader = await scene.ReaderAsync(command);
        var copy = new MySqlBulkCopy(connection) { DestinationTableName = "copied" };
        await scene.TryAsync("copy", async () => Result(scene, scene.Mode is CallMode.Sync ? copy.WriteToServer(reader) : await copy.WriteToServerAsync(reader)));
        await scene.NoteAllAsync(connection, "SELECT * FROM copied ORDER BY id");
    }

    public static async Task OfRows(Scene scene)
    {
        using MySqlConnection connection = await MakeAsync(scene);
        using DataTable table = Rows(3);
        var copy = new MySqlBulkCopy(connection) { DestinationTableName = "copied" };
        await scene.TryAsync("copy", async () => Result(scene, scene.Mode is CallMode.Sync ? copy.WriteToServer(table.Select(), 3) : await copy.WriteToServerAsync(table.Select(), 3)));
        await scene.TryAsync("none", async () => Result(scene, scene.Mode is CallMode.Sync ? copy.WriteToServer([], 3) : await copy.WriteToServerAsync([], 3)));
        await scene.QueryAsync(connection, "SELECT COUNT(*) FROM copied");
    }

    public static async Task Mappings(Scene scene)
    {
        using MySqlConnection connection = await MakeAsync(scene);
        using DataTable table = Rows(2);
        var copy = new MySqlBulkCopy(connection) { DestinationTableName = "copied" };
        copy.ColumnMappings.Add(new MySqlBulkCopyColumnMapping(0, "id"));
        copy.ColumnMappings.Add(new MySqlBulkCopyColumnMapping(1, "@n", "name = UPPER(@n)"));
        await scene.TryAsync("without user variables", async () => Result(scene, scene.Mode is CallMode.Sync ? copy.WriteToServer(table) : await copy.WriteToServerAsync(table)));
        await scene.NoteAllAsync(connection, "SELECT * FROM copied ORDER BY id");
        copy.ColumnMappings.Clear();
        copy.ColumnMappings.Add(new MySqlBulkCopyColumnMapping(7, "id"));
        await scene.TryAsync("bad ordinal", async () => Result(scene, scene.Mode is CallMode.Sync ? copy.WriteToServer(table) : await copy.WriteToServerAsync(table)));
        copy.ColumnMappings.Clear();
        copy.ColumnMappings.Add(new MySqlBulkCopyColumnMapping(0, "there_is_no_such"));
        await scene.TryAsync("bad column", async () => Result(scene, scene.Mode is CallMode.Sync ? copy.WriteToServer(table) : await copy.WriteToServerAsync(table)));
        scene.Note("state", connection.State);
    }

    public static async Task Conflicts(Scene scene)
    {
        foreach (MySqlBulkLoaderConflictOption conflict in Enum.GetValues<MySqlBulkLoaderConflictOption>())
        {
            using MySqlConnection connection = await MakeAsync(scene);
            await scene.ExecuteAsync(connection, "INSERT INTO copied VALUES (1, 'old', NULL)");
            using DataTable table = Rows(2);
            var copy = new MySqlBulkCopy(connection) { DestinationTableName = "copied", ConflictOption = conflict };
            await scene.TryAsync(conflict.ToString(), async () => Result(scene, scene.Mode is CallMode.Sync ? copy.WriteToServer(table) : await copy.WriteToServerAsync(table)));
            await scene.NoteAllAsync(connection, "SELECT id, name FROM copied ORDER BY id");
        }
    }

    public static async Task Events(Scene scene)
    {
        using MySqlConnection connection = await MakeAsync(scene);
        using DataTable table = Rows(10);
        var copy = new MySqlBulkCopy(connection) { DestinationTableName = "copied", NotifyAfter = 4 };
        copy.MySqlRowsCopied += (_, copied) => scene.Note("copied", copied.RowsCopied);
        await scene.TryAsync("copy", async () => Result(scene, scene.Mode is CallMode.Sync ? copy.WriteToServer(table) : await copy.WriteToServerAsync(table)));
        using MySqlConnection second = await MakeAsync(scene);
        var aborted = new MySqlBulkCopy(second) { DestinationTableName = "copied", NotifyAfter = 4 };
        aborted.MySqlRowsCopied += static (_, copied) => copied.Abort = true;
        await scene.TryAsync("aborted", async () => Result(scene, scene.Mode is CallMode.Sync ? aborted.WriteToServer(table) : await aborted.WriteToServerAsync(table)));
        await scene.QueryAsync(second, "SELECT COUNT(*) FROM copied");
    }

    public static async Task Misuse(Scene scene)
    {
        using MySqlConnection connection = await MakeAsync(scene);
        using DataTable table = Rows(1);
        scene.Do("no connection", () => _ = new MySqlBulkCopy(null!));
        var copy = new MySqlBulkCopy(connection);
        await scene.TryAsync("no table", async () => Result(scene, scene.Mode is CallMode.Sync ? copy.WriteToServer(table) : await copy.WriteToServerAsync(table)));
        copy.DestinationTableName = "there_is_no_such";
        await scene.TryAsync("bad table", async () => Result(scene, scene.Mode is CallMode.Sync ? copy.WriteToServer(table) : await copy.WriteToServerAsync(table)));
        await scene.DoAsync("null", async () => _ = scene.Mode is CallMode.Sync ? copy.WriteToServer((DataTable)null!) : await copy.WriteToServerAsync((DataTable)null!));
        scene.Note("timeout", copy.BulkCopyTimeout);
        scene.Note("notify", copy.NotifyAfter);
        using MySqlConnection without = await scene.OpenAsync("Allow Load Local Infile=false");
        var forbidden = new MySqlBulkCopy(without) { DestinationTableName = "copied" };
        await scene.TryAsync("forbidden", async () => Result(scene, scene.Mode is CallMode.Sync ? forbidden.WriteToServer(table) : await forbidden.WriteToServerAsync(table)));
        using var closed = new MySqlConnection(scene.ConnectionString + ";Allow Load Local Infile=true");
        var onClosed = new MySqlBulkCopy(closed) { DestinationTableName = "copied" };
        await scene.TryAsync("closed", async () => Result(scene, scene.Mode is CallMode.Sync ? onClosed.WriteToServer(table) : await onClosed.WriteToServerAsync(table)));
        scene.Note("state", closed.State);
        await scene.AskAsync("SELECT COUNT(*) FROM copied");
    }

    public static async Task InATransaction(Scene scene)
    {
        using MySqlConnection connection = await MakeAsync(scene);
        using DataTable table = Rows(2);
        MySqlTransaction transaction = await scene.BeginAsync(connection);
        var without = new MySqlBulkCopy(connection) { DestinationTableName = "copied" };
        await scene.TryAsync("without", async () => Result(scene, scene.Mode is CallMode.Sync ? without.WriteToServer(table) : await without.WriteToServerAsync(table)));
        var within = new MySqlBulkCopy(connection, transaction) { DestinationTableName = "copied" };
        await scene.TryAsync("within", async () => Result(scene, scene.Mode is CallMode.Sync ? within.WriteToServer(table) : await within.WriteToServerAsync(table)));
        await scene.DoAsync("rollback", () => scene.RollbackAsync(transaction));
        await scene.QueryAsync(connection, "SELECT COUNT(*) FROM copied");
    }

    public static async Task WhileAReaderIsOpen(Scene scene)
    {
        using MySqlConnection connection = await MakeAsync(scene);
        using DataTable table = Rows(2);
        using var command = new MySqlCommand("SELECT 1", connection);
        using MySqlDataReader reader = await scene.ReaderAsync(command);
        var copy = new MySqlBulkCopy(connection) { DestinationTableName = "copied" };
        await scene.TryAsync("copy", async () => Result(scene, scene.Mode is CallMode.Sync ? copy.WriteToServer(table) : await copy.WriteToServerAsync(table)));
        await scene.TryAsync("read", () => scene.ReadAsync(reader));
    }

    public static async Task CancelledToken(Scene scene)
    {
        using MySqlConnection connection = await MakeAsync(scene);
        using DataTable table = Rows(2);
        var copy = new MySqlBulkCopy(connection) { DestinationTableName = "copied" };
        await scene.TryAsync("copy", async () => Result(scene, await copy.WriteToServerAsync(table, new CancellationToken(canceled: true))));
        scene.Note("state", connection.State);
        await scene.AskAsync("SELECT COUNT(*) FROM copied");
    }

    public static async Task LoaderOfAStream(Scene scene)
    {
        using MySqlConnection connection = await MakeAsync(scene);
        var loader = new MySqlBulkLoader(connection)
        {
            TableName = "copied",
            FieldTerminator = ",",
            LineTerminator = "\n",
            NumberOfLinesToSkip = 1,
            SourceStream = new MemoryStream(Encoding.UTF8.GetBytes("id,name\n1,a\n2,b\n")),
            Local = true,
        };
        loader.Columns.Add("id");
        loader.Columns.Add("name");
        await scene.TryAsync("load", async () => scene.Mode is CallMode.Sync ? loader.Load() : await loader.LoadAsync());
        await scene.NoteAllAsync(connection, "SELECT id, name FROM copied ORDER BY id");
    }

    public static async Task LoaderOfAFile(Scene scene)
    {
        using MySqlConnection connection = await MakeAsync(scene);
        string path = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(path, "1\ta\n1\tb\nx\tc\n");
            foreach (MySqlBulkLoaderConflictOption conflict in Enum.GetValues<MySqlBulkLoaderConflictOption>())
            {
                var loader = new MySqlBulkLoader(connection) { TableName = "copied", FileName = path, Local = true, ConflictOption = conflict };
                loader.Columns.AddRange(["id", "@name"]);
                loader.Expressions.Add("name = UPPER(@name)");
                await scene.TryAsync("load " + conflict, async () => scene.Mode is CallMode.Sync ? loader.Load() : await loader.LoadAsync());
            }

            await scene.NoteAllAsync(connection, "SELECT id, name FROM copied ORDER BY id");
        }
        finally
        {
            File.Delete(path);
        }
    }

    public static async Task LoaderMisuse(Scene scene)
    {
        using MySqlConnection connection = await MakeAsync(scene);
        var empty = new MySqlBulkLoader(connection);
        NoteDefaults(scene, empty);
        await scene.TryAsync("empty", async () => scene.Mode is CallMode.Sync ? empty.Load() : await empty.LoadAsync());
        var noTable = new MySqlBulkLoader(connection) { FileName = "/there/is/no/such", Local = true };
        await scene.TryAsync("no table", async () => scene.Mode is CallMode.Sync ? noTable.Load() : await noTable.LoadAsync());
        var noFile = new MySqlBulkLoader(connection) { FileName = "/there/is/no/such", TableName = "copied", Local = true };
        await scene.TryAsync("no file", async () => scene.Mode is CallMode.Sync ? noFile.Load() : await noFile.LoadAsync());
        var both = new MySqlBulkLoader(connection) { FileName = "x", SourceStream = new MemoryStream(), TableName = "copied", Local = true };
        await scene.TryAsync("both", async () => scene.Mode is CallMode.Sync ? both.Load() : await both.LoadAsync());
        var notLocal = new MySqlBulkLoader(connection) { SourceStream = new MemoryStream(), TableName = "copied", Local = false };
        await scene.TryAsync("stream not local", async () => scene.Mode is CallMode.Sync ? notLocal.Load() : await notLocal.LoadAsync());
        using var closed = new MySqlConnection(scene.ConnectionString + ";Allow Load Local Infile=true");
        var onClosed = new MySqlBulkLoader(closed) { SourceStream = new MemoryStream(Encoding.UTF8.GetBytes("5\tz\n")), TableName = "copied", Local = true };
        onClosed.Columns.AddRange(["id", "name"]);
        await scene.TryAsync("closed", async () => scene.Mode is CallMode.Sync ? onClosed.Load() : await onClosed.LoadAsync());
        scene.Note("state", closed.State);
        await scene.QueryAsync(connection, "SELECT 1");
    }

    private static void NoteDefaults(Scene scene, MySqlBulkLoader loader)
    {
        scene.Note("character set", loader.CharacterSet);
        scene.Note("conflict", loader.ConflictOption);
        scene.Note("escape", loader.EscapeCharacter);
        scene.Note("quote", loader.FieldQuotationCharacter);
        scene.Note("optional", loader.FieldQuotationOptional);
        scene.Note("fields", loader.FieldTerminator);
        scene.Note("lines", loader.LineTerminator);
        scene.Note("prefix", loader.LinePrefix);
        scene.Note("local", loader.Local);
        scene.Note("skip", loader.NumberOfLinesToSkip);
        scene.Note("priority", loader.Priority);
        scene.Note("timeout", loader.Timeout);
    }

    private static async Task<MySqlConnection> MakeAsync(Scene scene)
    {
        await scene.TableAsync("copied", "id INT PRIMARY KEY, name VARCHAR(20), data BLOB");
        return await scene.OpenAsync("Allow Load Local Infile=true");
    }

    private static DataTable Rows(int count)
    {
        var table = new DataTable();
        table.Columns.Add("id", typeof(int));
        table.Columns.Add("name", typeof(string));
        table.Columns.Add("data", typeof(byte[]));
        for (int row = 1; row <= count; row++)
            table.Rows.Add(row, "na\tme\\ " + row, new byte[] { 0, 10, (byte)row });

        return table;
    }

    private static int Result(Scene scene, MySqlBulkCopyResult result)
    {
        foreach (MySqlError warning in result.Warnings)
            scene.Note("warning", warning);

        return result.RowsInserted;
    }
}
