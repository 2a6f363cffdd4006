namespace ResilientMySql.Integration.Statements;

/// <summary>Statements about the session and its transaction; see <see cref="StatementCorpus"/> for the notation.</summary>
internal static class CorpusSessions
{
    public const string Begin =
        """
        BEGIN
        BEGIN WORK
        begin;
        START TRANSACTION
        START TRANSACTION READ ONLY
        START TRANSACTION READ WRITE
        START TRANSACTION WITH CONSISTENT SNAPSHOT
        START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY;
        """;

    public const string Commit =
        """
        COMMIT
        COMMIT WORK
        COMMIT AND NO CHAIN
        COMMIT WORK AND NO CHAIN NO RELEASE
        commit;
        """;

    public const string Rollback =
        """
        ROLLBACK
        ROLLBACK WORK
        ROLLBACK AND NO CHAIN
        ROLLBACK NO RELEASE
        """;

    public const string Savepoint =
        """
        SAVEPOINT a
        SAVEPOINT `trans 2`
        {idle} ROLLBACK TO a
        {idle} ROLLBACK WORK TO SAVEPOINT a
        {idle} ROLLBACK TO SAVEPOINT `trans 2`
        {idle} RELEASE SAVEPOINT a
        """;

    public const string UseSchema =
        """
        USE corpus
        USE `corpus`
        use mysql;
        USE information_schema
        """;

    public const string SetSession =
        """
        SET NAMES utf8mb4
        SET NAMES 'utf8mb4' COLLATE 'utf8mb4_unicode_ci'
        SET NAMES latin1
        SET NAMES DEFAULT
        SET CHARACTER SET utf8mb4
        SET CHARSET 'utf8mb4'
        SET sql_mode = ''
        SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_DATE'
        SET SESSION sql_mode='ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'
        SET @@SESSION.sql_mode = 'NO_AUTO_VALUE_ON_ZERO'
        SET @@sql_mode := 'STRICT_TRANS_TABLES'
        SET sql_mode = DEFAULT
        SET `sql_mode` = ''
        SET time_zone = '+01:00', @@session.lc_time_names = 'de_DE'
        SET SESSION time_zone = SYSTEM
        SET LOCAL sort_buffer_size = 300000
        SET @v = 1
        SET @v := -5, @w = 'x', @`u v` = 1.5e3, @"q" = NULL, @'r' = TRUE
        SET @v = 1, sql_mode = '', SESSION wait_timeout = 1000
        SET foreign_key_checks = 0
        SET FOREIGN_KEY_CHECKS=1, UNIQUE_CHECKS=0
        SET SQL_SAFE_UPDATES = ON
        SET SESSION wait_timeout = 28800, SESSION interactive_timeout = 1000
        SET SESSION group_concat_max_len = 100000
        SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED
        SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY
        SET LOCAL TRANSACTION READ WRITE
        SET optimizer_switch = 'mrr=off'
        SET SESSION max_sort_length = 512
        SET character_set_results = NULL
        SET character_set_connection = latin1
        SET collation_connection = utf8mb4_bin
        SET character_set_client = utf8mb4
        SET lock_wait_timeout = 5
        SET innodb_lock_wait_timeout=5
        SET div_precision_increment = 5
        SET sql_big_selects=1
        SET SESSION profiling = 1
        SET ROLE NONE
        SET ROLE DEFAULT
        {mysql} SET ROLE corpus_role
        {mysql} SET ROLE 'corpus_role'@'%'
        {mariadb} SET ROLE corpus_role
        {mysql} SET ROLE ALL
        {mysql} SET SESSION transaction_isolation = 'SERIALIZABLE'
        {mysql} SET transaction_isolation = 'READ-COMMITTED'
        {mysql} SET @@session.transaction_read_only = ON
        {mysql} SET SESSION max_execution_time = 1000
        {mysql} SET information_schema_stats_expiry = 0
        {mariadb} SET SESSION tx_isolation = 'SERIALIZABLE'
        {mariadb} SET max_statement_time = 10
        {mariadb} SET SESSION max_statement_time = 0
        """;

    public const string AutocommitOn =
        """
        SET autocommit = 1
        SET autocommit=ON
        SET @@autocommit = TRUE
        SET SESSION autocommit = 1
        set @@session.autocommit = on
        """;

    public const string AutocommitOff =
        """
        SET autocommit = 0
        SET AUTOCOMMIT=OFF
        SET @@session.autocommit = FALSE
        SET LOCAL autocommit = 0
        """;

    public const string Pin =
        """
        CREATE TEMPORARY TABLE temp1 (a INT)
        CREATE TEMPORARY TABLE temp1 SELECT 1 AS a
        CREATE TEMPORARY TABLE IF NOT EXISTS temp1 LIKE u
        {mariadb} CREATE OR REPLACE TEMPORARY TABLE temp1 (a INT)
        {mariadb} CREATE TEMPORARY SEQUENCE temp1
        DROP TEMPORARY TABLE IF EXISTS temp1
        LOCK TABLES t READ
        LOCK TABLES t WRITE, u AS x READ
        LOCK TABLE t READ LOCAL
        UNLOCK TABLES
        FLUSH TABLES WITH READ LOCK
        FLUSH TABLES t WITH READ LOCK
        FLUSH TABLES t FOR EXPORT
        {mysql} LOCK INSTANCE FOR BACKUP
        {mysql} UNLOCK INSTANCE
        SELECT GET_LOCK('l1', 0)
        SELECT a FROM t WHERE GET_LOCK('l1', 0) = 1
        DO GET_LOCK('l1', 0)
        INSERT INTO t (a) VALUES (GET_LOCK('l1', 0))
        SELECT RELEASE_LOCK('l1')
        DO RELEASE_ALL_LOCKS()
        HANDLER t OPEN
        HANDLER t OPEN AS h
        {idle} HANDLER t READ FIRST
        {idle} HANDLER t CLOSE
        PREPARE st FROM 'SELECT 1'
        {idle} DEALLOCATE PREPARE st
        {idle} DROP PREPARE st
        SET @v = (SELECT 1)
        SET @v = @w
        SET @v = @v + 1
        SET @v = NOW()
        SET @v = CURRENT_TIMESTAMP
        SET @v = 1, @w = @v
        SET @v = CONCAT('a', 'b'), sql_mode = ''
        SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO'
        SET @v = GET_LOCK('l1', 0)
        SET sql_mode = CONCAT(@@sql_mode, ',ANSI_QUOTES')
        SET sql_mode = 'ANSI_QUOTES'
        SET sql_mode = 'no_backslash_escapes'
        SET sql_mode = 4
        SET NAMES gbk
        SET character_set_client = sjis
        SET timestamp = 5
        SET timestamp = DEFAULT
        SET SESSION sql_log_bin = 0
        SET insert_id = 5
        SET last_insert_id = 5
        SET @@identity = 5
        SET rand_seed1 = 5
        SET pseudo_thread_id = 5
        SET completion_type = 1
        SET completion_type = 'CHAIN'
        SET TRANSACTION READ ONLY
        SET TRANSACTION ISOLATION LEVEL SERIALIZABLE
        {mysql} SET @@transaction_isolation = 'SERIALIZABLE'
        {mariadb} SET @@tx_isolation = 'SERIALIZABLE'
        {mysql idle} SET gtid_next = 'AUTOMATIC'
        SELECT @v := 1
        SELECT @v := @v + 1, b FROM t
        UPDATE t SET a = (@v := a)
        SELECT 'a\'', @v := 1, '\'b'
        SELECT 1 INTO @v
        SELECT a, b INTO @v, @w FROM t LIMIT 1
        SELECT a FROM t LIMIT 1 INTO @v
        {mysql} EXPLAIN FORMAT=JSON INTO @v SELECT 1
        {asks} SET @id = LAST_INSERT_ID()
        {asks} SELECT LAST_INSERT_ID() INTO @id
        {asks} SELECT @id := LAST_INSERT_ID()
        {asks} SET @n = ROW_COUNT(), @m = 1
        {asks} SET @c = CONNECTION_ID()
        {asks} GET DIAGNOSTICS @n = NUMBER
        {asks} GET DIAGNOSTICS @n = NUMBER, @r = ROW_COUNT
        """;

    public const string Opaque =
        """
        CALL pr()
        {asks} CALL pr2(LAST_INSERT_ID())
        SELECT f()
        SELECT f ()
        SELECT corpus.f()
        SELECT `f`()
        SELECT `corpus`.`f`()
        SELECT corpus . f ()
        SELECT corpus.1sum(1)
        SELECT * FROM t WHERE a = f()
        SELECT now (1)
        {asks} SELECT g(LAST_INSERT_ID())
        SELECT CAST(f() AS CHAR(10))
        INSERT INTO t (a) VALUES (f())
        UPDATE t SET a = f()
        DO f()
        SET @v = f()
        WITH c AS (SELECT f() AS x) SELECT x FROM c
        CREATE TABLE x20 AS SELECT f() AS x
        EXPLAIN SELECT f()
        SHOW TABLES WHERE f() = 1
        {mysql idle} EXECUTE nothing
        {idle} EXECUTE st
        {idle} EXECUTE st USING @v
        {mariadb} EXECUTE IMMEDIATE 'SET @v = 1'
        XA START 'x'
        XA BEGIN 'x'
        {idle} XA END 'x'
        {idle} XA PREPARE 'x'
        {idle} XA COMMIT 'x'
        {idle} XA ROLLBACK 'x'
        COMMIT AND CHAIN
        ROLLBACK AND CHAIN
        COMMIT RELEASE
        ROLLBACK RELEASE
        {mariadb} BEGIN NOT ATOMIC SET @v = 1; END
        {mariadb} SET STATEMENT sql_mode = 'ANSI_QUOTES' FOR SELECT 1
        {mariadb} SET STATEMENT max_statement_time = 5 FOR SET @v = 1
        /*!40101 SET NAMES utf8mb4 */
        /*!40101 SET @saved = @@character_set_client */;
        /*!50000 SET @v = '*/' */
        /*!40000 ALTER TABLE t DISABLE KEYS */
        SELECT 1 /*! , @v := 1 */
        SELECT 1 /*!50000 , @v := 1 */
        SELECT 1 /*!99999 , @v := 1 */
        SELECT 1 /*!50000 + /* in */ 1 */
        {mariadb} /*M! SET @v = 1 */
        {mariadb} SELECT 1 /*M!100000 , '*/' */
        {asks} SELECT @@`identity`
        {asks} SELECT @@session . identity
        SET autocommit = @@autocommit
        SET autocommit = 1, @v = 1
        SET @v = (SELECT 1), autocommit = 0
        SET autocommit = 0, sql_mode = ''
        SET GLOBAL max_connections = 190, SESSION sort_buffer_size = 300000
        SET GLOBAL max_connections = 190, sort_buffer_size = 300000
        SELECT 1; SET @v = 1
        BEGIN; INSERT INTO t (a) VALUES (1); COMMIT
        BEGIN; UPDATE t SET a = 1
        INSERT INTO t (a) VALUES (1); COMMIT
        SET NAMES utf8mb4; SET sql_mode = ''
        USE corpus; SELECT 1
        CREATE PROCEDURE prz() BEGIN SELECT 1; SET @v = 1; END
        CREATE EVENT ez ON SCHEDULE EVERY 1 DAY DO DELETE FROM u WHERE id = 77
        {mysql} ALTER INSTANCE RELOAD TLS
        {mariadb} BACKUP STAGE START
        CACHE INDEX m IN default
        LOAD INDEX INTO CACHE m
        {mysql} RESET PERSIST
        {idle} UNINSTALL PLUGIN nothing
        {idle} START REPLICA
        {idle} STOP REPLICA
        {mysql idle} CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'h'
        {mariadb idle} CHANGE MASTER TO MASTER_HOST = 'h'
        {idle} PURGE BINARY LOGS TO 'x'
        {idle} INSTALL PLUGIN nothing SONAME 'nothing.so'
        {idle} BINLOG 'x'
        {idle} SIGNAL SQLSTATE '45000'
        SELECT 'a\'', f(), 'b\''
        SELECT "a\"", f(), "b\""
        {mysql} WITH c AS (SELECT 1 AS x) SELECT SQL_NO_CACHE x, (SELECT f()) FROM c
        """;
}
