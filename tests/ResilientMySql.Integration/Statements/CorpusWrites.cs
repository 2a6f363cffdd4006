namespace ResilientMySql.Integration.Statements;

/// <summary>Statements that change rows or the server, and no session; see <see cref="StatementCorpus"/> for the notation.</summary>
internal static class CorpusWrites
{
    public const string Write =
        """
        INSERT INTO t (a, b) VALUES (1, 'x')
        INSERT INTO t(a,b) VALUES(1,'x'),(2,'y')
        INSERT INTO `t` (`a`, `b`) VALUES (1, 'it\'s')
        INSERT INTO corpus.t (a) VALUES (1)
        INSERT INTO `corpus`.`t` SET a = 1, b = UPPER('x')
        INSERT t VALUES (NULL, 1, 'x', NOW(), '{}')
        INSERT INTO t () VALUES ()
        INSERT IGNORE INTO u (id, n) VALUES (1, 1)
        INSERT LOW_PRIORITY INTO t (a) VALUES (1)
        INSERT HIGH_PRIORITY IGNORE INTO t (a) VALUE (1)
        INSERT INTO u (id, n) VALUES (1, 1) ON DUPLICATE KEY UPDATE n = VALUES(n) + 1
        {mysql} INSERT INTO u (id, n) VALUES (1, 1) AS new ON DUPLICATE KEY UPDATE n = new.n
        {mysql} INSERT INTO u (id, n) VALUES (1, 1) AS new(x, y) ON DUPLICATE KEY UPDATE n = new.y
        {mysql} INSERT INTO u (id, n) TABLE w
        INSERT INTO t (a) SELECT n FROM u WHERE n > 1
        INSERT INTO t (a) (SELECT n FROM u)
        INSERT INTO t (a) WITH c AS (SELECT 1 AS x) SELECT x FROM c
        INSERT INTO pt PARTITION (p0, p1) (id) VALUES (100)
        INSERT INTO t (a) VALUES (DEFAULT), (DEFAULT(a)), ((SELECT 1))
        INSERT INTO `options` (`option_name`, `option_value`, `autoload`) VALUES ('a', 'b', 'off') ON DUPLICATE KEY UPDATE `option_name` = VALUES(`option_name`), `option_value` = VALUES(`option_value`)
        REPLACE INTO u (id, n) VALUES (1, 2)
        REPLACE u SET id = 1, n = 3
        REPLACE LOW_PRIORITY INTO u (id, n) SELECT 5, 5
        UPDATE t SET b = UPPER(b) WHERE id = 1
        UPDATE `t` SET `a` = `a` + 1, `d` = NOW() WHERE `id` = 1 ORDER BY id LIMIT 1
        UPDATE LOW_PRIORITY IGNORE t SET a = 1
        UPDATE t JOIN u ON t.id = u.t_id SET t.a = u.n WHERE u.n > 1
        UPDATE t, (SELECT 1 AS x) d SET t.a = d.x
        UPDATE pt PARTITION (p0) SET n = 1
        UPDATE `t` AS `t` SET `t`.`a` = `t`.`a` + 1 WHERE `t`.`id` > 5
        UPDATE ids SET id = LAST_INSERT_ID(id + 1)
        UPDATE ids SET id = LAST_INSERT_ID(id + 1); SELECT LAST_INSERT_ID()
        DELETE FROM u WHERE id = 77
        DELETE LOW_PRIORITY QUICK IGNORE FROM u WHERE id = 77 ORDER BY id LIMIT 1
        DELETE t FROM t JOIN u ON t.id = u.t_id WHERE u.n = 77
        DELETE FROM t USING t JOIN u ON t.id = u.t_id WHERE u.n = 77
        DELETE FROM pt PARTITION (p0) WHERE id = 77
        DELETE /*+ NO_MERGE(d) */ FROM u WHERE id IN (SELECT id FROM (SELECT 77 AS id) d)
        DELETE FROM `options` WHERE `option_name` = '_transient_timeout'
        {mysql} WITH c AS (SELECT 77 AS x) UPDATE t SET a = 1 WHERE id IN (SELECT x FROM c)
        {mysql} WITH c AS (SELECT 77 AS x) DELETE FROM t WHERE id IN (SELECT x FROM c)
        {mariadb} INSERT INTO t (a) VALUES (1) RETURNING id, a + 1
        {mariadb} REPLACE INTO u (id, n) VALUES (9, 9) RETURNING *
        {mariadb} DELETE FROM u WHERE id = 9 RETURNING id
        {mariadb} DELETE HISTORY FROM ver
        {mariadb} SET STATEMENT lock_wait_timeout = 5 FOR UPDATE t SET a = 1
        {mariadb} ANALYZE UPDATE t SET a = 2
        {mariadb} ANALYZE FORMAT=JSON DELETE FROM u WHERE id = 77
        {mariadb} ANALYZE SELECT * FROM t
        {mariadb} ANALYZE INSERT INTO t (a) VALUES (1)
        {mysql} EXPLAIN ANALYZE SELECT * FROM t
        {mysql} DESC ANALYZE SELECT 1
        {mysql} EXPLAIN ANALYZE FORMAT=TREE SELECT COUNT(*) FROM t
        SELECT SLEEP(0)
        SELECT a FROM t WHERE SLEEP(0) = 0
        SELECT BENCHMARK(1, ABS(1))
        DO SLEEP(0)
        SELECT LAST_INSERT_ID(5)
        SELECT 1; SELECT SLEEP(0)
        {mariadb} SELECT NEXT VALUE FOR s
        {mariadb} SELECT NEXTVAL(s), NEXTVAL(corpus.s)
        {mariadb} SELECT SETVAL(s, 100)
        {mariadb} INSERT INTO t (a) VALUES (NEXT VALUE FOR s)
        {idle} SELECT a FROM t INTO OUTFILE '/not/allowed/here'
        {idle} SELECT a FROM t LIMIT 1 INTO DUMPFILE '/not/allowed/here'
        {idle} SELECT a INTO OUTFILE '/not/allowed/here' FIELDS TERMINATED BY ',' FROM t
        {idle} LOAD DATA INFILE '/not/there' INTO TABLE t
        {idle} LOAD DATA LOW_PRIORITY INFILE '/not/there' REPLACE INTO TABLE corpus.t CHARACTER SET utf8mb4 FIELDS TERMINATED BY ',' ENCLOSED BY '"' LINES TERMINATED BY '\n' IGNORE 1 LINES (a, b) SET d = NOW()
        {idle} LOAD XML INFILE '/not/there' INTO TABLE t ROWS IDENTIFIED BY '<r>'
        SET GLOBAL max_connections = 190
        SET @@global.max_connections = 191
        SET GLOBAL max_connections = 190, @@global.long_query_time = 10
        SET GLOBAL max_connections = @@global.max_connections + 1
        SET GLOBAL TRANSACTION ISOLATION LEVEL REPEATABLE READ
        {mysql} SET PERSIST max_connections = 192
        {mysql} SET @@persist.max_connections = 193
        {mysql} SET PERSIST_ONLY back_log = 80
        INSERT INTO t (a) VALUES (1); SELECT LAST_INSERT_ID()
        INSERT INTO t (a) VALUES (1); INSERT INTO u (id, t_id) SELECT MAX(id) + 1, LAST_INSERT_ID() FROM u
        INSERT INTO `t` (`a`, `b`) VALUES (1, 'x'); SELECT `id` FROM `t` WHERE ROW_COUNT() = 1 AND `id` = LAST_INSERT_ID();
        UPDATE `t` SET `a` = 3 WHERE `id` = 1; SELECT ROW_COUNT();
        INSERT INTO t (a) VALUES (1); SHOW WARNINGS
        SELECT 1; UPDATE t SET a = 4; SELECT 2
        SELECT id FROM t FOR UPDATE; UPDATE t SET a = 5
        INSERT INTO t (a, b) VALUES (1, 'O\'Reilly'); SELECT LAST_INSERT_ID()
        {asks} UPDATE t SET a = LAST_INSERT_ID()
        {asks} INSERT INTO u (id, t_id) VALUES (50, LAST_INSERT_ID()) ON DUPLICATE KEY UPDATE n = 1
        {asks} INSERT INTO u (id, t_id) SELECT MAX(id) + 1, @@identity FROM u
        {asks} UPDATE t SET a = 1; SELECT LAST_INSERT_ID()
        {asks} INSERT INTO t (a) VALUES (CONNECTION_ID())
        {asks} INSERT INTO t (a) VALUES (1); SELECT CONNECTION_ID()
        {asks} DELETE FROM u WHERE id = 77 AND FOUND_ROWS() > 0
        {asks idle} KILL 4294967295
        {asks idle} KILL QUERY 4294967295
        {asks idle} KILL CONNECTION 4294967295
        """;

    public const string ImplicitCommit =
        """
        CREATE TABLE x1 (id INT PRIMARY KEY AUTO_INCREMENT, a INT DEFAULT 1, KEY (a)) ENGINE=InnoDB
        CREATE TABLE IF NOT EXISTS x1 (id INT)
        CREATE TABLE x2 LIKE x1
        CREATE TABLE x3 (a INT DEFAULT (ABS(1)), b INT, g INT AS (b + 1) VIRTUAL, CHECK (b > 0), UNIQUE KEY k (a), CONSTRAINT fk FOREIGN KEY (a) REFERENCES x1 (id) ON DELETE CASCADE ON UPDATE SET NULL)
        CREATE TABLE x4 (id INT) PARTITION BY RANGE (id) (PARTITION p0 VALUES LESS THAN (10), PARTITION p1 VALUES LESS THAN (20))
        CREATE TABLE x5 AS SELECT a, UPPER(b) AS b FROM t
        CREATE TABLE x6 (n INT) SELECT 1 AS n
        CREATE TABLE x7 IGNORE AS WITH c AS (SELECT 1 AS x) SELECT x FROM c
        CREATE TABLE `x8` (`id` int NOT NULL AUTO_INCREMENT, `b` longtext CHARACTER SET utf8mb4 NULL, `at` datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6), CONSTRAINT `PK_x8` PRIMARY KEY (`id`)) CHARACTER SET=utf8mb4
        CREATE TABLE IF NOT EXISTS `__EFMigrationsHistory` (`MigrationId` varchar(150) NOT NULL, `ProductVersion` varchar(32) NOT NULL, CONSTRAINT `PK___EFMigrationsHistory` PRIMARY KEY (`MigrationId`))
        ALTER TABLE x1 ADD COLUMN b INT NULL AFTER a, ALGORITHM=INPLACE
        ALTER TABLE x1 ADD INDEX ib (b), DROP INDEX a
        ALTER TABLE `x1` MODIFY COLUMN `b` BIGINT NOT NULL DEFAULT 0
        ALTER TABLE x4 ADD PARTITION (PARTITION p2 VALUES LESS THAN (30))
        ALTER TABLE x4 TRUNCATE PARTITION p0
        ALTER TABLE x2 RENAME TO x2b
        ALTER TABLE x1 ENGINE=InnoDB
        CREATE INDEX ia ON x1 (a)
        CREATE UNIQUE INDEX iu ON x1 (id, a)
        CREATE FULLTEXT INDEX ifb ON x8 (b)
        DROP INDEX ia ON x1
        CREATE VIEW vx AS SELECT a FROM t
        CREATE OR REPLACE ALGORITHM=MERGE DEFINER=CURRENT_USER SQL SECURITY INVOKER VIEW vx AS SELECT a, b FROM t WITH CHECK OPTION
        ALTER VIEW vx AS SELECT b FROM t
        DROP VIEW IF EXISTS vx
        CREATE PROCEDURE prx() SELECT 1
        ALTER PROCEDURE prx COMMENT 'x'
        DROP PROCEDURE prx
        CREATE FUNCTION fx(a INT) RETURNS INT DETERMINISTIC RETURN a + 1
        ALTER FUNCTION fx COMMENT 'x'
        DROP FUNCTION IF EXISTS fx
        CREATE TRIGGER tx BEFORE INSERT ON x1 FOR EACH ROW SET NEW.a = 1
        DROP TRIGGER tx
        CREATE DATABASE corpus2
        CREATE DATABASE IF NOT EXISTS corpus2 CHARACTER SET utf8mb4
        ALTER DATABASE corpus2 CHARACTER SET utf8mb4
        DROP DATABASE corpus2
        DROP SCHEMA IF EXISTS corpus2
        RENAME TABLE x2b TO x2
        RENAME TABLE x2 TO x2b, x2b TO x2
        TRUNCATE TABLE x2
        TRUNCATE x2
        DROP TABLE x7, x6
        DROP TABLE IF EXISTS x7
        DROP TABLE x3 CASCADE
        CREATE USER cu@'%' IDENTIFIED BY 'Secret-1'
        ALTER USER cu IDENTIFIED BY 'Secret-2'
        RENAME USER cu TO cv
        GRANT SELECT, INSERT ON corpus.* TO cv@'%'
        REVOKE INSERT ON corpus.* FROM cv@'%'
        {mysql} SET PASSWORD FOR cv = 'Secret-3'
        {mariadb} SET PASSWORD FOR cv = PASSWORD('Secret-3')
        CREATE ROLE rx
        GRANT rx TO cv
        SET DEFAULT ROLE rx FOR cv
        {mysql} SET DEFAULT ROLE rx TO cv
        REVOKE rx FROM cv
        DROP ROLE rx
        DROP USER cv
        DROP USER IF EXISTS nobody
        CREATE SERVER srv FOREIGN DATA WRAPPER mysql OPTIONS (HOST 'h', DATABASE 'd', USER 'u')
        ALTER SERVER srv OPTIONS (USER 'v')
        DROP SERVER srv
        ANALYZE TABLE t
        ANALYZE LOCAL TABLE t, u
        {mysql} ANALYZE TABLE t UPDATE HISTOGRAM ON a WITH 4 BUCKETS
        {mariadb} ANALYZE TABLE t PERSISTENT FOR ALL
        OPTIMIZE TABLE t
        OPTIMIZE NO_WRITE_TO_BINLOG TABLE u
        CHECK TABLE t, u QUICK
        REPAIR TABLE m
        FLUSH TABLES
        FLUSH TABLE t
        FLUSH PRIVILEGES
        FLUSH STATUS
        FLUSH LOGS
        {mysql} CREATE TABLESPACE ts ADD DATAFILE 'ts.ibd'
        {mysql} DROP TABLESPACE ts
        DROP EVENT IF EXISTS nothing
        {mariadb} CREATE SEQUENCE sx START WITH 5
        {mariadb} ALTER SEQUENCE sx RESTART 7
        {mariadb} DROP SEQUENCE sx
        {mariadb} CREATE OR REPLACE TABLE x2 (id INT)
        {mariadb} RENAME TABLE IF EXISTS x9 TO x10
        """;
}
