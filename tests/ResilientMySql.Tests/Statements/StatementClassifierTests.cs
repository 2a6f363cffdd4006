using ResilientMySql.Statements;
using static ResilientMySql.Statements.StatementKind;

namespace ResilientMySql.Tests.Statements;

public sealed class StatementClassifierTests
{
    [Theory]
    [InlineData("SELECT 1")]
    [InlineData("select city_id from city where city = @city order by city_id limit 1;")]
    [InlineData("SELECT COUNT(*), MAX(c.city_id) FROM `city` c JOIN country USING (country_id) WHERE (a = 1) AND b IN (1, 2)")]
    [InlineData("(SELECT 1) UNION (SELECT 2)")]
    [InlineData("SELECT CAST(a AS CHAR(10)), CONVERT(b, DECIMAL(10, 2)), COALESCE(c, 'get_lock(1)') FROM t")]
    [InlineData("SELECT ROW_NUMBER() OVER (PARTITION BY a ORDER BY b) FROM t WINDOW w AS (ORDER BY c)")]
    [InlineData("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n), m AS (SELECT 2) SELECT i FROM n")]
    [InlineData("TABLE city")]
    [InlineData("VALUES ROW(1, 2), ROW(3, 4)")]
    [InlineData("SHOW TABLES LIKE 'c%'")]
    [InlineData("DESCRIBE city")]
    [InlineData("EXPLAIN UPDATE city SET city = 'x'")]
    [InlineData("SELECT @@session.sql_mode, @greeting")]
    [InlineData("/* a comment */ SELECT 1 -- and another")]
    [InlineData("SELECT a AS `sleep` FROM t /*+ MAX_EXECUTION_TIME(5) */")]
    [InlineData("SELECT t.next, t.`delete` FROM t FORCE INDEX (i) WHERE MATCH (a) AGAINST ('x' IN BOOLEAN MODE)")]
    public void PlainQuery_Reads(string sql) => Assert.Equal(new StatementEffects(Read), StatementClassifier.Classify(sql) with { Makes = OneShotState.None });

    [Theory]
    [InlineData("SELECT * FROM city WHERE city_id = 1 FOR UPDATE", LockingRead)]
    [InlineData("SELECT * FROM city FOR SHARE SKIP LOCKED", LockingRead)]
    [InlineData("SELECT * FROM city LOCK IN SHARE MODE", LockingRead)]
    [InlineData("INSERT INTO city (city, country_id) VALUES (?, ?) ON DUPLICATE KEY UPDATE city = VALUES(city)", Write)]
    [InlineData("INSERT IGNORE sakila.city (city) SELECT city FROM city", Write)]
    [InlineData("INSERT INTO city SET city = 'x'", Write)]
    [InlineData("REPLACE INTO city (city_id) VALUES (1) RETURNING city_id", Write)]
    [InlineData("UPDATE city SET city = UPPER(city)", Write)]
    [InlineData("UPDATE ids SET id = LAST_INSERT_ID(id + 1)", Write)]
    [InlineData("DELETE FROM city WHERE city_id = 1", Write)]
    [InlineData("WITH c AS (SELECT 1) DELETE FROM city", Write)]
    [InlineData("SELECT SLEEP(1)", Write)]
    [InlineData("SELECT NEXT VALUE FOR ids", Write)]
    [InlineData("DO SLEEP(1)", Write)]
    [InlineData("EXPLAIN ANALYZE SELECT 1", Write)]
    [InlineData("SELECT * FROM t INTO OUTFILE '/x'", Write)]
    [InlineData("LOAD DATA INFILE 'x' INTO TABLE t", Write)]
    [InlineData("ANALYZE SELECT 1", Write)]
    [InlineData("SET STATEMENT max_statement_time = 1 FOR SELECT 1", Read)]
    [InlineData("SET STATEMENT max_statement_time = 1 FOR DELETE FROM t", Write)]
    [InlineData("SET GLOBAL max_connections = 10", Write)]
    [InlineData("SET @@global.max_connections = 10", Write)]
    [InlineData("BEGIN", Begin)]
    [InlineData("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY;", Begin)]
    [InlineData("COMMIT WORK", Commit)]
    [InlineData("ROLLBACK", Rollback)]
    [InlineData("ROLLBACK TO SAVEPOINT a", Savepoint)]
    [InlineData("SAVEPOINT a", Savepoint)]
    [InlineData("RELEASE SAVEPOINT a", Savepoint)]
    [InlineData("CREATE TABLE t (a INT DEFAULT (UUID()))", ImplicitCommit)]
    [InlineData("CREATE OR REPLACE VIEW v AS SELECT 1", ImplicitCommit)]
    [InlineData("DROP TABLE t", ImplicitCommit)]
    [InlineData("TRUNCATE t", ImplicitCommit)]
    [InlineData("ANALYZE LOCAL TABLE t", ImplicitCommit)]
    [InlineData("FLUSH PRIVILEGES", ImplicitCommit)]
    [InlineData("USE sakila", UseSchema)]
    [InlineData("USE `a``b`;", UseSchema)]
    [InlineData("SET NAMES utf8mb4 COLLATE utf8mb4_bin", SetSession)]
    [InlineData("SET SESSION sql_mode = 'STRICT_ALL_TABLES', @@time_zone = '+01:00', @v := -5", SetSession)]
    [InlineData("SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED, READ ONLY", SetSession)]
    [InlineData("SET ROLE admin", SetSession)]
    [InlineData("SET autocommit = 0", AutocommitOff)]
    [InlineData("SET @@session.autocommit = OFF", AutocommitOff)]
    [InlineData("SET autocommit=ON", AutocommitOn)]
    [InlineData("", Empty)]
    [InlineData(" -- nothing\n;;", Empty)]
    [InlineData("SELECT 1; SELECT 2", Read)]
    [InlineData("INSERT INTO t VALUES (1); SELECT LAST_INSERT_ID()", Write)]
    public void Statement_IsOfItsKind(string sql, object kind) =>
        Assert.Equal(new StatementEffects((StatementKind)kind), StatementClassifier.Classify(sql) with { Makes = OneShotState.None, Trace = StatementTrace.None });

    [Theory]
    [InlineData("CREATE TEMPORARY TABLE t (a INT)")]
    [InlineData("CREATE OR REPLACE TEMPORARY TABLE t (a INT)")]
    [InlineData("DROP TEMPORARY TABLE t")]
    [InlineData("LOCK TABLES t READ")]
    [InlineData("UNLOCK TABLES")]
    [InlineData("FLUSH TABLES WITH READ LOCK")]
    [InlineData("SELECT GET_LOCK('a', 1)")]
    [InlineData("DO release_all_locks()")]
    [InlineData("HANDLER t OPEN")]
    [InlineData("PREPARE s FROM 'SELECT 1'")]
    [InlineData("SET @v = (SELECT 1)")]
    [InlineData("SET @v = @p")]
    [InlineData("SET @v = ?")]
    [InlineData("SET sql_mode = CONCAT(@@sql_mode, ',ANSI')")]
    [InlineData("SET sql_mode = 'ANSI_QUOTES'")]
    [InlineData("SET sql_mode = 'no_backslash_escapes'")]
    [InlineData("SET timestamp = 5")]
    [InlineData("SET SESSION sql_log_bin = 0")]
    [InlineData("SET TRANSACTION READ ONLY")]
    [InlineData("SELECT @v := 1")]
    [InlineData("UPDATE t SET a = (@v := a)")]
    [InlineData("CALL p()")]
    [InlineData("EXECUTE s")]
    [InlineData("XA START 'a'")]
    [InlineData("BEGIN NOT ATOMIC SELECT 1; END")]
    [InlineData("COMMIT AND CHAIN")]
    [InlineData("ROLLBACK RELEASE")]
    [InlineData("SELECT 1 INTO @v")]
    [InlineData("SELECT stored_function(1)")]
    [InlineData("SELECT schema_name.now()")]
    [InlineData("SELECT `f`(1)")]
    [InlineData("SELECT \"f\"(1)")]
    [InlineData("INSERT INTO t (a) VALUES (stored_function())")]
    [InlineData("WITH c AS (SELECT f()) SELECT 1")]
    [InlineData("SELECT 1 /*! , GET_LOCK('a', 1) */")]
    [InlineData("/*!40101 SET NAMES utf8 */")]
    [InlineData("/*M! SELECT 1 */")]
    [InlineData("SELECT 'open")]
    [InlineData("SELECT 1 /* open")]
    [InlineData("CREATE TABLE t AS SELECT f()")]
    [InlineData("CREATE PROCEDURE p() BEGIN SELECT 1; END")]
    [InlineData("SELECT 1; SET @v = 1")]
    [InlineData("BEGIN; INSERT INTO t VALUES (1)")]
    [InlineData("SET autocommit = 0, sql_mode = ''")]
    [InlineData("LOAD DATA INFILE 'x' INTO TABLE t (a, @b)")]
    [InlineData("LOAD DATA INFILE 'x' INTO TABLE t SET a = f()")]
    [InlineData("SET STATEMENT sql_mode = '' FOR SELECT 1")]
    [InlineData("SET STATEMENT max_statement_time = 1 FOR SET @v = 1")]
    [InlineData("SET autocommit = @@global.autocommit")]
    [InlineData("SET @v = (SELECT 1), autocommit = 1")]
    [InlineData("SET @v = CURRENT_TIMESTAMP")]
    [InlineData("SET NAMES gbk")]
    [InlineData("SET @@transaction_isolation = 'SERIALIZABLE'")]
    [InlineData("DELIMITER //")]
    [InlineData("DELIMITER $$ SELECT 1 $$")]
    [InlineData("gibberish")]
    public void StateOrUnknown_PinsAndNeverRunsTwice(string sql)
    {
        StatementEffects effects = StatementClassifier.Classify(sql);

        Assert.True(effects.Pins, $"{effects}");
        Assert.False(effects.MayRunTwice);
    }

    [Theory]
    [InlineData("SELECT LAST_INSERT_ID()")]
    [InlineData("select last_insert_id ( )")]
    [InlineData("SELECT @@identity")]
    [InlineData("SELECT @@session.last_insert_id")]
    [InlineData("SELECT ROW_COUNT(), FOUND_ROWS()")]
    [InlineData("UPDATE t SET a = LAST_INSERT_ID()")]
    [InlineData("SHOW WARNINGS")]
    [InlineData("SHOW COUNT(*) ERRORS")]
    [InlineData("GET DIAGNOSTICS @n = NUMBER")]
    [InlineData("SELECT CONNECTION_ID()")]
    [InlineData("KILL 5")]
    [InlineData("WITH c AS (SELECT LAST_INSERT_ID()) SELECT 1")]
    [InlineData("SELECT 1; SELECT ROW_COUNT()")]
    [InlineData("CALL p(LAST_INSERT_ID())")]
    [InlineData("SELECT f(LAST_INSERT_ID())")]
    [InlineData("SET @id = LAST_INSERT_ID()")]
    [InlineData("SELECT 1 /*! , LAST_INSERT_ID() */")]
    [InlineData("UPDATE t SET a = 1; SELECT LAST_INSERT_ID()")]
    [InlineData("INSERT INTO t VALUES (1); SELECT CONNECTION_ID()")]
    [InlineData("SELECT @@ `identity`")]
    [InlineData("SELECT @@session . identity")]
    [InlineData("BEGIN; SELECT LAST_INSERT_ID()")]
    [InlineData("SELECT LAST_INSERT_ID(), '\0'")]
    public void AsksWhatTheSessionDidBefore_IsMarked(string sql) =>
        Assert.True(StatementClassifier.Classify(sql).UsesOneShotState);

    [Theory]
    [InlineData("INSERT INTO t VALUES (1); SELECT LAST_INSERT_ID()")]
    [InlineData("BEGIN; INSERT INTO t VALUES (1); SELECT LAST_INSERT_ID(); COMMIT")]
    [InlineData("UPDATE t SET a = 1; SELECT ROW_COUNT()")]
    [InlineData("UPDATE t SET a = LAST_INSERT_ID(a + 1); SELECT LAST_INSERT_ID()")]
    [InlineData("SELECT SQL_CALC_FOUND_ROWS a FROM t LIMIT 1; SELECT FOUND_ROWS()")]
    public void BringsItsOwnProducer_DoesNotAskTheSession(string sql) =>
        Assert.False(StatementClassifier.Classify(sql).UsesOneShotState);

    [Theory]
    [InlineData("LOCK TABLES t READ")]
    [InlineData("UNLOCK TABLES")]
    [InlineData("FLUSH TABLES WITH READ LOCK")]
    [InlineData("CREATE TEMPORARY SEQUENCE s")]
    [InlineData("START SLAVE")]
    [InlineData("CACHE INDEX t IN c")]
    [InlineData("XA COMMIT 'x'")]
    [InlineData("CALL p()")]
    [InlineData("SET autocommit = @v")]
    public void CommitsByTheWay_MayCommit(string sql) => Assert.True(StatementClassifier.Classify(sql).MayCommit);

    [Theory]
    [InlineData("CREATE TEMPORARY TABLE t (a INT)")]
    [InlineData("SELECT GET_LOCK('a', 1)")]
    [InlineData("SET @v = (SELECT 1)")]
    [InlineData("PREPARE s FROM 'COMMIT'")]
    public void PinInsideATransaction_DoesNotCommitIt(string sql) => Assert.False(StatementClassifier.Classify(sql).MayCommit);

    /// <summary>The server's sql_mode is not known: what any mode would run as something else is opaque.</summary>
    [Theory]
    [InlineData(@"SELECT 'a\', f(), 'b'", Opaque)]
    [InlineData(@"SELECT 'a\'', f(), ''b'", Opaque)]
    [InlineData(@"SELECT 'a\'', f(), 'b\''", Opaque)]
    [InlineData(@"SELECT ""a\"", f(), ""b""", Opaque)]
    [InlineData(@"SELECT ""a\"""", f(), ""b""", Opaque)]
    [InlineData(@"SELECT '\'; SET @v = 1; -- '", Opaque)]
    [InlineData(@"SELECT ""\""; SET @v = 1; -- """, Opaque)]
    [InlineData(@"SET @a = '\', @b = 'x'", Opaque)]
    [InlineData(@"SELECT 'it\'s'", Read)]
    [InlineData(@"SELECT 'it\'s', 'isn\'t'", Read)]
    [InlineData(@"SELECT ""say \""hi\""""", Read)]
    [InlineData(@"SELECT 'C:\dir\', 1", Opaque)]
    [InlineData(@"SELECT 'C:\\dir\\', 1", Read)]
    [InlineData(@"INSERT INTO t VALUES ('it\'s'); SELECT LAST_INSERT_ID()", Write)]
    public void Backslash_IsReadInEveryMode(string sql, object kind) =>
        Assert.Equal((StatementKind)kind, StatementClassifier.Classify(sql).Kind);

    [Theory]
    [InlineData("SELECT UUID_TO_BIN(a) FROM t", ServerDialects.MySql9)]
    [InlineData("SELECT REGEXP_LIKE(a, 'b') FROM t", ServerDialects.MySql9)]
    [InlineData("SELECT NVL(a, 1) FROM t", ServerDialects.MariaDb1011)]
    [InlineData("SELECT MD5(a) FROM t", ServerDialects.MariaDb)]
    [InlineData("SELECT VEC_DISTANCE(a, b) FROM t", ServerDialects.MariaDb118)]
    public void FunctionOfOneServer_IsKnownThereOnly(string sql, object dialects)
    {
        Assert.Equal(Read, StatementClassifier.Classify(sql, (ServerDialects)dialects).Kind);
        Assert.Equal(Opaque, StatementClassifier.Classify(sql).Kind);
        Assert.Equal(Opaque, StatementClassifier.Classify(sql, ServerDialects.Any & ~(ServerDialects)dialects).Kind);
        Assert.Equal(Read, StatementCache.Classify(sql, (ServerDialects)dialects).Kind);
        Assert.Equal(Opaque, StatementCache.Classify(sql).Kind);
    }

    [Theory]
    [InlineData("SELECT count (*) FROM t")]
    [InlineData("SELECT now/**/()")]
    [InlineData("SELECT now-- x\n()")]
    [InlineData("SELECT \u017Fum(1)")]
    [InlineData("SELECT \u212Aey(1)")]
    [InlineData("SELECT db.1sum(1)")]
    [InlineData("SELECT 0bad(1)")]
    [InlineData("SELECT 1e5(1)")]
    [InlineData("SELECT $$x$$ (1)")]
    [InlineData("SELECT @\u00E9 (1)")]
    public void NearlyABuiltInFunction_IsOpaque(string sql) => Assert.Equal(Opaque, StatementClassifier.Classify(sql).Kind);

    [Fact]
    public void AnyText_IsClassifiedWithoutThrowing()
    {
        string[] words =
        [
            "SELECT", "INSERT", "INTO", "SET", "@v", "@@autocommit", "=", "(", ")", ",", ";", "'x'", "1", "FOR", "UPDATE", "WITH", "AS",
            "t", "BEGIN", "COMMIT", "USE", "/*!", "*/", "`q`", ":=", "SHOW", "CREATE", "TEMPORARY", "TABLE", "LAST_INSERT_ID", ".",
        ];
        var random = new Random(312);
        for (int round = 0; round < 20_000; round++)
        {
            string sql = string.Join(' ', Enumerable.Range(0, random.Next(1, 10)).Select(_ => words[random.Next(words.Length)]));

            Assert.True(Enum.IsDefined(StatementClassifier.Classify(sql).Kind), sql);
        }
    }

    [Fact]
    public void Classifying_AllocatesNothing()
    {
        string[] texts =
        [
            "SELECT COUNT(*), UPPER(city) FROM city WHERE city = @city AND country_id IN (1, 2)",
            "INSERT INTO city (city) VALUES ('it\\'s'); SELECT LAST_INSERT_ID()",
            "WITH c (n) AS (SELECT 1) SELECT n FROM c JOIN JSON_TABLE('[1]', '$[*]' COLUMNS (m INT PATH '$')) j",
            "SET SESSION sql_mode = '', @v = 1, time_zone = '+01:00'",
            "SET STATEMENT max_statement_time = 1 FOR SELECT 1",
            "SHOW VARIABLES LIKE '%id%'",
            "CREATE TABLE t (a INT) AS SELECT 1 AS a",
            "CALL p(LAST_INSERT_ID())",
            "gibberish",
        ];
        foreach (string sql in texts)
        {
            StatementClassifier.Classify(sql);
            long before = GC.GetAllocatedBytesForCurrentThread();

            StatementClassifier.Classify(sql);

            Assert.True(GC.GetAllocatedBytesForCurrentThread() == before, sql);
        }
    }
}
