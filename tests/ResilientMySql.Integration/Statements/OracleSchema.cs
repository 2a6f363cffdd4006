using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Statements;

/// <summary>What the statements of the corpus work on.</summary>
internal static class OracleSchema
{
    public const string Name = "corpus";

    /// <summary>The statements that make the schema.</summary>
    public static IEnumerable<string> For(ServerEngine engine) =>
    [
        "SET GLOBAL log_bin_trust_function_creators = 1",
        $"DROP DATABASE IF EXISTS {Name}",
        $"CREATE DATABASE {Name}",
        $"USE {Name}",
        "CREATE TABLE t (id INT PRIMARY KEY AUTO_INCREMENT, a INT DEFAULT 1, b VARCHAR(100), d DATETIME, j JSON, KEY ia (a), FULLTEXT KEY ft (b)) ENGINE=InnoDB",
        "INSERT INTO t (a, b, d, j) VALUES (1, 'one', '2020-01-01', '[1]'), (2, 'two', '2020-01-02', '{\"a\": 1}'), (3, 'three', NULL, NULL)",
        "CREATE TABLE u (id INT PRIMARY KEY, t_id INT, n INT)",
        "INSERT INTO u VALUES (1, 1, 1), (2, 1, 2), (3, 2, 3)",
        "CREATE TABLE w (id INT PRIMARY KEY AUTO_INCREMENT, n INT)",
        "CREATE TABLE pt (id INT PRIMARY KEY AUTO_INCREMENT, n INT) PARTITION BY HASH (id) PARTITIONS 2",
        "CREATE TABLE m (id INT PRIMARY KEY, KEY k (id)) ENGINE=MyISAM",
        "CREATE TABLE ids (id INT)",
        "INSERT INTO ids VALUES (1)",
        "CREATE TABLE witness (id INT PRIMARY KEY)",
        "CREATE TABLE log (id INT PRIMARY KEY AUTO_INCREMENT)",
        "CREATE TABLE options (option_name VARCHAR(100) PRIMARY KEY, option_value TEXT, autoload VARCHAR(20))",
        "CREATE VIEW v AS SELECT id AS v_id, a AS v_a FROM t",
        "CREATE FUNCTION f() RETURNS INT DETERMINISTIC MODIFIES SQL DATA BEGIN SET @stored = 1; INSERT INTO corpus.log VALUES (); RETURN 1; END",
        "CREATE FUNCTION g(x INT) RETURNS INT DETERMINISTIC BEGIN SET @stored = x; RETURN x; END",
        "CREATE FUNCTION `now`(x INT) RETURNS INT DETERMINISTIC BEGIN SET @stored = x; RETURN x; END",
        "CREATE FUNCTION `1sum`(x INT) RETURNS INT DETERMINISTIC BEGIN SET @stored = x; RETURN x; END",
        "CREATE FUNCTION `0bad`(x INT) RETURNS INT DETERMINISTIC BEGIN SET @stored = x; RETURN x; END",
        "CREATE FUNCTION `1e5`(x INT) RETURNS INT DETERMINISTIC BEGIN SET @stored = x; RETURN x; END",
        "CREATE FUNCTION `é`(x INT) RETURNS INT DETERMINISTIC BEGIN SET @stored = x; RETURN x; END",
        "CREATE PROCEDURE pr() BEGIN SET @stored = 1; COMMIT; END",
        "CREATE PROCEDURE pr2(x INT) BEGIN SET @stored = x; END",
        "CREATE ROLE corpus_role",
        "GRANT SELECT ON corpus.* TO corpus_role",
        "GRANT corpus_role TO CURRENT_USER",
        .. engine is ServerEngine.MariaDb
            ? ["CREATE SEQUENCE s", "CREATE TABLE ver (id INT) WITH SYSTEM VERSIONING"]
            : (string[])[],
    ];
}
