using MySqlConnector;
using ResilientMySql.Conformance.Transcripts;

namespace ResilientMySql.Conformance.Cases.Transactions;

/// <summary>Save, Release and Rollback by name.</summary>
public static class Savepoints
{
    public static async Task SaveAndRollBack(Scene scene)
    {
        using MySqlConnection connection = await MakeAsync(scene);
        MySqlTransaction transaction = await scene.BeginAsync(connection);
        scene.Note("supported", transaction.SupportsSavepoints);
        await scene.RunAsync(connection, "INSERT INTO saved VALUES (1)", transaction);
        await SaveAsync(scene, transaction, "a");
        await scene.RunAsync(connection, "INSERT INTO saved VALUES (2)", transaction);
        await SaveAsync(scene, transaction, "b`c '");
        await scene.RunAsync(connection, "INSERT INTO saved VALUES (3)", transaction);
        await RollbackAsync(scene, transaction, "b`c '");
        await scene.QueryAsync(connection, "SELECT COUNT(*) FROM saved", transaction);
        await ReleaseAsync(scene, transaction, "b`c '");
        await RollbackAsync(scene, transaction, "a");
        await RollbackAsync(scene, transaction, "a");
        await scene.DoAsync("commit", () => scene.CommitAsync(transaction));
        await scene.AskAsync("SELECT GROUP_CONCAT(id) FROM saved");
    }

    public static async Task BadNames(Scene scene)
    {
        using MySqlConnection connection = await MakeAsync(scene);
        MySqlTransaction transaction = await scene.BeginAsync(connection);
        foreach (string? name in new[] { "never_saved", "", " ", null })
        {
            await RollbackAsync(scene, transaction, name!);
            await ReleaseAsync(scene, transaction, name!);
        }

        await SaveAsync(scene, transaction, "");
        await SaveAsync(scene, transaction, null!);
        await SaveAsync(scene, transaction, " ");
        await SaveAsync(scene, transaction, new string('x', 100));
        await SaveAsync(scene, transaction, "twice");
        await SaveAsync(scene, transaction, "TWICE");
        await scene.DoAsync("commit", () => scene.CommitAsync(transaction));
    }

    public static async Task OfAnEndedTransaction(Scene scene)
    {
        using MySqlConnection connection = await MakeAsync(scene);
        MySqlTransaction transaction = await scene.BeginAsync(connection);
        await SaveAsync(scene, transaction, "a");
        await scene.CommitAsync(transaction);
        await SaveAsync(scene, transaction, "b");
        await RollbackAsync(scene, transaction, "a");
        await ReleaseAsync(scene, transaction, "a");
        await SaveAsync(scene, transaction, null!);
        await scene.DisposeAsync(transaction);
        await SaveAsync(scene, transaction, "c");
    }

    public static async Task AfterTheConnectionWasClosed(Scene scene)
    {
        using MySqlConnection connection = await MakeAsync(scene);
        MySqlTransaction transaction = await scene.BeginAsync(connection);
        await scene.CloseAsync(connection);
        await SaveAsync(scene, transaction, "a");
        await RollbackAsync(scene, transaction, "a");
    }

    private static async Task<MySqlConnection> MakeAsync(Scene scene)
    {
        await scene.TableAsync("saved", "id INT PRIMARY KEY");
        return await scene.OpenAsync();
    }

    private static Task SaveAsync(Scene scene, MySqlTransaction transaction, string name) => scene.DoAsync("save " + name, async () =>
    {
        if (scene.Mode is CallMode.Sync)
            transaction.Save(name);
        else
            await transaction.SaveAsync(name);
    });

    private static Task RollbackAsync(Scene scene, MySqlTransaction transaction, string name) => scene.DoAsync("rollback to " + name, async () =>
    {
        if (scene.Mode is CallMode.Sync)
            transaction.Rollback(name);
        else
            await transaction.RollbackAsync(name);
    });

    private static Task ReleaseAsync(Scene scene, MySqlTransaction transaction, string name) => scene.DoAsync("release " + name, async () =>
    {
        if (scene.Mode is CallMode.Sync)
            transaction.Release(name);
        else
            await transaction.ReleaseAsync(name);
    });
}
