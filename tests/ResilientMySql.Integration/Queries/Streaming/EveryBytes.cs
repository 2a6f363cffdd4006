using ResilientMySql.Queries;

namespace ResilientMySql.Integration.Queries.Streaming;

/// <summary>One row: the bytes of every kind of column that has some, in the order of the table's.</summary>
internal readonly struct EveryBytes : IQuery<string>
{
    public const string Table = """
        CREATE TABLE bytes (
            latin VARCHAR(10) CHARACTER SET latin1, wide TEXT CHARACTER SET utf8mb4, fixed CHAR(8), guid CHAR(36), amount DECIMAL(30, 4), raw BLOB,
            short_raw BINARY(16), document JSON, kind ENUM('small', 'groß'), nothing VARCHAR(3), place GEOMETRY, text_bin VARCHAR(10) COLLATE utf8mb4_bin)
        """;

    public const string Row = """
        INSERT INTO bytes VALUES ('Málaga', 'Žižkov 🌍', 'abc', '6e3fe1d2-0000-4444-8888-a1b2c3d4e5f6', -123456789012345678901234.5000, X'00FF10',
            X'000102030405060708090A0B0C0D0E0F', '{"a": 1}', 'groß', '', ST_GeomFromText('POINT(1 2)'), 'ä')
        """;

    public static string CommandText => "SELECT latin, wide, fixed, guid, amount, raw, short_raw, document, kind, nothing, place, text_bin FROM bytes";

    public static string Read<TRow>(ref TRow row)
        where TRow : struct, IRow
    {
        var values = new string[12];
        for (int ordinal = 0; ordinal < values.Length; ordinal++)
            values[ordinal] = Convert.ToHexString(row.Utf8(ordinal));

        return string.Join(' ', values);
    }

    public void Bind<TSink>(ref TSink sink)
        where TSink : struct, IParameterSink
    {
    }
}
