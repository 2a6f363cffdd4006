using System.Data;
using System.Globalization;
using System.Text;
using MySqlConnector;

namespace ResilientMySql.Conformance.Cases.Commands;

/// <summary>Parameters by name and by position, in the text and the binary protocol.</summary>
public static class Parameters
{
    private enum Small : byte
    {
        One = 1,
    }

    private enum Colour
    {
        Red,
        Green = 7,
    }

    public static async Task ByName(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        foreach ((string inText, string given) in new[] { ("@a", "@a"), ("@a", "a"), ("@a", "?a"), ("?a", "@a"), ("?a", "a"), ("@A", "a"), ("@a", "A"), ("@`a b`", "`a b`"), ("@'a b'", "@'a b'"), ("@\"ab\"", "ab"), ("@a1$_.b", "a1$_.b") })
            await RunAsync(scene, connection, $"SELECT {inText}", (given, 5));
    }

    public static async Task SameNameTwice(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        await RunAsync(scene, connection, "SELECT CONCAT(@a, @a, @b)", ("a", "x"), ("b", "y"));
        await RunAsync(scene, connection, "SELECT @a", ("@a", 1), ("@a", 2));
        await RunAsync(scene, connection, "SELECT @a", ("a", 1), ("A", 2));
    }

    public static async Task Missing(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        await RunAsync(scene, connection, "SELECT @a");
        await RunAsync(scene, connection, "SELECT @a", ("b", 1));
        await RunAsync(scene, connection, "SELECT ?");
        await RunAsync(scene, connection, "SELECT 1", ("unused", 1));
        using MySqlConnection variables = await scene.OpenAsync("Allow User Variables=true");
        await RunAsync(scene, variables, "SELECT @a");
        await RunAsync(scene, variables, "SELECT @a, @b", ("a", 1));
        await RunAsync(scene, variables, "SELECT ?");
    }

    public static async Task MissingInAPreparedOne(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("SELECT @a", connection);
        await scene.DoAsync("prepare", () => scene.PrepareAsync(command));
        await scene.TryAsync("run", () => scene.ScalarAsync(command));
        command.Parameters.AddWithValue("a", 4);
        await scene.TryAsync("run", () => scene.ScalarAsync(command));
        command.Parameters.Clear();
        await scene.TryAsync("run", () => scene.ScalarAsync(command));
    }

    public static async Task ByPosition(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        foreach (bool prepared in new[] { false, true })
        {
            using var command = new MySqlCommand("SELECT CONCAT(?, '-', ?)", connection);
            command.Parameters.Add(new MySqlParameter { Value = "first" });
            command.Parameters.Add(new MySqlParameter { Value = 2 });
            if (prepared)
                await scene.DoAsync("prepare", () => scene.PrepareAsync(command));

            await scene.TryAsync("two", () => scene.ScalarAsync(command));
            command.Parameters.RemoveAt(1);
            await scene.TryAsync("one too few", () => scene.ScalarAsync(command));
            command.Parameters.Add(new MySqlParameter { Value = 2 });
            command.Parameters.Add(new MySqlParameter { Value = 3 });
            await scene.TryAsync("one too many", () => scene.ScalarAsync(command));
        }
    }

    public static async Task MixedNamesAndPositions(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("SELECT CONCAT(@a, ?)", connection);
        command.Parameters.AddWithValue("a", "x");
        command.Parameters.Add(new MySqlParameter { Value = "y" });
        await scene.TryAsync("mixed", () => scene.ScalarAsync(command));
    }

    public static async Task NotInStringsAndComments(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        await RunAsync(scene, connection, "SELECT '@a', \"?a\", `@a` FROM (SELECT 1 AS `@a`) t -- @a ?", ("a", 5));
        await RunAsync(scene, connection, "SELECT 'it''s @a', @a /* @a ? */ # @a", ("a", 5));
        await RunAsync(scene, connection, @"SELECT 'back\'slash @a', @a", ("a", 5));
        await RunAsync(scene, connection, "SELECT @@version IS NULL, @a", ("a", 5));
    }

    public static async Task Values(Scene scene)
    {
        await ForEachValueAsync(scene, prepared: false);
    }

    public static async Task PreparedValues(Scene scene)
    {
        await ForEachValueAsync(scene, prepared: true);
    }

    public static async Task UnsupportedValues(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        foreach (object value in new object[] { new object(), new Version(1, 2), new[] { 1, 2 }, new Uri("http://x"), IntPtr.Zero, (Action)(static () => { }) })
        {
            await RunAsync(scene, connection, "SELECT @a", ("a", value));
            using var command = new MySqlCommand("SELECT @a", connection);
            command.Parameters.AddWithValue("a", value);
            await scene.DoAsync("prepare", () => scene.PrepareAsync(command));
            await scene.TryAsync("prepared", () => scene.ScalarAsync(command));
        }

        await scene.QueryAsync(connection, "SELECT 1");
    }

    public static async Task NoValueSet(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("SELECT @a IS NULL", connection);
        command.Parameters.Add(new MySqlParameter("a", MySqlDbType.Int32));
        await scene.TryAsync("no value", () => scene.ScalarAsync(command));
        command.Parameters[0].Value = null;
        await scene.TryAsync("null", () => scene.ScalarAsync(command));
        command.Parameters[0].Value = DBNull.Value;
        await scene.TryAsync("DBNull", () => scene.ScalarAsync(command));
    }

    public static async Task TypedParameters(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        int number = 0;
        foreach ((MySqlDbType type, object value) in new (MySqlDbType, object)[]
        {
            (MySqlDbType.Int32, "42"), (MySqlDbType.VarChar, 42), (MySqlDbType.Int64, 42), (MySqlDbType.Byte, 1), (MySqlDbType.UByte, 200),
            (MySqlDbType.Decimal, 1.5), (MySqlDbType.Double, 1), (MySqlDbType.Bool, 1), (MySqlDbType.Bit, 3UL), (MySqlDbType.Date, new DateTime(2024, 2, 29, 1, 2, 3)),
            (MySqlDbType.DateTime, new DateTime(2024, 2, 29, 1, 2, 3, 456)), (MySqlDbType.Time, new TimeSpan(1, 2, 3)), (MySqlDbType.Year, 2024),
            (MySqlDbType.Blob, new byte[] { 1, 0, 255 }), (MySqlDbType.Guid, Guid.Empty), (MySqlDbType.JSON, "{}"), (MySqlDbType.Enum, "x"), (MySqlDbType.Int32, "x"),
        })
        {
            foreach (bool prepared in new[] { false, true })
            {
                // Each with a text of its own: what was prepared for one type is not to be met by another.
                using var command = new MySqlCommand($"SELECT @a AS v{number++}", connection);
                command.Parameters.Add(new MySqlParameter("a", type) { Value = value });
                if (prepared)
                    await scene.DoAsync("prepare", () => scene.PrepareAsync(command));

                await scene.TryAsync($"{type} {value}", () => scene.ScalarAsync(command));
            }
        }
    }

    public static async Task SizeCutsValues(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        foreach (object value in new object[] { "abcdef", new byte[] { 1, 2, 3, 4, 5, 6 }, "abcdef".AsMemory(), new MemoryStream([1, 2, 3, 4, 5, 6]) })
        {
            using var command = new MySqlCommand("SELECT @a", connection);
            command.Parameters.Add(new MySqlParameter("a", value) { Size = 3 });
            await scene.TryAsync("cut", () => scene.ScalarAsync(command));
        }
    }

    public static async Task StreamsAndReaders(Scene scene)
    {
        await scene.TableAsync("streams", "id INT PRIMARY KEY AUTO_INCREMENT, b LONGBLOB, t LONGTEXT");
        using MySqlConnection connection = await scene.OpenAsync();
        foreach (bool prepared in new[] { false, true })
        {
            using var command = new MySqlCommand("INSERT INTO streams (b, t) VALUES (@b, @t)", connection);
            command.Parameters.AddWithValue("b", new MemoryStream([1, 2, 0, 39, 92, 255]));
            command.Parameters.AddWithValue("t", new StringBuilder("it's ünï"));
            if (prepared)
                await scene.DoAsync("prepare", () => scene.PrepareAsync(command));

            await scene.TryAsync("first", () => scene.NonQueryAsync(command));
            await scene.TryAsync("stream at its end", () => scene.NonQueryAsync(command));
        }

        await scene.NoteAllAsync(connection, "SELECT b, t FROM streams ORDER BY id");
    }

    public static async Task Escaping(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        foreach (string text in new[] { "'", "\"", "\\", "\\'", "\0", "\r\n", "\u001a", "%_", "ünï ∑ 😀", "", "; DROP TABLE x" })
            await RunAsync(scene, connection, "SELECT @a", ("a", text));
    }

    public static async Task EscapingWithNoBackslashEscapes(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync("No Backslash Escapes=true");
        await scene.ExecuteAsync(connection, "SET SESSION sql_mode = CONCAT(@@sql_mode, ',NO_BACKSLASH_ESCAPES')");
        foreach (string text in new[] { "'", "\\", "\\'", "a\\b", "%" })
            await RunAsync(scene, connection, "SELECT @a", ("a", text));

        await RunAsync(scene, connection, "SELECT HEX(@a)", ("a", new byte[] { 92, 39, 0 }));
    }

    public static async Task TooLargeForThePacket(Scene scene)
    {
        await scene.TableAsync("large", "id INT PRIMARY KEY AUTO_INCREMENT, b LONGBLOB");
        using MySqlConnection connection = await scene.OpenAsync();
        await RunAsync(scene, connection, "SELECT LENGTH(@a)", ("a", new byte[1_000_000]));
        await RunAsync(scene, connection, "SELECT LENGTH(@a)", ("a", new string('x', 3_000_000)));
    }

    public static async Task CollectionMisuse(Scene scene)
    {
        using var command = new MySqlCommand();
        MySqlParameter parameter = command.Parameters.AddWithValue("@a", 1);
        scene.Do("twice the same", () => command.Parameters.Add(parameter));
        scene.Do("same name", () => command.Parameters.AddWithValue("a", 2));
        scene.Note("contains @a", command.Parameters.Contains("@a"));
        scene.Note("contains a", command.Parameters.Contains("a"));
        scene.Note("index of ?a", command.Parameters.IndexOf("?a"));
        scene.Try("unknown name", () => command.Parameters["b"].Value);
        scene.Try("out of range", () => command.Parameters[5].Value);
        scene.Do("remove unknown", () => command.Parameters.RemoveAt("b"));
        await Task.CompletedTask;
    }

    private static async Task ForEachValueAsync(Scene scene, bool prepared)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        int number = 0;
        foreach (object? value in AllValues())
        {
            // Each with a text of its own: what was prepared for one type is not to be met by another.
            using var command = new MySqlCommand($"SELECT @a AS v{number++}", connection);
            command.Parameters.AddWithValue("a", value);
            if (prepared)
                await scene.DoAsync("prepare", () => scene.PrepareAsync(command));

            scene.Note("db type", command.Parameters[0].MySqlDbType);
            await scene.TryAsync(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "", () => scene.ScalarAsync(command));
        }
    }

    private static object?[] AllValues() =>
    [
        null, DBNull.Value, true, false, (byte)200, (sbyte)-100, (short)-30000, (ushort)60000, -2_000_000_000, 4_000_000_000, long.MinValue, ulong.MaxValue,
        1.5f, -2.25, 79228162514264337593543950335m, 0.1m, 'c', "text", "text".AsMemory(), new StringBuilder("built"), new byte[] { 0, 39, 92, 255 },
        new ReadOnlyMemory<byte>([1, 2]), new ArraySegment<byte>([1, 2, 3], 1, 2), new MemoryStream([7, 8]), new float[] { 1, 2 },
        new DateTime(2024, 2, 29, 12, 34, 56, 789), new DateTime(2024, 2, 29, 0, 0, 0, DateTimeKind.Utc), new DateTimeOffset(2024, 2, 29, 12, 0, 0, TimeSpan.FromHours(2)),
        new DateOnly(2024, 2, 29), new TimeOnly(12, 34, 56, 789), new TimeSpan(-3, 4, 5, 6, 789), Guid.Parse("12345678-9abc-def0-1234-56789abcdef0"),
        Small.One, Colour.Green, Colour.Red, new MySqlDateTime(2024, 2, 29, 1, 2, 3, 4), MySqlGeometry.FromWkb(0, Convert.FromHexString("0101000000000000000000F03F000000000000F03F")),
        new System.Numerics.BigInteger(12345678901234567890UL), DateTime.MinValue, DateTime.MaxValue, TimeSpan.Zero,
    ];

    private static async Task RunAsync(Scene scene, MySqlConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = new MySqlCommand(sql, connection);
        await scene.TryAsync(sql, async () =>
        {
            foreach ((string name, object? value) in parameters)
                command.Parameters.AddWithValue(name, value);

            using MySqlDataReader reader = await scene.ReaderAsync(command);
            var values = new List<object>();
            if (await scene.ReadAsync(reader))
            {
                for (int column = 0; column < reader.FieldCount; column++)
                    values.Add(reader.GetValue(column));
            }

            return values.ToArray();
        });
    }
}
