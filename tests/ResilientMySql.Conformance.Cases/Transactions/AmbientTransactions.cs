using System.Transactions;
using MySqlConnector;

namespace ResilientMySql.Conformance.Cases.Transactions;

/// <summary>System.Transactions.</summary>
public static class AmbientTransactions
{
    private const string NoXa = "Use XA Transactions=false";

    public static Task Complete(Scene scene) => OneAsync(scene, "", complete: true);

    public static Task NotCompleted(Scene scene) => OneAsync(scene, "", complete: false);

    public static Task CompleteWithoutXa(Scene scene) => OneAsync(scene, NoXa, complete: true);

    public static Task NotCompletedWithoutXa(Scene scene) => OneAsync(scene, NoXa, complete: false);

    public static Task TwoConnections(Scene scene) => TwoAsync(scene, "");

    public static Task TwoConnectionsWithoutXa(Scene scene) => TwoAsync(scene, NoXa);

    public static async Task OneAfterAnother(Scene scene)
    {
        await scene.TableAsync("ambient", "id INT PRIMARY KEY");
        using (var scope = new TransactionScope(TransactionScopeAsyncFlowOption.Enabled))
        {
            for (int id = 1; id <= 2; id++)
            {
                using MySqlConnection connection = await scene.OpenAsync(NoXa);
                await scene.RunAsync(connection, $"INSERT INTO ambient VALUES ({id})");
                scene.Note("state", connection.State);
            }

            scope.Complete();
        }

        await scene.AskAsync("SELECT COUNT(*) FROM ambient");
    }

    public static async Task AutoEnlistOff(Scene scene)
    {
        await scene.TableAsync("ambient", "id INT PRIMARY KEY");
        using (new TransactionScope(TransactionScopeAsyncFlowOption.Enabled))
        {
            using MySqlConnection connection = await scene.OpenAsync("Auto Enlist=false");
            await scene.RunAsync(connection, "INSERT INTO ambient VALUES (1)");
        }

        await scene.AskAsync("SELECT COUNT(*) FROM ambient");
    }

    public static async Task EnlistedByHand(Scene scene)
    {
        await scene.TableAsync("ambient", "id INT PRIMARY KEY");
        using MySqlConnection connection = await scene.OpenAsync(NoXa);
        using (var transaction = new CommittableTransaction())
        {
            scene.Do("enlist", () => connection.EnlistTransaction(transaction));
            scene.Do("enlist again", () => connection.EnlistTransaction(transaction));
            using var other = new CommittableTransaction();
            scene.Do("enlist in another", () => connection.EnlistTransaction(other));
            await scene.RunAsync(connection, "INSERT INTO ambient VALUES (1)");
            await scene.DoAsync("begin", () => scene.BeginAsync(connection));
            scene.Do("commit", transaction.Commit);
        }

        await scene.AskAsync("SELECT COUNT(*) FROM ambient");
        await scene.RunAsync(connection, "INSERT INTO ambient VALUES (2)");
        scene.Do("enlist in nothing", () => connection.EnlistTransaction(null));
    }

    public static async Task EnlistMisuse(Scene scene)
    {
        using var closed = new MySqlConnection(scene.ConnectionString);
        using var transaction = new CommittableTransaction();
        scene.Do("closed", () => closed.EnlistTransaction(transaction));
        using MySqlConnection connection = await scene.OpenAsync(NoXa);
        using MySqlTransaction own = await scene.BeginAsync(connection);
        scene.Do("inside its own", () => connection.EnlistTransaction(transaction));
    }

    public static async Task NestedScopes(Scene scene)
    {
        await scene.TableAsync("ambient", "id INT PRIMARY KEY");
        scene.Do("scopes", () =>
        {
            using var outer = new TransactionScope();
            using (var inner = new TransactionScope(TransactionScopeOption.RequiresNew))
            {
                using var connection = new MySqlConnection($"{scene.ConnectionString};{NoXa}");
                connection.Open();
                using var command = new MySqlCommand("INSERT INTO ambient VALUES (1)", connection);
                command.ExecuteNonQuery();
                inner.Complete();
            }

            using (new TransactionScope(TransactionScopeOption.Suppress))
            {
                using var connection = new MySqlConnection(scene.ConnectionString);
                connection.Open();
                using var command = new MySqlCommand("INSERT INTO ambient VALUES (2)", connection);
                command.ExecuteNonQuery();
            }
        });
        await scene.AskAsync("SELECT GROUP_CONCAT(id) FROM ambient");
    }

    public static async Task ErrorInTheScope(Scene scene)
    {
        await scene.TableAsync("ambient", "id INT PRIMARY KEY");
        await scene.DoAsync("scope", async () =>
        {
            using var scope = new TransactionScope(TransactionScopeAsyncFlowOption.Enabled);
            using MySqlConnection connection = await scene.OpenAsync(NoXa);
            await scene.RunAsync(connection, "INSERT INTO ambient VALUES (1)");
            await scene.RunAsync(connection, "INSERT INTO ambient VALUES (1)");
            scope.Complete();
        });
        await scene.AskAsync("SELECT COUNT(*) FROM ambient");
    }

    public static async Task IsolationLevels(Scene scene)
    {
        string variable = scene.IsMySql ? "@@transaction_isolation" : "@@tx_isolation";
        foreach (IsolationLevel level in new[] { IsolationLevel.ReadCommitted, IsolationLevel.Serializable, IsolationLevel.RepeatableRead, IsolationLevel.Snapshot, IsolationLevel.Chaos })
        {
            await scene.DoAsync("scope " + level, async () =>
            {
                using var scope = new TransactionScope(TransactionScopeOption.Required, new TransactionOptions { IsolationLevel = level }, TransactionScopeAsyncFlowOption.Enabled);
                using MySqlConnection connection = await scene.OpenAsync(NoXa);
                await scene.QueryAsync(connection, "SELECT " + variable);
                scope.Complete();
            });
        }
    }

    private static async Task OneAsync(Scene scene, string options, bool complete)
    {
        await scene.TableAsync("ambient", "id INT PRIMARY KEY");
        await scene.DoAsync("scope", async () =>
        {
            using var scope = new TransactionScope(TransactionScopeAsyncFlowOption.Enabled);
            using MySqlConnection connection = await scene.OpenAsync(options);
            scene.Watch(connection);
            await scene.RunAsync(connection, "INSERT INTO ambient VALUES (1)");
            await scene.DoAsync("begin", () => scene.BeginAsync(connection));
            await scene.AskAsync("SELECT COUNT(*) FROM ambient");
            if (complete)
                scope.Complete();
        });
        await scene.AskAsync("SELECT COUNT(*) FROM ambient");
    }

    private static async Task TwoAsync(Scene scene, string options)
    {
        await scene.TableAsync("ambient", "id INT PRIMARY KEY");
        await scene.DoAsync("scope", async () =>
        {
            using var scope = new TransactionScope(TransactionScopeAsyncFlowOption.Enabled);
            using MySqlConnection first = await scene.OpenAsync(options);
            await scene.RunAsync(first, "INSERT INTO ambient VALUES (1)");
            using MySqlConnection second = await scene.OpenAsync(options);
            await scene.RunAsync(second, "INSERT INTO ambient VALUES (2)");
            scope.Complete();
        });
        await scene.AskAsync("SELECT COUNT(*) FROM ambient");
    }
}
