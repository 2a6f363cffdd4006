namespace ResilientMySql.Integration.Statements;

/// <summary>Statements that read; see <see cref="StatementCorpus"/> for the notation.</summary>
internal static class CorpusReads
{
    public const string Read =
        """
        SELECT 1
        select id from t where a = 1 order by id limit 1;
        SELECT * FROM t
        SELECT t.* FROM t AS t
        SELECT `id`, `t`.`a` FROM `t` WHERE (`t`.`b` = 'x') AND `a` IS NOT NULL
        SELECT `t`.`id`, `t`.`b` FROM `t` AS `t` WHERE `t`.`id` = 1 LIMIT 2
        SELECT COUNT(*) FROM `t` AS `t`
        SELECT COUNT(DISTINCT a, b), MAX(id), GROUP_CONCAT(DISTINCT b ORDER BY b SEPARATOR ', ') FROM t GROUP BY a WITH ROLLUP HAVING COUNT(*) > 0
        SELECT EXISTS(SELECT 1 FROM t WHERE a IN (1, 2, 3)) AS `exists`
        SELECT 1 FROM t WHERE a = ANY (SELECT n FROM u) OR a > ALL (SELECT n FROM u) OR a = SOME (SELECT n FROM u)
        SELECT CASE WHEN (a > 1) THEN 'x' ELSE (SELECT 1) END FROM t
        SELECT CAST(a AS CHAR(10)), CAST(d AS DATETIME(6)), CAST(a AS DECIMAL(10, 2)), CONVERT(a, DECIMAL(10, 2)), CONVERT(b USING utf8mb4) FROM t
        SELECT COALESCE(b, 'get_lock(1)'), IFNULL(a, 0), NULLIF(a, 1), IF(a = 1, 'a', 'b'), ISNULL(a) FROM t
        SELECT a DIV 2, a MOD 2, a % 2, -a, !a, ~a, a << 1, a >> 1, a & 1, a | 1, a ^ 1, a <=> NULL, a <> 1, a != 1 FROM t
        SELECT a FROM t WHERE b LIKE 'x%' ESCAPE '|' OR b NOT LIKE 'y' OR b RLIKE '^a' OR b REGEXP 'b$' OR a BETWEEN 1 AND 2 OR a IS TRUE
        SELECT DATE_ADD(d, INTERVAL 1 DAY), d + INTERVAL '1:1' MINUTE_SECOND, TIMESTAMPDIFF(MONTH, d, NOW()), DATE_FORMAT(d, '%Y-%m'), EXTRACT(YEAR FROM d) FROM t
        SELECT NOW(6), CURRENT_TIMESTAMP, CURRENT_TIMESTAMP(3), UTC_TIMESTAMP(), CURDATE(), CURRENT_DATE, SYSDATE(), UNIX_TIMESTAMP(), LOCALTIME
        SELECT DATABASE(), SCHEMA(), USER(), CURRENT_USER, CURRENT_USER(), SESSION_USER(), SYSTEM_USER(), VERSION(), CURRENT_ROLE()
        SELECT UUID(), UUID_SHORT(), RAND(), RAND(3), RANDOM_BYTES(4), PI()
        SELECT SHA2(b, 256), HEX(b), UNHEX('41'), TO_BASE64(b), CRC32(b), INET_ATON('1.2.3.4'), AES_ENCRYPT('a', 'k') FROM t
        SELECT TRIM(LEADING ' ' FROM b), SUBSTRING(b FROM 2 FOR 3), POSITION('a' IN b), LEFT(b, 1), RIGHT(b, 1), REPLACE(b, 'a', 'b'), REPEAT('a', 3), INSERT('abc', 1, 1, 'x'), CHAR(77 USING utf8mb4) FROM t
        SELECT JSON_EXTRACT(j, '$.a'), JSON_UNQUOTE(JSON_EXTRACT(j, '$.a')), JSON_VALUE(j, '$.a'), JSON_OBJECT('k', a), JSON_ARRAYAGG(a), JSON_CONTAINS(j, '1') FROM t GROUP BY j, a
        {mysql} SELECT j->'$.a', j->>'$.a' FROM t WHERE j->'$.a' = 1
        SELECT x.n FROM t, JSON_TABLE(t.j, '$[*]' COLUMNS (n INT PATH '$', NESTED PATH '$.b[*]' COLUMNS (m INT PATH '$'))) AS x
        SELECT x.n FROM t JOIN JSON_TABLE('[1]', '$[*]' COLUMNS(o FOR ORDINALITY, n VARCHAR(10) PATH '$')) x ON 1
        SELECT ROW_NUMBER() OVER (PARTITION BY a ORDER BY id), RANK() OVER w, LAG(a, 1) OVER w, FIRST_VALUE(a) OVER (ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) FROM t WINDOW w AS (ORDER BY id)
        SELECT a FROM t UNION SELECT n FROM u UNION ALL SELECT 1 ORDER BY 1 LIMIT 3
        (SELECT 1) UNION (SELECT 2)
        (SELECT a FROM t ORDER BY id LIMIT 1) UNION ALL (SELECT n FROM u LIMIT 1) ORDER BY 1 LIMIT 1 OFFSET 0
        SELECT a FROM t INTERSECT SELECT n FROM u
        SELECT a FROM t EXCEPT SELECT n FROM u
        SELECT d.x FROM (SELECT a AS x FROM t) AS d
        SELECT d.x FROM (SELECT a AS x FROM t) d JOIN (SELECT 1 AS y) e ON d.x = e.y LEFT JOIN u ON (u.id = d.x)
        SELECT * FROM t STRAIGHT_JOIN u ON (t.id = u.id) NATURAL JOIN v
        SELECT t.id FROM t LEFT OUTER JOIN u ON t.id = u.t_id AND (u.n = 1 OR u.n IN (SELECT 1)) WHERE NOT EXISTS (SELECT 1 FROM u WHERE u.t_id = t.id)
        SELECT a FROM t USE INDEX (ia) WHERE a = 1
        SELECT a FROM t FORCE INDEX FOR ORDER BY (ia) IGNORE INDEX (PRIMARY) WHERE a = 1
        SELECT a FROM t IGNORE KEY (ia)
        SELECT * FROM pt PARTITION (p0) WHERE id = 1
        SELECT a FROM t WHERE MATCH (b) AGAINST ('x' IN BOOLEAN MODE)
        SELECT a FROM t WHERE MATCH(b) AGAINST('x') > 0 ORDER BY MATCH(b) AGAINST('x') DESC
        SELECT SQL_NO_CACHE a FROM t
        SELECT SQL_CALC_FOUND_ROWS id FROM t WHERE 1=1 ORDER BY id DESC LIMIT 0, 10
        SELECT SQL_CALC_FOUND_ROWS id FROM t LIMIT 1; SELECT FOUND_ROWS()
        SELECT HIGH_PRIORITY STRAIGHT_JOIN SQL_SMALL_RESULT SQL_BUFFER_RESULT DISTINCT a FROM t
        SELECT /*+ MAX_EXECUTION_TIME(1000) */ a FROM t
        SELECT /*+ SET_VAR(sort_buffer_size = 262144) SET_VAR(sql_mode = '') */ a FROM t
        SELECT /*+ NO_INDEX_MERGE(t) BKA(`t`) QB_NAME(`a b`) */ 1 FROM t
        SELECT a /* , GET_LOCK('l1', 0) */ FROM t -- ; SET @x = 1
        SELECT 1 # comment
        SELECT n FROM u JOIN t USING (id)
        /* leading */ SELECT a FROM t /*+ not at its place */
        SELECT 5--1, 5-- 1
        SELECT 'it''s', "it""s", 'a"b', "a'b", 'GET_LOCK(', ';', '/*', '-- '
        SELECT 'a\\b', 'a\nb', 'a\%b', "a\\b"
        SELECT 'it\'s'
        SELECT 'a' 'b', N'c', _utf8mb4'd', x'41', X'41', b'01', 0x41, 0b01, 1.5, .5, 1e3, 1.5E-3, DATE '2020-01-01', TIMESTAMP'2020-01-01 00:00:00'
        SELECT _utf8mb4 'a' COLLATE utf8mb4_bin, BINARY 'a', BINARY('a')
        SELECT @@sql_mode, @@session.sql_mode, @@SESSION.time_zone, @@global.max_connections, @@local.autocommit, @@version
        SELECT @v, @'v', @`v`, @"v", @v.w, @_v$1
        SELECT t.1e5, t.2nd FROM (SELECT 1 AS `1e5`, 2 AS `2nd`) t
        SELECT 2nd FROM (SELECT 1 AS 2nd) t
        SELECT a AS `sleep`, b AS 'get_lock', a `release_lock`, a release_all_locks FROM t
        SELECT t.update, t.`delete`, x.insert FROM (SELECT 1 AS `update`, 2 AS `delete`) t, (SELECT 3 AS `insert`) x
        SELECT a AS into_, b AS next FROM t AS share_ WHERE share_.a = 1
        SELECT ABS (1), IF (1, 2, 3), COALESCE (NULL, 1), CONCAT ('a', 'b'), LEFT ('a', 1), DATE (NOW()), CHAR (65)
        SELECT 1 LIMIT 1 OFFSET 0
        SELECT 1 WHERE (1, 2) IN ((1, 2), (3, 4)) AND ROW(1, 2) = ROW(1, 2)
        SELECT NULL, TRUE, FALSE, NOT 1, 1 AND 1, 1 OR 0, 1 XOR 1, 1 && 1, 1 || 0
        SELECT {d '2020-01-01'}, {fn UPPER('a')}
        SELECT 1 FROM DUAL
        SELECT DISTINCTROW a FROM t PROCEDURE_
        SELECT ST_AsText(ST_GeomFromText('POINT(1 1)')), ST_X(ST_GeomFromText('POINT(1 1)')), ST_Distance_Sphere(ST_GeomFromText('POINT(1 1)'), ST_GeomFromText('POINT(1 2)'))
        SELECT EXTRACTVALUE('<a>1</a>', '/a'), UPDATEXML('<a>1</a>', '/a', 'x'), WEIGHT_STRING('a'), GET_FORMAT(DATE, 'EUR')
        SELECT IS_FREE_LOCK('l1'), IS_USED_LOCK('l1')
        SELECT * FROM information_schema.tables WHERE table_schema = DATABASE()
        SELECT SCHEMA_NAME FROM INFORMATION_SCHEMA.SCHEMATA WHERE SCHEMA_NAME = 'corpus'
        SELECT 1 FROM information_schema.tables WHERE table_schema = 'corpus' AND table_name = 't' AND table_type = 'BASE TABLE'
        SELECT table_name AS `name`, (data_length + index_length) AS `size`, table_comment AS `comment`, engine AS `engine`, table_collation AS `collation` FROM information_schema.tables WHERE table_schema = 'corpus' ORDER BY table_name
        SELECT option_name, option_value FROM (SELECT 'a' AS option_name, 'b' AS option_value, 'yes' AS autoload) wp_options WHERE autoload IN ( 'yes', 'on', 'auto-on', 'auto' )
        SELECT t.*, tt.* FROM t AS t INNER JOIN u AS tt ON t.id = tt.t_id WHERE tt.n IN ('category', 'post_tag') AND t.b IN ('uncategorized') ORDER BY t.b ASC
        SELECT `t0`.`id`, `u`.`n` FROM (SELECT `t`.`id` FROM `t` AS `t` ORDER BY `t`.`id` LIMIT 10 OFFSET 0) AS `t0` LEFT JOIN `u` AS `u` ON `t0`.`id` = `u`.`t_id` ORDER BY `t0`.`id`
        SELECT CASE WHEN EXISTS (SELECT 1 FROM `t` AS `t` WHERE `t`.`a` > 5) THEN TRUE ELSE FALSE END
        SELECT count(*) as aggregate from `t` where `a` > 1 and (`b` = 'x' or `b` is null)
        select * from `t` where `a` = 1 and json_unquote(json_extract(`j`, '$."a"')) = 'x' limit 1
        WITH c AS (SELECT 1 AS x) SELECT x FROM c
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3), m AS (SELECT 2) SELECT i FROM n
        WITH a AS (SELECT 1 AS x), b (y) AS (SELECT x FROM a) SELECT * FROM a JOIN b ON a.x = b.y
        SELECT * FROM (WITH c AS (SELECT 1 AS x) SELECT x FROM c) d
        {mysql} WITH c AS (SELECT 1) TABLE t
        {mysql} TABLE t
        {mysql} TABLE t ORDER BY id LIMIT 1
        {mysql} VALUES ROW(1, 2), ROW(3, 4)
        {mariadb} VALUES (1, 2), (3, 4)
        {mysql} SELECT * FROM t, LATERAL (SELECT n FROM u WHERE u.t_id = t.id) AS x
        {mysql} SELECT 1 MEMBER OF('[1, 2]')
        {mysql} SELECT BIN_TO_UUID(UUID_TO_BIN(UUID())), IS_UUID('x'), ANY_VALUE(1), REGEXP_LIKE('a', 'b'), JSON_STORAGE_SIZE('{}'), FORMAT_BYTES(1)
        {mysql} SELECT GROUPING(a), COUNT(*) FROM t GROUP BY a WITH ROLLUP
        {mysql} SELECT a FROM t GROUP BY a ORDER BY ANY_VALUE(b)
        {mysql} SELECT STRING_TO_VECTOR('[1]'), VECTOR_DIM(STRING_TO_VECTOR('[1]')), ST_IsValid(ST_GeomFromText('POINT(1 1)')), Point(1, 1)
        {mysql} SELECT PS_THREAD_ID(1), STATEMENT_DIGEST('SELECT 1'), GTID_SUBSET('', '')
        {mariadb} SELECT NVL(1, 2), NVL2(1, 2, 3), TO_CHAR(NOW(), 'YYYY'), ADD_MONTHS(NOW(), 1), CHR(65), LENGTHB('a'), SYS_GUID(), MD5('a'), SHA1('a')
        {mariadb} SELECT JSON_DETAILED('{}'), JSON_EXISTS('{}', '$'), JSON_QUERY('{}', '$'), NATURAL_SORT_KEY('a1'), SFORMAT('{}', 1), ROWNUM()
        {mariadb} SELECT PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY a) OVER (PARTITION BY b) FROM t
        {mariadb} SELECT MEDIAN(a) OVER (PARTITION BY b) FROM t
        {mariadb} SELECT \N
        {mariadb} SELECT a FROM t LIMIT ROWS EXAMINED 100
        {mariadb} SELECT a FROM t ORDER BY a OFFSET 1 ROWS FETCH FIRST 2 ROWS ONLY
        {mariadb} SELECT * FROM s
        {mariadb} SELECT * FROM ver FOR SYSTEM_TIME AS OF TIMESTAMP NOW()
        {mariadb} SET STATEMENT max_statement_time = 5 FOR SELECT a FROM t
        {mariadb} SET STATEMENT sort_buffer_size = 100000, optimizer_switch = 'mrr=off' FOR SELECT 1
        DO 1
        DO 1, ABS(2)
        SHOW TABLES
        SHOW FULL TABLES FROM corpus WHERE Table_type = 'BASE TABLE'
        SHOW TABLES LIKE 't%'
        SHOW TABLE STATUS LIKE 't'
        SHOW OPEN TABLES
        SHOW DATABASES
        SHOW SCHEMAS LIKE 'c%'
        SHOW COLUMNS FROM t
        SHOW FULL COLUMNS FROM `t`
        SHOW FULL FIELDS FROM t LIKE 'a'
        SHOW INDEX FROM t
        SHOW KEYS FROM t WHERE Key_name = 'PRIMARY'
        SHOW CREATE TABLE `t`
        SHOW CREATE VIEW v
        SHOW CREATE DATABASE corpus
        SHOW CREATE PROCEDURE pr
        SHOW CREATE FUNCTION f
        SHOW CREATE USER CURRENT_USER()
        SHOW TRIGGERS
        SHOW EVENTS
        SHOW PROCEDURE STATUS WHERE Db = DATABASE()
        SHOW FUNCTION STATUS
        SHOW PROCESSLIST
        SHOW FULL PROCESSLIST
        SHOW ENGINES
        SHOW STORAGE ENGINES
        SHOW PLUGINS
        SHOW PRIVILEGES
        SHOW CHARACTER SET
        SHOW CHARSET LIKE 'utf8mb4'
        SHOW COLLATION WHERE Charset = 'utf8mb4'
        SHOW GRANTS
        SHOW GRANTS FOR CURRENT_USER()
        SHOW GLOBAL STATUS LIKE 'Uptime'
        SHOW GLOBAL VARIABLES
        SHOW VARIABLES LIKE 'lower_case_table_names'
        SHOW SESSION VARIABLES LIKE 'sql_mode'
        SHOW VARIABLES LIKE "version%"
        SHOW ENGINE INNODB STATUS
        {idle} SHOW BINARY LOGS
        {idle} SHOW BINLOG EVENTS
        {mysql} SHOW REPLICA STATUS
        {mysql} SHOW BINARY LOG STATUS
        {mysql} SHOW EXTENDED FULL COLUMNS FROM t
        {mariadb} SHOW SLAVE STATUS
        {mariadb} SHOW ALL SLAVES STATUS
        {mariadb} SHOW CREATE SEQUENCE s
        DESCRIBE t
        DESC t a
        DESC corpus.t 'i%'
        EXPLAIN t
        EXPLAIN SELECT * FROM t WHERE a = 1
        EXPLAIN FORMAT=JSON SELECT * FROM t
        DESC SELECT 1
        EXPLAIN UPDATE t SET b = 'x'
        EXPLAIN DELETE FROM t
        EXPLAIN INSERT INTO t (a) VALUES (1)
        EXPLAIN REPLACE INTO `t` (`a`) SELECT n FROM u
        EXPLAIN WITH c AS (SELECT 1 AS x) SELECT x FROM c
        {mysql} EXPLAIN FORMAT=TREE SELECT * FROM t
        {mariadb} EXPLAIN EXTENDED SELECT * FROM t
        {mariadb} EXPLAIN PARTITIONS SELECT * FROM pt
        CHECKSUM TABLE t, u
        CHECKSUM TABLE t EXTENDED
        HELP 'select'
        XA RECOVER
        SELECT 1; SELECT 2
        SELECT 1;
        """;

    public const string LockingRead =
        """
        SELECT * FROM t WHERE id = 1 FOR UPDATE
        SELECT * FROM t WHERE id = 1 LOCK IN SHARE MODE
        SELECT * FROM t FOR UPDATE NOWAIT
        SELECT * FROM t FOR UPDATE SKIP LOCKED
        SELECT * FROM (SELECT id FROM t FOR UPDATE) d
        (SELECT id FROM t FOR UPDATE)
        WITH c AS (SELECT 1 AS x) SELECT * FROM t, c FOR UPDATE
        {mysql} SELECT * FROM t FOR SHARE
        {mysql} SELECT * FROM t JOIN u ON t.id = u.id FOR UPDATE OF t SKIP LOCKED
        {mysql} SELECT * FROM t FOR SHARE OF t NOWAIT
        {mariadb} SELECT * FROM t FOR UPDATE WAIT 1
        {mariadb} SELECT * FROM t LOCK IN SHARE MODE NOWAIT
        """;

    public const string Asking =
        """
        {asks} SELECT LAST_INSERT_ID()
        {asks} select last_insert_id ( )
        {asks} SELECT @@identity
        {asks} SELECT @@session.last_insert_id, @@LAST_INSERT_ID
        {asks} SELECT @@insert_id
        {asks} SELECT @@warning_count, @@error_count
        {asks} SELECT ROW_COUNT(), FOUND_ROWS()
        {asks} SELECT CONNECTION_ID()
        {asks} SELECT @@pseudo_thread_id
        {asks} SELECT id FROM t WHERE id = LAST_INSERT_ID()
        {asks} SELECT * FROM t WHERE id IN (SELECT LAST_INSERT_ID() FROM u)
        {asks} WITH c AS (SELECT LAST_INSERT_ID()) SELECT 1
        {asks} SELECT 1; SELECT ROW_COUNT()
        {asks} SELECT CONNECTION_ID(); SELECT 1
        {asks} DO LAST_INSERT_ID()
        {asks} EXPLAIN SELECT * FROM t WHERE id = LAST_INSERT_ID()
        {asks} SHOW WARNINGS
        {asks} SHOW WARNINGS LIMIT 1
        {asks} SHOW ERRORS
        {asks} SHOW COUNT(*) WARNINGS
        {asks} SHOW COUNT(*) ERRORS
        {asks} SHOW STATUS LIKE 'Last_query_cost'
        {asks} SHOW SESSION STATUS
        {asks} SHOW VARIABLES
        {asks} SHOW VARIABLES LIKE 'identity'
        {asks} SHOW VARIABLES LIKE '%insert\_id'
        {asks} SHOW VARIABLES WHERE Variable_name = 'warning_count'
        {asks} SHOW PROFILES
        {mysql asks} SELECT PS_CURRENT_THREAD_ID()
        {mariadb asks} SELECT LASTVAL(s)
        {mariadb asks} SELECT PREVIOUS VALUE FOR s
        {mariadb asks} SELECT @@last_gtid
        """;
}
