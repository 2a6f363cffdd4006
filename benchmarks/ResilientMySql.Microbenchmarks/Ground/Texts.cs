namespace ResilientMySql.Microbenchmarks.Ground;

/// <summary>Statements to read.</summary>
internal static class Texts
{
    /// <summary>How long the texts are that only the lexer reads.</summary>
    public const int LongLength = 100_000;

    public const string Select = "SELECT city_id, city FROM city WHERE city = @city";

    public const string Join = """
        SELECT c.city_id, c.city AS name, o.country -- the newest first
        FROM city c INNER JOIN country o ON o.country_id = c.country_id
        WHERE c.city LIKE 'A%' AND COALESCE(o.country, '') <> 'nowhere' AND c.last_update > '2006-02-15 04:45:25'
        GROUP BY c.city_id, c.city, o.country HAVING COUNT(*) < 10 ORDER BY c.last_update DESC LIMIT 20
        """;

    private const string Escaped = @"INSERT INTO city (city, country_id) VALUES ('O''Higgins \\ \'\n and so on', 101);";

    /// <summary>An INSERT of a hundred rows.</summary>
    public static string Insert { get; } =
        "INSERT INTO city (city, country_id) VALUES " + string.Join(", ", Enumerable.Range(1, 100).Select(static row => $"('a city called {row}', {row})"));

    /// <summary>Queries, one behind the other.</summary>
    public static string Queries { get; } = Repeat(Join + ";\n");

    /// <summary>Short literals with escapes in them.</summary>
    public static string Literals { get; } = Repeat(Escaped);

    /// <summary>One literal, as of a picture in hexadecimal digits.</summary>
    public static string LongLiteral { get; } = $"SELECT '{new string('7', LongLength - 9)}'";

    /// <summary>A text that no other number gives.</summary>
    public static string Distinct(int number) => $"SELECT id FROM item WHERE id = ? AND {number} = {number}";

    private static string Repeat(string text) => string.Concat(Enumerable.Repeat(text, (LongLength / text.Length) + 1))[..LongLength];
}
