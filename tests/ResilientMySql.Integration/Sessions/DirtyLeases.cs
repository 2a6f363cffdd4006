using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Sessions;

/// <summary>What takes several statements to leave behind, or is in no application's habits; statements apart by bars.</summary>
internal static class DirtyLeases
{
    /// <summary>A reset puts them right.</summary>
    private const string Resettable =
        """
        USE mysql | CREATE TEMPORARY TABLE corpus.t (x INT) | SET @v = 1
        SET session_track_schema = 0 | USE mysql
        CREATE DATABASE gone | USE gone | DROP DATABASE gone
        BEGIN | UPDATE t SET a = 99 WHERE id = 1 | SAVEPOINT s | SELECT nothing
        SET autocommit = 0 | UPDATE t SET a = 98 WHERE id = 1
        START TRANSACTION WITH CONSISTENT SNAPSHOT | SELECT * FROM t
        START TRANSACTION READ ONLY | SELECT * FROM t
        SET completion_type = 1 | BEGIN | UPDATE t SET a = 97 WHERE id = 1 | COMMIT
        SET TRANSACTION ISOLATION LEVEL SERIALIZABLE | SET @v = 1
        SET SESSION TRANSACTION ISOLATION LEVEL SERIALIZABLE, READ ONLY | BEGIN | SELECT * FROM t
        SELECT GET_LOCK('l1', 0), GET_LOCK('l1', 0), GET_LOCK('l2', 0)
        LOCK TABLES t WRITE, u READ | UPDATE t SET a = 1
        FLUSH TABLES WITH READ LOCK | SET @v = 1
        FLUSH TABLES t FOR EXPORT | SET @v = 1
        HANDLER t OPEN | HANDLER t READ FIRST
        PREPARE st FROM 'SELECT ?' | SET @v = 1
        CREATE TEMPORARY TABLE temp1 (id INT) | BEGIN | INSERT INTO temp1 VALUES (1) | SAVEPOINT s
        SET insert_id = 5000 | SET timestamp = 5 | SET rand_seed1 = 5, rand_seed2 = 5
        SET last_insert_id = 77
        SET sql_select_limit = 1, sql_safe_updates = 1
        SET wait_timeout = 1, interactive_timeout = 1, net_read_timeout = 1, net_write_timeout = 1
        SET session_track_system_variables = '*', session_track_state_change = 1, session_track_transaction_info = 'STATE'
        SET NAMES latin1 COLLATE latin1_bin | SET collation_database = latin1_bin, collation_server = latin1_bin
        SET CHARACTER SET latin1
        SET pseudo_thread_id = 5
        SET foreign_key_checks = 0, unique_checks = 0, default_storage_engine = MyISAM
        SET @v = 1, sql_mode = 'no such mode'
        SET sql_mode = 'ANSI_QUOTES', max_error_count = 1 | SELECT nothing
        SELECT CAST('x' AS SIGNED), 1 / 0
        SELECT LAST_INSERT_ID(77)
        SELECT SQL_CALC_FOUND_ROWS id FROM w LIMIT 1
        UPDATE w SET n = n + 1
        """;

    /// <summary>For some of it no command of the protocol puts the session right, and the text does not always tell.</summary>
    private const string Indelible =
        """
        SET ROLE corpus_role
        CALL become()
        PREPARE st FROM 'SET ROLE corpus_role' | EXECUTE st
        SET profiling = 1 | SELECT 'secret' | SET profiling = 0
        SET optimizer_trace = 'enabled=on' | SELECT * FROM t WHERE id = 1 | SET optimizer_trace = 'enabled=off'
        XA START 'leak 1' | INSERT INTO w VALUES (NULL, 1)
        XA START 'leak 2' | INSERT INTO w VALUES (NULL, 1) | XA END 'leak 2'
        XA START 'leak 3' | INSERT INTO w VALUES (NULL, 1) | XA END 'leak 3' | XA PREPARE 'leak 3'
        BEGIN | INSERT INTO w VALUES (NULL, 1) | COMMIT AND CHAIN
        """;

    private const string OfMySql =
        """
        SET RESOURCE GROUP corpus_group
        SET SESSION xa_detach_on_prepare = 0 | XA START 'leak 4' | INSERT INTO w VALUES (NULL, 1) | XA END 'leak 4' | XA PREPARE 'leak 4'
        """;

    private const string OfMariaDb =
        """
        SET session_track_schema = 0 | EXECUTE IMMEDIATE 'USE mysql'
        EXECUTE IMMEDIATE 'SET profiling = 1' | SELECT 'secret'
        BACKUP STAGE START | BACKUP STAGE BLOCK_COMMIT
        BACKUP LOCK t
        CREATE TEMPORARY SEQUENCE temp1 | SELECT NEXTVAL(temp1)
        SELECT NEXTVAL(s), LASTVAL(s)
        SET gtid_domain_id = 5, server_id = 9, gtid_seq_no = 1000, skip_replication = 1
        """;

    /// <summary>Their texts do not tell: a trigger and a view set variables.</summary>
    public static IReadOnlyList<string> Hidden { get; } = ["INSERT INTO watched VALUES ()", "SELECT f FROM calling"];

    /// <summary>What they need that is not in the schema of the corpus.</summary>
    public static IEnumerable<string> Needs(ServerEngine engine) =>
    [
        "CREATE PROCEDURE corpus.become() SET ROLE corpus_role",
        "CREATE TABLE corpus.watched (id INT PRIMARY KEY AUTO_INCREMENT)",
        "CREATE TRIGGER corpus.watching AFTER INSERT ON corpus.watched FOR EACH ROW SET @seen = 1",
        "CREATE VIEW corpus.calling AS SELECT corpus.f() AS f",
        .. engine is ServerEngine.MySql ? ["CREATE RESOURCE GROUP corpus_group TYPE = USER VCPU = 0"] : (string[])[],
    ];

    public static IEnumerable<(string[] Statements, SessionFate Fate)> For(ServerEngine engine) =>
    [
        .. Parse(Resettable, SessionFate.Kept),
        .. Parse(Indelible, SessionFate.Any),
        .. Parse(engine is ServerEngine.MySql ? OfMySql : OfMariaDb, SessionFate.Any),
    ];

    private static IEnumerable<(string[] Statements, SessionFate Fate)> Parse(string lines, SessionFate fate) =>
        lines.Split('\n').Select(line => (line.Split('|', StringSplitOptions.TrimEntries), fate));
}
