using ResilientMySql.Queries;
using ResilientMySql.TestServers;
using Xunit.Abstractions;

namespace ResilientMySql.Integration.Wire.Differential;

/// <summary>Statements with several results, with warnings, with none, and with an error behind the first.</summary>
public sealed class WireResultsTests(ITestOutputHelper output)
{
    private const int Ways = 3;

    private static readonly string[] Schema =
    [
        "CREATE TABLE t (id INT PRIMARY KEY AUTO_INCREMENT, a TINYINT, b VARCHAR(3) UNIQUE)",
        "INSERT INTO t (a, b) VALUES (1, 'x'), (2, 'y')",
        "CREATE PROCEDURE none(n INT) DO 1",
        "CREATE PROCEDURE one(n INT) SELECT n AS k",
        "CREATE PROCEDURE empty_one(n INT) SELECT n AS k WHERE 1 = 0",
        "CREATE PROCEDURE two(n INT) BEGIN SELECT n AS k; SELECT 'a' AS l, n AS m UNION SELECT 'b', 2; END",
        "CREATE PROCEDURE adds(n INT) INSERT INTO t (a) VALUES (n), (n + 1)",
        "CREATE PROCEDURE adds_twice(n INT) BEGIN INSERT INTO t (a) VALUES (n); UPDATE t SET a = n + 5; END",
        "CREATE PROCEDURE adds_and_tells(n INT) BEGIN INSERT INTO t (a) VALUES (n); SELECT n AS k; UPDATE t SET a = n; SELECT COUNT(*) AS k FROM t; END",
        "CREATE PROCEDURE fails(n INT) BEGIN SELECT n AS k; SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'no é', MYSQL_ERRNO = 4711; END",
        "CREATE PROCEDURE fails_later(n INT) BEGIN INSERT INTO t (a) VALUES (n); INSERT INTO t (b) VALUES ('x'); END",
        "CREATE PROCEDURE warns(n INT) BEGIN SIGNAL SQLSTATE '01000' SET MESSAGE_TEXT = 'careful'; SELECT n AS k; END",
    ];

    private static readonly string[] Calls =
        ["none", "one", "empty_one", "two", "adds", "adds_twice", "adds_and_tells", "fails", "fails_later", "warns", "no_such"];

    private static readonly string[] Statements =
    [
        "DO ?", "SELECT ? WHERE 1 = 0", "INSERT INTO t (a) VALUES (?)", "INSERT IGNORE INTO t (a, b) VALUES (?, 'too long')", "INSERT INTO t (a, b) VALUES (?, 'too long')", "INSERT INTO t (id, a) VALUES (-1, ?)", "INSERT INTO t (a, b) SELECT ?, NULL FROM t LIMIT 3",
        "INSERT INTO t (a, b) VALUES (?, 'x') ON DUPLICATE KEY UPDATE a = a + 1, id = LAST_INSERT_ID(id)", "REPLACE INTO t (a, b) VALUES (?, 'x')", "UPDATE t SET a = ?", "UPDATE t SET a = a WHERE id > ?", "DELETE FROM t WHERE a = ?", "UPDATE t SET id = LAST_INSERT_ID(id + ?) ORDER BY id DESC LIMIT 1",
        "SELECT 1 / ? - 1 / 0", "SELECT a FROM t WHERE a > ? ORDER BY id FOR UPDATE", "SELECT * FROM nowhere WHERE a = ?", "SELECT no_such FROM t WHERE a = ?", "SELEC ?", "SELECT (SELECT id FROM t) = ?", "SHOW TABLES LIKE ?", "EXPLAIN SELECT ?",
        "SELECT ? UNION ALL SELECT CAST('x' AS SIGNED)", "SELECT ROW_COUNT() + ?", "SELECT LAST_INSERT_ID() + ?", "SELECT 1", "INSERT INTO t (a) VALUES (1000 + ?)", "SELECT EXP(710 + ?)", "SELECT CAST(-1 AS UNSIGNED) + ?", "SET @v = ?", "KILL QUERY ?", "ANALYZE TABLE t", "CHECK TABLE t", "SHOW WARNINGS",
        "TRUNCATE TABLE t", "CREATE TABLE IF NOT EXISTS t2 AS SELECT ? AS k", "DROP TABLE IF EXISTS t2, t3", "ALTER TABLE t COMMENT 'none'", "INSERT INTO t (a, b) VALUES (?, 'z') /* again */", "SELECT b, COUNT(*) FROM t GROUP BY b WITH ROLLUP", "(SELECT ?) UNION (SELECT 2)", "VALUES (?)", "TABLE t", "SELECT ? INTO @w",
    ];

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task EveryKindOfResult_IsAsThroughTheDriver(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        TwoSchemas schemas = await TwoSchemas.CreateAsync(rented.Server);
        await schemas.RunAsync(Schema);
        foreach (string options in (string[])["", ";Session Init Sql=\"SET sql_mode = ''\"", ";Use Affected Rows=True"])
        {
            (int past, int results, int errors) = (0, 0, 0);
            foreach (string sql in (string[])[.. Calls.Select(static name => $"CALL {name}(?)"), .. Statements])
            {
                // A session of its own for each: after a call, or a variable that was set, a session is left to the driver.
                for (int way = 0; way < Ways; way++)
                {
                    await using WirePair pair = await TwoSchemas.OpenAsync(mode, $"{rented.Server.ConnectionString};Pooling=False;Allow User Variables=True{options}");
                    await CompareAsync(pair, way, AnyText.Of(sql), $"{mode}{options}");
                    (past, results, errors) = (past + (pair.Executions > 0 ? 1 : 0), results + pair.Results, errors + pair.Errors);
                }
            }

            output.WriteLine($"{mode}{options}: {results} results and {errors} errors alike, {past} statements past the driver");
            Assert.True(past > Statements.Length, $"{past} past the driver");
        }
    }

    /// <summary>Twice: once prepared for it, once prepared already.</summary>
    private static async Task CompareAsync(WirePair pair, int way, AnyText text, string about)
    {
        foreach (int round in (int[])[5, 6])
        {
            Action<IParameterSink>? bind = text.Sql.Contains('?', StringComparison.Ordinal) ? sink => sink.Int32(round) : null;
            _ = await (way switch
            {
                0 => pair.ListAsync(text, $"Rows, {about}, {round}", bind, isForWire: false),
                1 => pair.ExecuteAsync(text, $"Affected, {about}, {round}", bind, isForWire: false),
                _ => pair.InsertIdAsync(text, $"Id, {about}, {round}", bind, isForWire: false),
            });
        }
    }
}
