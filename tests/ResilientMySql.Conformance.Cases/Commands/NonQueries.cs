using MySqlConnector;
using ResilientMySql.TestServers;
using ResilientMySql.Conformance.Transcripts;

namespace ResilientMySql.Conformance.Cases.Commands;

/// <summary>What ExecuteNonQuery gives for every kind of statement.</summary>
public static class NonQueries
{
    public static async Task Dml(Scene scene)
    {
        await scene.TableAsync("dml", "id INT PRIMARY KEY AUTO_INCREMENT, v INT");
        using MySqlConnection connection = await scene.OpenAsync();
        await scene.RunAsync(connection, "INSERT INTO dml (v) VALUES (1)");
        await scene.RunAsync(connection, "INSERT INTO dml (v) VALUES (2), (3), (4)");
        await scene.RunAsync(connection, "INSERT IGNORE INTO dml VALUES (1, 9)");
        await scene.RunAsync(connection, "INSERT INTO dml VALUES (1, 9) ON DUPLICATE KEY UPDATE v = 9");
        await scene.RunAsync(connection, "INSERT INTO dml VALUES (1, 9) ON DUPLICATE KEY UPDATE v = 9");
        await scene.RunAsync(connection, "REPLACE INTO dml VALUES (1, 10)");
        await scene.RunAsync(connection, "UPDATE dml SET v = v + 1");
        await scene.RunAsync(connection, "UPDATE dml SET v = 5 WHERE id = 77");
        await scene.RunAsync(connection, "UPDATE dml SET v = v");
        await scene.RunAsync(connection, "DELETE FROM dml WHERE id = 1");
        await scene.RunAsync(connection, "DELETE FROM dml");
        await scene.RunAsync(connection, "INSERT INTO dml (v) SELECT 5 UNION ALL SELECT 6");
        await scene.RunAsync(connection, "TRUNCATE TABLE dml");
    }

    public static async Task UseAffectedRows(Scene scene)
    {
        await scene.TableAsync("affected", "id INT PRIMARY KEY, v INT", "(1, 1), (2, 2)");
        using MySqlConnection connection = await scene.OpenAsync("Use Affected Rows=true");
        await scene.RunAsync(connection, "UPDATE affected SET v = 1");
        await scene.RunAsync(connection, "UPDATE affected SET v = 1");
        await scene.RunAsync(connection, "INSERT INTO affected VALUES (1, 1) ON DUPLICATE KEY UPDATE v = 1");
        await scene.RunAsync(connection, "INSERT INTO affected VALUES (1, 1) ON DUPLICATE KEY UPDATE v = 3");
    }

    public static async Task Ddl(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        await scene.RunAsync(connection, "DROP TABLE IF EXISTS ddl");
        await scene.RunAsync(connection, "CREATE TABLE ddl (id INT)");
        await scene.RunAsync(connection, "CREATE TABLE IF NOT EXISTS ddl (id INT)");
        await scene.RunAsync(connection, "ALTER TABLE ddl ADD COLUMN v INT");
        await scene.RunAsync(connection, "CREATE INDEX ddl_v ON ddl (v)");
        await scene.RunAsync(connection, "RENAME TABLE ddl TO ddl2");
        await scene.RunAsync(connection, "CREATE OR REPLACE VIEW ddl_view AS SELECT id FROM ddl2");
        await scene.RunAsync(connection, "DROP VIEW ddl_view");
        await scene.RunAsync(connection, "DROP TABLE ddl2");
        await scene.RunAsync(connection, "DROP TABLE ddl2");
    }

    public static async Task SessionStatements(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync("Allow User Variables=true");
        await scene.RunAsync(connection, "SET @x = 1");
        await scene.RunAsync(connection, "SET NAMES utf8mb4");
        await scene.RunAsync(connection, "SET SESSION sql_mode = ''");
        await scene.RunAsync(connection, "DO 1");
        await scene.RunAsync(connection, "DO SLEEP(0)");
        await scene.RunAsync(connection, "BEGIN");
        await scene.RunAsync(connection, "COMMIT");
        await scene.RunAsync(connection, "FLUSH STATUS");
        await scene.RunAsync(connection, "KILL QUERY 4000000000");
    }

    public static async Task StatementsWithResults(Scene scene)
    {
        await scene.TableAsync("with_results", "id INT PRIMARY KEY", "(1), (2)");
        using MySqlConnection connection = await scene.OpenAsync();
        await scene.RunAsync(connection, "SELECT 1");
        await scene.RunAsync(connection, "SELECT * FROM with_results");
        await scene.RunAsync(connection, "SELECT * FROM with_results WHERE id = 9");
        await scene.RunAsync(connection, "SHOW TABLES LIKE 'with_results'");
        await scene.RunAsync(connection, "EXPLAIN SELECT * FROM with_results");
        await scene.RunAsync(connection, "DESCRIBE with_results");
        await scene.RunAsync(connection, "CHECK TABLE with_results");
        await scene.RunAsync(connection, "ANALYZE TABLE with_results");
    }

    public static async Task SeveralStatements(Scene scene)
    {
        await scene.TableAsync("several", "id INT PRIMARY KEY");
        using MySqlConnection connection = await scene.OpenAsync();
        await scene.RunAsync(connection, "INSERT INTO several VALUES (1); INSERT INTO several VALUES (2), (3)");
        await scene.RunAsync(connection, "SELECT 1; DELETE FROM several WHERE id = 1; SELECT 2");
        await scene.RunAsync(connection, "SELECT 1; SELECT 2;");
        await scene.RunAsync(connection, "INSERT INTO several VALUES (10); INSERT INTO several VALUES (10); INSERT INTO several VALUES (11)");
        await scene.RunAsync(connection, "INSERT INTO several VALUES (20); nonsense");
        await scene.QueryAsync(connection, "SELECT GROUP_CONCAT(id ORDER BY id) FROM several");
    }

    public static async Task SelectIntoVariables(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync("Allow User Variables=true");
        await scene.RunAsync(connection, "SELECT 5 INTO @five");
        await scene.QueryAsync(connection, "SELECT @five");
        await scene.RunAsync(connection, "SELECT @six := 6");
        await scene.QueryAsync(connection, "SELECT @six");
    }

    [Only(ServerEngine.MariaDb)]
    public static async Task Returning(Scene scene)
    {
        await scene.TableAsync("returning_rows", "id INT PRIMARY KEY AUTO_INCREMENT, v INT");
        using MySqlConnection connection = await scene.OpenAsync();
        await scene.RunAsync(connection, "INSERT INTO returning_rows (v) VALUES (1), (2) RETURNING id");
        await scene.QueryAsync(connection, "INSERT INTO returning_rows (v) VALUES (3) RETURNING id");
        await scene.NoteAllAsync(connection, "DELETE FROM returning_rows WHERE v < 3 RETURNING id, v");
    }

    public static async Task LastInsertedId(Scene scene)
    {
        await scene.TableAsync("last_id", "id INT PRIMARY KEY AUTO_INCREMENT, v INT");
        using MySqlConnection connection = await scene.OpenAsync();
        await InsertAsync(scene, connection, "INSERT INTO last_id (v) VALUES (1)");
        await InsertAsync(scene, connection, "INSERT INTO last_id (v) VALUES (2), (3)");
        await InsertAsync(scene, connection, "INSERT INTO last_id VALUES (100, 1)");
        await InsertAsync(scene, connection, "INSERT INTO last_id (v) VALUES (5); INSERT INTO last_id (v) VALUES (6)");
        await InsertAsync(scene, connection, "INSERT INTO last_id (v) VALUES (7); SELECT 1");
        await InsertAsync(scene, connection, "SELECT 1; INSERT INTO last_id (v) VALUES (8)");
        await InsertAsync(scene, connection, "SELECT LAST_INSERT_ID()");
        await InsertAsync(scene, connection, "UPDATE last_id SET v = 9 WHERE id = 1");
        await InsertAsync(scene, connection, "UPDATE last_id SET v = LAST_INSERT_ID(77) WHERE id = 1");
        await InsertAsync(scene, connection, "REPLACE INTO last_id VALUES (1, 1)");
        await scene.QueryAsync(connection, "SELECT LAST_INSERT_ID()");
    }

    public static async Task LastInsertedIdKeepsItsValueUntilTheNextRun(Scene scene)
    {
        await scene.TableAsync("last_id2", "id INT PRIMARY KEY AUTO_INCREMENT, v INT");
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("INSERT INTO last_id2 (v) VALUES (1)", connection);
        await scene.NonQueryAsync(command);
        scene.Note("after", command.LastInsertedId);
        command.CommandText = "INSERT INTO last_id2 (id, v) VALUES (1, 1)";
        await scene.TryAsync("duplicate", () => scene.NonQueryAsync(command));
        scene.Note("after an error", command.LastInsertedId);
        command.CommandText = "SELECT 1";
        await scene.TryAsync("select", () => scene.ScalarAsync(command));
        scene.Note("after a select", command.LastInsertedId);
        command.CommandText = "DO 1";
        await scene.TryAsync("do", () => scene.NonQueryAsync(command));
        scene.Note("after do", command.LastInsertedId);
        await scene.CloseAsync(connection);
        scene.Note("after close", command.LastInsertedId);
    }

    public static async Task LargeIds(Scene scene)
    {
        await scene.TableAsync("large_id", "id BIGINT UNSIGNED PRIMARY KEY AUTO_INCREMENT, v INT");
        using MySqlConnection connection = await scene.OpenAsync();
        await scene.RunAsync(connection, "ALTER TABLE large_id AUTO_INCREMENT = 18446744073709551600");
        await InsertAsync(scene, connection, "INSERT INTO large_id (v) VALUES (1)");
    }

    private static async Task InsertAsync(Scene scene, MySqlConnection connection, string sql)
    {
        using var command = new MySqlCommand(sql, connection);
        await scene.TryAsync(sql, () => scene.NonQueryAsync(command));
        scene.Note("last id", command.LastInsertedId);
    }
}
