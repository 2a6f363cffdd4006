using System.Data;
using MySqlConnector;
using ResilientMySql.Conformance.Transcripts;

namespace ResilientMySql.Conformance.Cases.Errors;

/// <summary>What the server refuses, and what the connection is good for afterwards.</summary>
public static class ServerErrors
{
    public static async Task Syntax(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        await scene.RunAsync(connection, "SELEC 1");
        await AfterwardsAsync(scene, connection);
        await scene.RunAsync(connection, "SELECT 'unterminated");
        await scene.RunAsync(connection, "SELECT * FROM there_is_no_such");
        await scene.RunAsync(connection, "SELECT nothing");
        await scene.RunAsync(connection, "SELECT * FROM nowhere.nothing");
        await AfterwardsAsync(scene, connection);
    }

    public static async Task DuplicateKey(Scene scene)
    {
        await scene.TableAsync("refused", "id INT PRIMARY KEY, name VARCHAR(3) NOT NULL, CHECK (id < 100)", "(1, 'a')");
        using MySqlConnection connection = await scene.OpenAsync();
        await scene.RunAsync(connection, "INSERT INTO refused VALUES (1, 'b')");
        await scene.RunAsync(connection, "INSERT INTO refused VALUES (2, 'c'), (1, 'd')");
        await scene.RunAsync(connection, "INSERT INTO refused VALUES (3, NULL)");
        await scene.RunAsync(connection, "INSERT INTO refused VALUES (4, 'too long')");
        await scene.RunAsync(connection, "INSERT INTO refused VALUES (500, 'x')");
        await scene.RunAsync(connection, "INSERT INTO refused VALUES (1)");
        await scene.RunAsync(connection, "INSERT INTO refused (id) VALUES (9999999999)");
        await scene.QueryAsync(connection, "SELECT COUNT(*) FROM refused");
        await AfterwardsAsync(scene, connection);
    }

    public static async Task InATransaction(Scene scene)
    {
        await scene.TableAsync("refused_tx", "id INT PRIMARY KEY");
        using MySqlConnection connection = await scene.OpenAsync();
        MySqlTransaction transaction = await scene.BeginAsync(connection);
        await scene.RunAsync(connection, "INSERT INTO refused_tx VALUES (1)", transaction);
        await scene.RunAsync(connection, "INSERT INTO refused_tx VALUES (1)", transaction);
        await scene.RunAsync(connection, "INSERT INTO refused_tx VALUES (2)", transaction);
        await scene.DoAsync("commit", () => scene.CommitAsync(transaction));
        await scene.QueryAsync(connection, "SELECT COUNT(*) FROM refused_tx");
    }

    public static async Task ForeignKeys(Scene scene)
    {
        await scene.PrepareAsync("DROP TABLE IF EXISTS child; DROP TABLE IF EXISTS parent; CREATE TABLE parent (id INT PRIMARY KEY); CREATE TABLE child (id INT PRIMARY KEY, parent_id INT, CONSTRAINT fk FOREIGN KEY (parent_id) REFERENCES parent (id)); INSERT INTO parent VALUES (1); INSERT INTO child VALUES (1, 1)");
        using MySqlConnection connection = await scene.OpenAsync();
        await scene.RunAsync(connection, "INSERT INTO child VALUES (2, 2)");
        await scene.RunAsync(connection, "DELETE FROM parent");
        await AfterwardsAsync(scene, connection);
    }

    public static async Task Details(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("SELEC 1", connection);
        try
        {
            await scene.NonQueryAsync(command);
        }
        catch (MySqlException refused)
        {
            scene.Note("number", refused.Number);
            scene.Note("code", refused.ErrorCode);
            scene.Note("base code", ((System.Data.Common.DbException)refused).ErrorCode);
            scene.Note("state", refused.SqlState);
            scene.Note("data number", refused.Data["Server Error Code"]);
            scene.Note("data state", refused.Data["SqlState"]);
            scene.Note("result", refused.HResult);
            scene.Note("source", refused.Source);
        }
    }

    public static async Task Deadlock(Scene scene)
    {
        await scene.TableAsync("dead", "id INT PRIMARY KEY, v INT", "(1, 0), (2, 0), (3, 0), (4, 0)");
        using MySqlConnection victim = await scene.OpenAsync();
        using MySqlConnection other = await scene.OpenAsync();
        MySqlTransaction weak = await scene.BeginAsync(victim);
        MySqlTransaction strong = await scene.BeginAsync(other);

        // The one that has changed less is the victim.
        foreach (int id in new[] { 2, 3, 4 })
            await scene.ExecuteAsync(other, $"UPDATE dead SET v = 1 WHERE id = {id}", strong);

        await scene.ExecuteAsync(victim, "UPDATE dead SET v = 1 WHERE id = 1", weak);
        Task<int> waiting = Task.Run(() => scene.ExecuteAsync(other, "UPDATE dead SET v = 2 WHERE id = 1", strong));
        await scene.WaitForWaitersAsync();
        await scene.RunAsync(victim, "UPDATE dead SET v = 2 WHERE id = 2", weak);
        await scene.TryAsync("the other", () => waiting);
        scene.Note("state", victim.State);
        await scene.RunAsync(victim, "UPDATE dead SET v = 3 WHERE id = 3 AND 1 = 0", weak);
        await scene.DoAsync("rollback", () => scene.RollbackAsync(weak));
        await scene.DoAsync("commit", () => scene.CommitAsync(strong));
        await scene.QueryAsync(victim, "SELECT GROUP_CONCAT(v ORDER BY id) FROM dead");
    }

    public static async Task DeadlockThenCommit(Scene scene)
    {
        await scene.TableAsync("dead2", "id INT PRIMARY KEY, v INT", "(1, 0), (2, 0), (3, 0), (4, 0)");
        using MySqlConnection victim = await scene.OpenAsync();
        using MySqlConnection other = await scene.OpenAsync();
        MySqlTransaction weak = await scene.BeginAsync(victim);
        MySqlTransaction strong = await scene.BeginAsync(other);
        foreach (int id in new[] { 2, 3, 4 })
            await scene.ExecuteAsync(other, $"UPDATE dead2 SET v = 1 WHERE id = {id}", strong);

        await scene.ExecuteAsync(victim, "UPDATE dead2 SET v = 1 WHERE id = 1", weak);
        Task<int> waiting = Task.Run(() => scene.ExecuteAsync(other, "UPDATE dead2 SET v = 2 WHERE id = 1", strong));
        await scene.WaitForWaitersAsync();
        await scene.RunAsync(victim, "UPDATE dead2 SET v = 2 WHERE id = 2", weak);
        await scene.TryAsync("the other", () => waiting);
        await scene.DoAsync("commit", () => scene.CommitAsync(weak));
        await scene.DoAsync("dispose", () => scene.DisposeAsync(weak));
        await scene.DoAsync("commit", () => scene.CommitAsync(strong));
        await scene.RunAsync(victim, "SELECT 1");
    }

    public static async Task LockWaitTimeout(Scene scene)
    {
        await scene.TableAsync("waited", "id INT PRIMARY KEY, v INT", "(1, 0), (2, 0)");
        using MySqlConnection holder = await scene.OpenAsync();
        using MySqlConnection waiter = await scene.OpenAsync();
        await scene.ExecuteAsync(waiter, "SET SESSION innodb_lock_wait_timeout = 1");
        MySqlTransaction holding = await scene.BeginAsync(holder);
        await scene.ExecuteAsync(holder, "UPDATE waited SET v = 1 WHERE id = 1", holding);
        await scene.RunAsync(waiter, "UPDATE waited SET v = 2 WHERE id = 1");
        MySqlTransaction waiting = await scene.BeginAsync(waiter);
        await scene.RunAsync(waiter, "UPDATE waited SET v = 5 WHERE id = 2", waiting);
        await scene.RunAsync(waiter, "UPDATE waited SET v = 2 WHERE id = 1", waiting);
        scene.Note("state", waiter.State);
        await scene.DoAsync("commit", () => scene.CommitAsync(waiting));
        await scene.CommitAsync(holding);
        await scene.QueryAsync(waiter, "SELECT GROUP_CONCAT(v ORDER BY id) FROM waited");
    }

    public static async Task NoWait(Scene scene)
    {
        await scene.TableAsync("nowait", "id INT PRIMARY KEY", "(1)");
        using MySqlConnection holder = await scene.OpenAsync();
        using MySqlConnection other = await scene.OpenAsync();
        MySqlTransaction holding = await scene.BeginAsync(holder);
        await scene.ExecuteAsync(holder, "DELETE FROM nowait WHERE id = 1", holding);
        await scene.RunAsync(other, "SELECT * FROM nowait WHERE id = 1 FOR UPDATE NOWAIT");
        await scene.RollbackAsync(holding);
    }

    public static async Task StatementTimeLimitOfTheServer(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        await scene.ExecuteAsync(connection, scene.IsMySql ? "SET SESSION max_execution_time = 300" : "SET SESSION max_statement_time = 0.3");
        await scene.QueryAsync(connection, "SELECT COUNT(*) FROM information_schema.columns a, information_schema.columns b, information_schema.columns c WHERE SLEEP(0.01) = 0");
        await AfterwardsAsync(scene, connection);
    }

    public static async Task ReadOnlyServer(Scene scene)
    {
        await scene.TableAsync("readonly_session", "id INT PRIMARY KEY");
        using MySqlConnection connection = await scene.OpenAsync();
        await scene.RunAsync(connection, "SET SESSION TRANSACTION READ ONLY");
        await scene.RunAsync(connection, "INSERT INTO readonly_session VALUES (1)");
        await scene.RunAsync(connection, "SET SESSION TRANSACTION READ WRITE");
        await scene.RunAsync(connection, "INSERT INTO readonly_session VALUES (1)");
    }

    public static async Task KilledQuery(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        int thread = connection.ServerThread;
        Task killing = Task.Run(async () =>
        {
            await scene.WaitForAsync($"SELECT COUNT(*) FROM information_schema.processlist WHERE id = {thread} AND info LIKE '%killed here%' AND info NOT LIKE '%processlist%'");
            await scene.PrepareAsync($"KILL QUERY {thread}");
        });
        await scene.TryAsync("killed", async () =>
        {
            using var command = new MySqlCommand("SELECT /* killed here */ COUNT(*) FROM information_schema.columns a, information_schema.columns b WHERE SLEEP(0.02) = 0", connection);
            return await scene.ScalarAsync(command);
        });
        await killing;
        await AfterwardsAsync(scene, connection);
    }

    public static async Task Warnings(Scene scene)
    {
        await scene.TableAsync("warned", "id INT PRIMARY KEY", "(1)");
        using MySqlConnection connection = await scene.OpenAsync();
        connection.InfoMessage += (sender, message) =>
        {
            scene.Note("sender is the connection", ReferenceEquals(sender, connection));
            foreach (MySqlError error in message.Errors)
                scene.Note("message", error);
        };
        await scene.RunAsync(connection, "INSERT IGNORE INTO warned VALUES (1)");
        await scene.RunAsync(connection, "DROP TABLE IF EXISTS never_was");
        await scene.QueryAsync(connection, "SELECT 1");
        await scene.QueryAsync(connection, "SELECT CAST('x' AS SIGNED)");
        await scene.RunAsync(connection, "DROP TABLE IF EXISTS never_was; DROP TABLE IF EXISTS never_either");
        await scene.NoteAllAsync(connection, "SHOW WARNINGS");
        using var command = new MySqlCommand("SELECT CAST('y' AS SIGNED)", connection);
        MySqlDataReader reader = await scene.ReaderAsync(command);
        await scene.ReadAsync(reader);
        scene.Write("before close");
        await scene.CloseAsync(reader);
        await scene.RunAsync(connection, "nonsense");
    }

    public static async Task WarningsInsideATransaction(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        connection.InfoMessage += (_, message) => scene.Note("messages", message.Errors.Count);
        MySqlTransaction transaction = await scene.BeginAsync(connection);
        await scene.RunAsync(connection, "DROP TEMPORARY TABLE IF EXISTS never_was", transaction);
        await scene.DoAsync("commit", () => scene.CommitAsync(transaction));
    }

    public static async Task HandlerOfWarningsThrows(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        connection.InfoMessage += static (_, _) => throw new FormatException("by the handler");
        await scene.RunAsync(connection, "DROP TABLE IF EXISTS never_was");
        await scene.QueryAsync(connection, "SELECT 1");
    }

    private static async Task AfterwardsAsync(Scene scene, MySqlConnection connection)
    {
        scene.Note("state", connection.State);
        await scene.QueryAsync(connection, "SELECT 'afterwards'");
    }
}
