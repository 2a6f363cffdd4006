using MySqlConnector;
using ResilientMySql.Conformance.Transcripts;

namespace ResilientMySql.Conformance.Cases.Options;

/// <summary>Connection-string options that change what values become.</summary>
public static class TypeOptions
{
    public static Task TreatTinyAsBoolean(Scene scene) => SelectAsync(scene, "Treat Tiny As Boolean=false", "t_bool, t_tiny, t_bit");

    public static Task TreatTinyAsBooleanOn(Scene scene) => SelectAsync(scene, "Treat Tiny As Boolean=true", "t_bool, t_tiny, t_bit");

    public static Task GuidFormatNone(Scene scene) => GuidAsync(scene, "None");

    public static Task GuidFormatChar36(Scene scene) => GuidAsync(scene, "Char36");

    public static Task GuidFormatChar32(Scene scene) => GuidAsync(scene, "Char32");

    public static Task GuidFormatBinary16(Scene scene) => GuidAsync(scene, "Binary16");

    public static Task GuidFormatTimeSwapBinary16(Scene scene) => GuidAsync(scene, "TimeSwapBinary16");

    public static Task GuidFormatLittleEndianBinary16(Scene scene) => GuidAsync(scene, "LittleEndianBinary16");

    public static async Task OldGuids(Scene scene)
    {
        await AllTypes.MakeTableAsync(scene);
        using MySqlConnection connection = await scene.OpenAsync("Old Guids=true");
        await scene.NoteAllAsync(connection, $"SELECT t_guid, t_binary FROM {AllTypes.Table} ORDER BY id");
        scene.Write("with GUID format");
        using var both = new MySqlConnection(scene.ConnectionString + ";Old Guids=true;Guid Format=Char36");
        await scene.DoAsync("open", () => scene.OpenAsync(both));
    }

    public static Task AllowZeroDateTime(Scene scene) => ZeroAsync(scene, "Allow Zero DateTime=true");

    public static Task ConvertZeroDateTime(Scene scene) => ZeroAsync(scene, "Convert Zero DateTime=true");

    public static Task NeitherZeroDateTime(Scene scene) => ZeroAsync(scene, "Allow Zero DateTime=false");

    public static Task DateTimeKindUtc(Scene scene) => KindAsync(scene, "Utc");

    public static Task DateTimeKindLocal(Scene scene) => KindAsync(scene, "Local");

    public static Task DateTimeKindUnspecified(Scene scene) => KindAsync(scene, "Unspecified");

    public static async Task AllowUserVariables(Scene scene)
    {
        foreach (string options in new[] { "Allow User Variables=true", "Allow User Variables=false" })
        {
            using MySqlConnection connection = await scene.OpenAsync(options);
            await scene.RunAsync(connection, "SET @v = 5");
            await scene.QueryAsync(connection, "SELECT @v");
            await scene.QueryAsync(connection, "SELECT @@autocommit");
            await scene.QueryAsync(connection, "SELECT @w := 3");
        }
    }

    public static async Task UseCompression(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync("Use Compression=true");
        await scene.QueryAsync(connection, "SELECT REPEAT('x', 300)");
        using MySqlTransaction transaction = await scene.BeginAsync(connection);
        await scene.QueryAsync(connection, "SELECT 2", transaction);
        await scene.DoAsync("commit", () => scene.CommitAsync(transaction));
        await scene.TryAsync("ping", () => scene.PingAsync(connection));
    }

    [Differs("broken-connection")]
    public static async Task AllowLoadLocalInfile(Scene scene)
    {
        string path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, "1,a\n2,b\n");
        try
        {
            foreach (string options in new[] { "Allow Load Local Infile=true", "Allow Load Local Infile=false" })
            {
                await scene.TableAsync("infiled", "id INT, v VARCHAR(5)");
                using MySqlConnection connection = await scene.OpenAsync(options);
                await scene.TryAsync("load", () => scene.ExecuteAsync(connection, $"LOAD DATA LOCAL INFILE '{path}' INTO TABLE infiled FIELDS TERMINATED BY ','"));
                await scene.QueryAsync(connection, "SELECT GROUP_CONCAT(v) FROM infiled");
                await scene.TryAsync("load nothing", () => scene.ExecuteAsync(connection, "LOAD DATA LOCAL INFILE '/there/is/no/such' INTO TABLE infiled"));
                scene.Note("state", connection.State);
                await scene.QueryAsync(connection, "SELECT 1");
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    public static async Task PoolingOff(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync("Pooling=false");
        int thread = connection.ServerThread;
        await scene.CloseAsync(connection);
        await scene.OpenAsync(connection);
        scene.Note("another session", connection.ServerThread != thread);
        await scene.QueryAsync(connection, "SELECT 1");
    }

    [Differs("connection-reset-off")]
    public static async Task ConnectionResetOff(Scene scene)
    {
        string connectionString = $"{scene.ConnectionString};Maximum Pool Size=1;Connection Reset=false;Allow User Variables=true;Application Name=unreset{scene.Mode}";
        using (var first = new MySqlConnection(connectionString))
        {
            await scene.OpenAsync(first);
            await scene.ExecuteAsync(first, "SET @kept = 1");
        }

        using var second = new MySqlConnection(connectionString);
        await scene.OpenAsync(second);
        await scene.QueryAsync(second, "SELECT @kept");
    }

    public static async Task PipeliningOff(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync("Pipelining=false");
        using MySqlTransaction transaction = await scene.BeginAsync(connection);
        await scene.DoAsync("commit", () => scene.CommitAsync(transaction));
    }

    public static async Task NoBackslashEscapes(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync("No Backslash Escapes=true");
        using var command = new MySqlCommand(@"SELECT 'a\b', @a", connection);
        command.Parameters.AddWithValue("a", @"c\d");
        await scene.NoteAllAsync(command);
        await scene.ExecuteAsync(connection, "SET SESSION sql_mode = CONCAT(@@sql_mode, ',NO_BACKSLASH_ESCAPES')");
        await scene.NoteAllAsync(command);
    }

    public static async Task ApplicationNameAndAttributes(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync("Application Name=conformance");
        await scene.QueryAsync(connection, "SELECT COUNT(*) FROM performance_schema.session_connect_attrs WHERE ATTR_NAME = 'program_name' AND ATTR_VALUE = 'conformance' AND PROCESSLIST_ID = CONNECTION_ID()");
    }

    public static async Task InteractiveSession(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync("Interactive Session=true");
        await scene.QueryAsync(connection, "SELECT @@wait_timeout = @@interactive_timeout");
    }

    public static async Task CharacterSet(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync("Character Set=latin1");
        await scene.QueryAsync(connection, "SELECT @@character_set_client");
        await scene.QueryAsync(connection, "SELECT @@character_set_connection");
        await scene.QueryAsync(connection, "SELECT 'ünï'");
    }

    public static async Task SslModes(Scene scene)
    {
        foreach (string mode in new[] { "None", "Preferred", "Required" })
        {
            using var connection = new MySqlConnection($"{scene.ConnectionString};Ssl Mode={mode}");
            await scene.DoAsync("open " + mode, () => scene.OpenAsync(connection));
            if (connection.State is System.Data.ConnectionState.Open)
                await scene.TryAsync("encrypted", async () => (await EncryptedAsync(scene, connection)).Length > 0);
        }
    }

    private static async Task<string> EncryptedAsync(Scene scene, MySqlConnection connection)
    {
        using var command = new MySqlCommand("SHOW SESSION STATUS LIKE 'Ssl_version'", connection);
        using MySqlDataReader reader = await scene.ReaderAsync(command);
        await scene.ReadAsync(reader);
        return reader.GetString(1);
    }

    private static async Task SelectAsync(Scene scene, string options, string columns)
    {
        await AllTypes.MakeTableAsync(scene);
        using MySqlConnection connection = await scene.OpenAsync(options);
        await scene.ExecuteAsync(connection, "SET time_zone = '+00:00'");
        await scene.NoteAllAsync(connection, $"SELECT {columns} FROM {AllTypes.Table} ORDER BY id");
        using var command = new MySqlCommand($"SELECT {columns} FROM {AllTypes.Table} ORDER BY id", connection);
        await scene.PrepareAsync(command);
        await scene.NoteAllAsync(command);
    }

    private static async Task GuidAsync(Scene scene, string format)
    {
        await SelectAsync(scene, "Guid Format=" + format, "t_guid, t_binary, t_char");
        using MySqlConnection connection = await scene.OpenAsync("Guid Format=" + format);
        using var command = new MySqlCommand("SELECT HEX(@a)", connection);
        command.Parameters.AddWithValue("a", Guid.Parse("12345678-9abc-def0-1234-56789abcdef0"));
        await scene.TryAsync("sent", () => scene.ScalarAsync(command));
    }

    private static async Task ZeroAsync(Scene scene, string options)
    {
        await scene.PrepareAsync("SET SESSION sql_mode = ''; DROP TABLE IF EXISTS zeroes; CREATE TABLE zeroes (id INT, d DATE, t DATETIME, s TIMESTAMP NULL); INSERT INTO zeroes VALUES (1, '0000-00-00', '0000-00-00', '0000-00-00'), (2, '2024-02-00', '2024-02-29 01:02:03', NULL)");
        using MySqlConnection connection = await scene.OpenAsync(options);
        await scene.NoteAllAsync(connection, "SELECT d, t, s FROM zeroes ORDER BY id");
        using var command = new MySqlCommand("SELECT d, t, s FROM zeroes ORDER BY id", connection);
        await scene.PrepareAsync(command);
        await scene.NoteAllAsync(command);
    }

    private static async Task KindAsync(Scene scene, string kind)
    {
        await SelectAsync(scene, "DateTime Kind=" + kind, "t_date, t_datetime, t_timestamp");
        using MySqlConnection connection = await scene.OpenAsync("DateTime Kind=" + kind);
        foreach (DateTimeKind given in Enum.GetValues<DateTimeKind>())
        {
            using var command = new MySqlCommand("SELECT @a", connection);
            command.Parameters.AddWithValue("a", new DateTime(2024, 2, 29, 1, 2, 3, given));
            await scene.TryAsync("sent " + given, () => scene.ScalarAsync(command));
        }
    }
}
