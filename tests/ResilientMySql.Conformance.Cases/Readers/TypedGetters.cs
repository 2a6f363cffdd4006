using MySqlConnector;
using ResilientMySql.Conformance.Transcripts;

namespace ResilientMySql.Conformance.Cases.Readers;

/// <summary>Every getter on every type, in the text and the binary protocol.</summary>
public static class TypedGetters
{
    private static readonly (string Name, Func<MySqlDataReader, int, object?> Get)[] ByOrdinal =
    [
        ("GetBoolean", static (reader, column) => reader.GetBoolean(column)),
        ("GetByte", static (reader, column) => reader.GetByte(column)),
        ("GetSByte", static (reader, column) => reader.GetSByte(column)),
        ("GetInt16", static (reader, column) => reader.GetInt16(column)),
        ("GetUInt16", static (reader, column) => reader.GetUInt16(column)),
        ("GetInt32", static (reader, column) => reader.GetInt32(column)),
        ("GetUInt32", static (reader, column) => reader.GetUInt32(column)),
        ("GetInt64", static (reader, column) => reader.GetInt64(column)),
        ("GetUInt64", static (reader, column) => reader.GetUInt64(column)),
        ("GetFloat", static (reader, column) => reader.GetFloat(column)),
        ("GetDouble", static (reader, column) => reader.GetDouble(column)),
        ("GetDecimal", static (reader, column) => reader.GetDecimal(column)),
        ("GetMySqlDecimal", static (reader, column) => reader.GetMySqlDecimal(column)),
        ("GetChar", static (reader, column) => reader.GetChar(column)),
        ("GetString", static (reader, column) => reader.GetString(column)),
        ("GetGuid", static (reader, column) => reader.GetGuid(column)),
        ("GetDateTime", static (reader, column) => reader.GetDateTime(column)),
        ("GetDateTimeOffset", static (reader, column) => reader.GetDateTimeOffset(column)),
        ("GetMySqlDateTime", static (reader, column) => reader.GetMySqlDateTime(column)),
        ("GetDateOnly", static (reader, column) => reader.GetDateOnly(column)),
        ("GetTimeOnly", static (reader, column) => reader.GetTimeOnly(column)),
        ("GetTimeSpan", static (reader, column) => reader.GetTimeSpan(column)),
        ("GetMySqlGeometry", static (reader, column) => reader.GetMySqlGeometry(column)),
        ("GetStream", static (reader, column) => reader.GetStream(column)),
        ("GetTextReader", static (reader, column) => reader.GetTextReader(column).ReadToEnd()),
        ("GetBytes", static (reader, column) => reader.GetBytes(column, 0, null, 0, 0)),
        ("GetChars", static (reader, column) => reader.GetChars(column, 0, null, 0, 0)),
        ("GetValue", static (reader, column) => reader.GetValue(column)),
        ("this", static (reader, column) => reader[column]),
        ("IsDBNull", static (reader, column) => reader.IsDBNull(column)),
        ("GetFieldType", static (reader, column) => reader.GetFieldType(column)),
        ("GetDataTypeName", static (reader, column) => reader.GetDataTypeName(column)),
    ];

    private static readonly (string Name, Func<MySqlDataReader, string, object?> Get)[] ByName =
    [
        ("GetBoolean", static (reader, column) => reader.GetBoolean(column)),
        ("GetByte", static (reader, column) => reader.GetByte(column)),
        ("GetSByte", static (reader, column) => reader.GetSByte(column)),
        ("GetInt16", static (reader, column) => reader.GetInt16(column)),
        ("GetUInt16", static (reader, column) => reader.GetUInt16(column)),
        ("GetInt32", static (reader, column) => reader.GetInt32(column)),
        ("GetUInt32", static (reader, column) => reader.GetUInt32(column)),
        ("GetInt64", static (reader, column) => reader.GetInt64(column)),
        ("GetUInt64", static (reader, column) => reader.GetUInt64(column)),
        ("GetFloat", static (reader, column) => reader.GetFloat(column)),
        ("GetDouble", static (reader, column) => reader.GetDouble(column)),
        ("GetDecimal", static (reader, column) => reader.GetDecimal(column)),
        ("GetMySqlDecimal", static (reader, column) => reader.GetMySqlDecimal(column)),
        ("GetChar", static (reader, column) => reader.GetChar(column)),
        ("GetString", static (reader, column) => reader.GetString(column)),
        ("GetGuid", static (reader, column) => reader.GetGuid(column)),
        ("GetDateTime", static (reader, column) => reader.GetDateTime(column)),
        ("GetDateTimeOffset", static (reader, column) => reader.GetDateTimeOffset(column)),
        ("GetMySqlDateTime", static (reader, column) => reader.GetMySqlDateTime(column)),
        ("GetDateOnly", static (reader, column) => reader.GetDateOnly(column)),
        ("GetTimeOnly", static (reader, column) => reader.GetTimeOnly(column)),
        ("GetTimeSpan", static (reader, column) => reader.GetTimeSpan(column)),
        ("GetMySqlGeometry", static (reader, column) => reader.GetMySqlGeometry(column)),
        ("GetStream", static (reader, column) => reader.GetStream(column)),
        ("GetTextReader", static (reader, column) => reader.GetTextReader(column).ReadToEnd()),
        ("GetBytes", static (reader, column) => reader.GetBytes(column, 0, null, 0, 0)),
        ("this", static (reader, column) => reader[column]),
        ("GetFieldType", static (reader, column) => reader.GetFieldType(column)),
    ];

    private static readonly (string Name, Func<MySqlDataReader, int, object?> Get)[] Generic =
    [
        ("bool", static (reader, column) => reader.GetFieldValue<bool>(column)),
        ("bool?", static (reader, column) => reader.GetFieldValue<bool?>(column)),
        ("byte", static (reader, column) => reader.GetFieldValue<byte>(column)),
        ("sbyte", static (reader, column) => reader.GetFieldValue<sbyte>(column)),
        ("short", static (reader, column) => reader.GetFieldValue<short>(column)),
        ("ushort", static (reader, column) => reader.GetFieldValue<ushort>(column)),
        ("int", static (reader, column) => reader.GetFieldValue<int>(column)),
        ("int?", static (reader, column) => reader.GetFieldValue<int?>(column)),
        ("uint", static (reader, column) => reader.GetFieldValue<uint>(column)),
        ("long", static (reader, column) => reader.GetFieldValue<long>(column)),
        ("ulong", static (reader, column) => reader.GetFieldValue<ulong>(column)),
        ("float", static (reader, column) => reader.GetFieldValue<float>(column)),
        ("double", static (reader, column) => reader.GetFieldValue<double>(column)),
        ("decimal", static (reader, column) => reader.GetFieldValue<decimal>(column)),
        ("MySqlDecimal", static (reader, column) => reader.GetFieldValue<MySqlDecimal>(column)),
        ("char", static (reader, column) => reader.GetFieldValue<char>(column)),
        ("string", static (reader, column) => reader.GetFieldValue<string>(column)),
        ("object", static (reader, column) => reader.GetFieldValue<object>(column)),
        ("byte[]", static (reader, column) => reader.GetFieldValue<byte[]>(column)),
        ("Guid", static (reader, column) => reader.GetFieldValue<Guid>(column)),
        ("DateTime", static (reader, column) => reader.GetFieldValue<DateTime>(column)),
        ("DateTime?", static (reader, column) => reader.GetFieldValue<DateTime?>(column)),
        ("DateTimeOffset", static (reader, column) => reader.GetFieldValue<DateTimeOffset>(column)),
        ("MySqlDateTime", static (reader, column) => reader.GetFieldValue<MySqlDateTime>(column)),
        ("DateOnly", static (reader, column) => reader.GetFieldValue<DateOnly>(column)),
        ("TimeOnly", static (reader, column) => reader.GetFieldValue<TimeOnly>(column)),
        ("TimeSpan", static (reader, column) => reader.GetFieldValue<TimeSpan>(column)),
        ("MySqlGeometry", static (reader, column) => reader.GetFieldValue<MySqlGeometry>(column)),
        ("Stream", static (reader, column) => reader.GetFieldValue<Stream>(column)),
        ("MemoryStream", static (reader, column) => reader.GetFieldValue<MemoryStream>(column)),
        ("TextReader", static (reader, column) => reader.GetFieldValue<TextReader>(column).ReadToEnd()),
        ("StringReader", static (reader, column) => reader.GetFieldValue<StringReader>(column).ReadToEnd()),
        ("DayOfWeek", static (reader, column) => reader.GetFieldValue<DayOfWeek>(column)),
        ("Version", static (reader, column) => reader.GetFieldValue<Version>(column)),
    ];

    public static Task UsualValues(Scene scene) => EveryGetterAsync(scene, 1, prepared: false);

    public static Task ExtremeValues(Scene scene) => EveryGetterAsync(scene, 2, prepared: false);

    public static Task Nulls(Scene scene) => EveryGetterAsync(scene, 3, prepared: false);

    public static Task UsualValuesPrepared(Scene scene) => EveryGetterAsync(scene, 1, prepared: true);

    public static Task ExtremeValuesPrepared(Scene scene) => EveryGetterAsync(scene, 2, prepared: true);

    public static Task NullsPrepared(Scene scene) => EveryGetterAsync(scene, 3, prepared: true);

    public static Task GetFieldValueOfUsualValues(Scene scene) => EveryGenericAsync(scene, 1);

    public static Task GetFieldValueOfExtremeValues(Scene scene) => EveryGenericAsync(scene, 2);

    public static Task GetFieldValueOfNulls(Scene scene) => EveryGenericAsync(scene, 3);

    public static async Task GettersByName(Scene scene)
    {
        await AllTypes.MakeTableAsync(scene);
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand($"SELECT * FROM {AllTypes.Table} WHERE id = 1", connection);
        using MySqlDataReader reader = await scene.ReaderAsync(command);
        await scene.ReadAsync(reader);
        foreach (string column in new[] { "t_bool", "t_utiny", "t_small", "t_int", "t_ubig", "t_decimal", "t_guid", "t_varchar", "t_datetime", "t_time", "t_date", "t_blob", "t_point" })
        {
            foreach ((string name, Func<MySqlDataReader, string, object?> get) in ByName)
                scene.Try($"{name}({column})", () => get(reader, column));
        }
    }

    public static async Task UnknownNames(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("SELECT 1 AS a", connection);
        using MySqlDataReader reader = await scene.ReaderAsync(command);
        await scene.ReadAsync(reader);
        foreach ((string name, Func<MySqlDataReader, string, object?> get) in ByName)
            scene.Try(name, () => get(reader, "there_is_no_such"));

        scene.Try("null", () => reader[null!]);
        scene.Try("GetOrdinal(null)", () => reader.GetOrdinal(null!));
        scene.Try("GetOrdinal(A)", () => reader.GetOrdinal("A"));
        scene.Try("GetOrdinal(empty)", () => reader.GetOrdinal(""));
    }

    public static async Task OrdinalsOutOfRange(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("SELECT 1 AS a", connection);
        using MySqlDataReader reader = await scene.ReaderAsync(command);
        await scene.ReadAsync(reader);
        foreach ((string name, Func<MySqlDataReader, int, object?> get) in ByOrdinal)
        {
            scene.Try(name + " -1", () => get(reader, -1));
            scene.Try(name + " 1", () => get(reader, 1));
        }

        scene.Try("GetName", () => reader.GetName(1));
        scene.Try("GetName", () => reader.GetName(-1));
    }

    public static async Task BeforeRead(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("SELECT 1 AS a", connection);
        using MySqlDataReader reader = await scene.ReaderAsync(command);
        NoteState(scene, reader);
    }

    public static async Task AfterTheLastRow(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("SELECT 1 AS a", connection);
        using MySqlDataReader reader = await scene.ReaderAsync(command);
        await scene.TryAsync("read", () => scene.ReadAsync(reader));
        await scene.TryAsync("read", () => scene.ReadAsync(reader));
        await scene.TryAsync("read", () => scene.ReadAsync(reader));
        NoteState(scene, reader);
    }

    public static async Task AfterTheLastResult(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("SELECT 1 AS a", connection);
        using MySqlDataReader reader = await scene.ReaderAsync(command);
        await scene.TryAsync("next", () => scene.NextResultAsync(reader));
        await scene.TryAsync("next", () => scene.NextResultAsync(reader));
        await scene.TryAsync("read", () => scene.ReadAsync(reader));
        NoteState(scene, reader);
    }

    public static async Task AfterClose(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("SELECT 1 AS a", connection);
        MySqlDataReader reader = await scene.ReaderAsync(command);
        await scene.ReadAsync(reader);
        await scene.CloseAsync(reader);
        NoteState(scene, reader);
        await scene.TryAsync("read", () => scene.ReadAsync(reader));
        await scene.TryAsync("next", () => scene.NextResultAsync(reader));
        await scene.DoAsync("close", () => scene.CloseAsync(reader));
        await scene.DoAsync("dispose", () => scene.DisposeAsync(reader));
    }

    public static async Task OfAStatementWithoutRows(Scene scene)
    {
        await scene.TableAsync("without_rows", "id INT");
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("INSERT INTO without_rows VALUES (1), (2)", connection);
        using MySqlDataReader reader = await scene.ReaderAsync(command);
        NoteState(scene, reader);
        await scene.TryAsync("read", () => scene.ReadAsync(reader));
        await scene.TryAsync("next", () => scene.NextResultAsync(reader));
        NoteState(scene, reader);
    }

    private static void NoteState(Scene scene, MySqlDataReader reader)
    {
        scene.Try("IsClosed", () => reader.IsClosed);
        scene.Try("FieldCount", () => reader.FieldCount);
        scene.Try("VisibleFieldCount", () => reader.VisibleFieldCount);
        scene.Try("HasRows", () => reader.HasRows);
        scene.Try("RecordsAffected", () => reader.RecordsAffected);
        scene.Try("Depth", () => reader.Depth);
        scene.Try("GetName", () => reader.GetName(0));
        scene.Try("GetOrdinal", () => reader.GetOrdinal("a"));
        scene.Try("GetValues", () => reader.GetValues(new object[1]));
        scene.Try("this by name", () => reader["a"]);
        scene.Try("schema table", () => reader.GetSchemaTable()?.Rows.Count);
        scene.Try("column schema", () => reader.GetColumnSchema().Count);
        scene.Try("GetFieldValue<int>", () => reader.GetFieldValue<int>(0));
        foreach ((string name, Func<MySqlDataReader, int, object?> get) in ByOrdinal)
            scene.Try(name, () => get(reader, 0));
    }

    private static async Task EveryGetterAsync(Scene scene, int row, bool prepared)
    {
        await AllTypes.MakeTableAsync(scene);
        using MySqlConnection connection = await scene.OpenAsync();
        await scene.ExecuteAsync(connection, "SET time_zone = '+00:00'");
        using var command = new MySqlCommand($"SELECT * FROM {AllTypes.Table} WHERE id = {row}", connection);
        if (prepared)
            await scene.PrepareAsync(command);

        using MySqlDataReader reader = await scene.ReaderAsync(command);
        await scene.ReadAsync(reader);
        foreach (string column in AllTypes.Names)
        {
            int ordinal = reader.GetOrdinal(column);
            foreach ((string name, Func<MySqlDataReader, int, object?> get) in ByOrdinal)
                scene.Try($"{name}({column})", () => get(reader, ordinal));
        }
    }

    private static async Task EveryGenericAsync(Scene scene, int row)
    {
        await AllTypes.MakeTableAsync(scene);
        using MySqlConnection connection = await scene.OpenAsync();
        await scene.ExecuteAsync(connection, "SET time_zone = '+00:00'");
        using var command = new MySqlCommand($"SELECT * FROM {AllTypes.Table} WHERE id = {row}", connection);
        using MySqlDataReader reader = await scene.ReaderAsync(command);
        await scene.ReadAsync(reader);
        foreach (string column in AllTypes.Names)
        {
            int ordinal = reader.GetOrdinal(column);
            foreach ((string name, Func<MySqlDataReader, int, object?> get) in Generic)
                scene.Try($"{name}({column})", () => get(reader, ordinal));
        }
    }
}
