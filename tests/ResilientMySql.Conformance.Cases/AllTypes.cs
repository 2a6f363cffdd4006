namespace ResilientMySql.Conformance.Cases;

/// <summary>A table with a column of every type: a row of usual values, one of extremes, one of NULL.</summary>
internal static class AllTypes
{
    public const string Table = "all_types";

    private static readonly (string Name, string Type, string Usual, string Extreme)[] Columns =
    [
        ("t_bool", "TINYINT(1)", "1", "0"),
        ("t_tiny", "TINYINT", "5", "-128"),
        ("t_utiny", "TINYINT UNSIGNED", "5", "255"),
        ("t_small", "SMALLINT", "500", "-32768"),
        ("t_usmall", "SMALLINT UNSIGNED", "500", "65535"),
        ("t_medium", "MEDIUMINT", "70000", "-8388608"),
        ("t_umedium", "MEDIUMINT UNSIGNED", "70000", "16777215"),
        ("t_int", "INT", "100000", "-2147483648"),
        ("t_uint", "INT UNSIGNED", "100000", "4294967295"),
        ("t_big", "BIGINT", "5000000000", "-9223372036854775808"),
        ("t_ubig", "BIGINT UNSIGNED", "5000000000", "18446744073709551615"),
        ("t_decimal", "DECIMAL(20,5)", "1234.56789", "-999999999999999.99999"),
        ("t_float", "FLOAT", "1.5", "-3.4e38"),
        ("t_double", "DOUBLE", "2.25", "-1.7e308"),
        ("t_bit", "BIT(1)", "b'1'", "b'0'"),
        ("t_bits", "BIT(64)", "b'101'", "0xFFFFFFFFFFFFFFFF"),
        ("t_year", "YEAR", "2024", "1901"),
        ("t_date", "DATE", "'2024-02-29'", "'9999-12-31'"),
        ("t_time", "TIME(6)", "'12:34:56.789012'", "'-838:59:59'"),
        ("t_datetime", "DATETIME(6)", "'2024-02-29 12:34:56.789012'", "'1000-01-01 00:00:00'"),
        ("t_timestamp", "TIMESTAMP(3) NULL", "'2024-02-29 12:34:56.789'", "'1970-01-02 00:00:00'"),
        ("t_char", "CHAR(10)", "'abc'", "''"),
        ("t_guid", "CHAR(36)", "'12345678-9abc-def0-1234-56789abcdef0'", "'00000000-0000-0000-0000-000000000000'"),
        ("t_varchar", "VARCHAR(100)", "'größe 😀'", "''"),
        ("t_number", "VARCHAR(20)", "'42'", "'-7.5'"),
        ("t_text", "LONGTEXT", "'text'", "''"),
        ("t_tinytext", "TINYTEXT", "'tiny'", "''"),
        ("t_binary", "BINARY(16)", "0x00112233445566778899AABBCCDDEEFF", "0x00"),
        ("t_varbinary", "VARBINARY(20)", "0x0001FF", "''"),
        ("t_blob", "BLOB", "0xDEADBEEF", "''"),
        ("t_enum", "ENUM('small','large')", "'large'", "'small'"),
        ("t_set", "SET('a','b','c')", "'a,c'", "''"),
        ("t_json", "JSON", "'{\"a\": 1}'", "'[]'"),
        ("t_point", "POINT", "ST_GeomFromText('POINT(1 2)')", "ST_GeomFromText('POINT(0 0)')"),
    ];

    /// <summary>The columns after <c>id</c>.</summary>
    public static IEnumerable<string> Names => Columns.Select(static column => column.Name);

    /// <summary>Rows 1 (usual), 2 (extreme) and 3 (NULL).</summary>
    public static async Task MakeTableAsync(Scene scene)
    {
        string definition = string.Join(", ", Columns.Select(static column => $"{column.Name} {column.Type}{(column.Type.EndsWith("NULL", StringComparison.Ordinal) ? "" : " NULL")}"));
        await scene.PrepareAsync(
            $"""
            SET time_zone = '+00:00';
            DROP TABLE IF EXISTS {Table};
            CREATE TABLE {Table} (id INT PRIMARY KEY AUTO_INCREMENT, {definition});
            INSERT INTO {Table} VALUES (1, {string.Join(", ", Columns.Select(static column => column.Usual))});
            INSERT INTO {Table} VALUES (2, {string.Join(", ", Columns.Select(static column => column.Extreme))});
            INSERT INTO {Table} (id) VALUES (3);
            """);
    }
}
