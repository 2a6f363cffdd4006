namespace ResilientMySql.Integration.Statements;

/// <summary>Statements put together at random from what makes statements dangerous; the same for the same seed.</summary>
internal sealed class GeneratedStatements(int seed)
{
    private static readonly string[] Values =
    [
        "1", "'x'", "\"y\"", "a", "t.b", "NULL", "@v", "@@sql_mode", "COUNT(*)", "UPPER(b)", "NOW()", "ABS(a)", "(SELECT MAX(n) FROM u)",
        "LAST_INSERT_ID()", "LAST_INSERT_ID(7)", "ROW_COUNT()", "FOUND_ROWS()", "CONNECTION_ID()", "@v := 5", "(@w := a + 1)",
        "GET_LOCK('l1', 0)", "RELEASE_LOCK('l1')", "SLEEP(0)", "f()", "g(1)", "corpus.g(2)", "`g`(3)", "now (1)", "NEXTVAL(s)",
        "NEXT VALUE FOR s", "LASTVAL(s)", "CAST(a AS CHAR(5))", "CASE WHEN a THEN g(4) ELSE 0 END", "IF(a, f(), 0)", "UUID_TO_BIN(UUID())",
        "NVL(a, 1)", "j->'$.a'", "/*! g(5) */", "/*!99999 1, */ 2", "/* g(6) */ 3", "/*+ g(7) */ 4", "'a\\'b'", "\"a\\\"b\"", "ROW_NUMBER() OVER ()",
    ];

    private static readonly string[] Tails =
    [
        "", "", "", " WHERE id = 1", " LIMIT 1", " FOR UPDATE", " LOCK IN SHARE MODE", " INTO @v", " INTO OUTFILE '/no'", " -- g(8)", " # f()",
        " ORDER BY 1 LIMIT 1", " WHERE a IN (SELECT n FROM u)", "; SELECT 1", "; SET @v = 1", ";", " /*! FOR UPDATE */", " UNION SELECT 1",
    ];

    private static readonly string[] Heads =
    [
        "", "", "", "", "EXPLAIN ", "EXPLAIN ANALYZE ", "ANALYZE ", "DESC ", "WITH c AS (SELECT 1 AS x) ", "WITH c (x) AS (SELECT g(9)) ",
        "SET STATEMENT max_statement_time = 5 FOR ", "/* c */ ", "; ", "SET @v = ", "DO ", "PREPARE st FROM ", "EXECUTE IMMEDIATE ",
    ];

    private static readonly string[] Settings =
    [
        "@v = 1", "@v = @w", "@v := g(1)", "@`w` = 'x'", "sql_mode = ''", "SESSION sql_mode = 'ANSI_QUOTES'", "@@session.time_zone = '+01:00'",
        "@@time_zone = SYSTEM", "autocommit = 0", "autocommit = 1", "@@global.long_query_time = 10", "GLOBAL max_connections = 190",
        "LOCAL sort_buffer_size = 300000", "sort_buffer_size = 262144 * 2", "NAMES utf8mb4", "timestamp = 1", "insert_id = 4", "ROLE NONE",
        "TRANSACTION READ ONLY", "SESSION TRANSACTION READ ONLY", "@v = LAST_INSERT_ID()", "@@sort_buffer_size = 300000", "character_set_results = latin1",
        "optimizer_switch = 'mrr=off'", "@v = (SELECT 1, 2)", "@v = (SELECT MAX(id) FROM t)", "collation_connection = utf8mb4_bin", "completion_type = 1",
    ];

    private readonly Random _random = new(seed);

    /// <summary>The next statement; a server may well refuse it.</summary>
    public string Next() => _random.Next(8) switch
    {
        0 => $"SET {Several(Settings, 3)}",
        1 => $"{One(Heads)}INSERT INTO t (a, b) VALUES ({One(Values)}, {One(Values)}){One(Tails)}",
        2 => $"{One(Heads)}UPDATE t SET a = {One(Values)}{One(Tails)}",
        3 => $"{One(Heads)}DELETE FROM u WHERE n = 77 AND id = {One(Values)}{One(Tails)}",
        4 => $"CREATE {One(["", "TEMPORARY ", "OR REPLACE "])}TABLE {One(["temp1", "x100", "x101"])} AS SELECT {One(Values)} AS c{One(Tails)}",
        5 => $"SHOW {One(["TABLES", "VARIABLES", "STATUS", "WARNINGS", "COLUMNS FROM t"])} WHERE {One(Values)} = 1",
        _ => $"{One(Heads)}SELECT {Several(Values, 3)} FROM t{One(Tails)}",
    };

    private string One(string[] choices) => choices[_random.Next(choices.Length)];

    private string Several(string[] choices, int most) =>
        string.Join(", ", Enumerable.Range(0, _random.Next(1, most + 1)).Select(_ => One(choices)));
}
