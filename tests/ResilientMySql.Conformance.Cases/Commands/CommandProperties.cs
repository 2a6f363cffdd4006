using System.Data;
using MySqlConnector;

namespace ResilientMySql.Conformance.Cases.Commands;

/// <summary>What a command says of itself.</summary>
public static class CommandProperties
{
    public static async Task Constructors(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using MySqlTransaction transaction = await scene.BeginAsync(connection);
        NoteAll(scene, new MySqlCommand(), connection, transaction);
        NoteAll(scene, new MySqlCommand("SELECT 1"), connection, transaction);
        NoteAll(scene, new MySqlCommand(connection, transaction), connection, transaction);
        NoteAll(scene, new MySqlCommand("SELECT 1", connection), connection, transaction);
        NoteAll(scene, new MySqlCommand("SELECT 1", connection, transaction), connection, transaction);
        NoteAll(scene, new MySqlCommand((string?)null, null), connection, transaction);
    }

    public static async Task Clone(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("SELECT @a", connection)
        {
            CommandTimeout = 21,
            UpdatedRowSource = UpdateRowSource.OutputParameters,
            DesignTimeVisible = true,
        };
        command.Parameters.AddWithValue("@a", 7);
        command.Attributes.SetAttribute("origin", "here");
        using MySqlCommand clone = command.Clone();
        NoteAll(scene, clone, connection, null);
        scene.Note("updated row source", clone.UpdatedRowSource);
        scene.Note("visible", clone.DesignTimeVisible);
        scene.Note("parameters", clone.Parameters.Count);
        scene.Note("attributes", clone.Attributes.Count);
        scene.Note("own parameters", !ReferenceEquals(clone.Parameters[0], command.Parameters[0]));
        clone.Parameters[0].Value = 8;
        await scene.TryAsync("clone", () => scene.ScalarAsync(clone));
        await scene.TryAsync("original", () => scene.ScalarAsync(command));
        scene.Note("through the interface", ((ICloneable)command).Clone().GetType());
    }

    public static async Task TimeoutFollowsTheConnectionUntilSet(Scene scene)
    {
        using var connection = new MySqlConnection(scene.ConnectionString + ";Default Command Timeout=9");
        using var command = new MySqlCommand("SELECT 1");
        scene.Note("alone", command.CommandTimeout);
        command.Connection = connection;
        scene.Note("with a connection", command.CommandTimeout);
        command.CommandTimeout = 4;
        scene.Note("set", command.CommandTimeout);
        command.CommandTimeout = 0;
        scene.Note("none", command.CommandTimeout);
        await scene.OpenAsync(connection);
        await scene.TryAsync("run", () => scene.ScalarAsync(command));
    }

    public static async Task ParametersThroughTheBaseClass(Scene scene)
    {
        using var command = new MySqlCommand();
        System.Data.Common.DbCommand general = command;
        scene.Note("same collection", ReferenceEquals(general.Parameters, command.Parameters));
        scene.Note("created", general.CreateParameter().GetType());
        scene.Note("created typed", command.CreateParameter().GetType());
        await Task.CompletedTask;
    }

    public static async Task MovedBetweenConnections(Scene scene)
    {
        using MySqlConnection first = await scene.OpenAsync();
        using MySqlConnection second = await scene.OpenAsync();
        await scene.ChangeDatabaseAsync(second, "information_schema");
        using var command = new MySqlCommand("SELECT DATABASE()", first);
        await scene.TryAsync("first", () => scene.ScalarAsync(command));
        command.Connection = second;
        await scene.TryAsync("second", () => scene.ScalarAsync(command));
        await scene.DoAsync("prepare", () => scene.PrepareAsync(command));
        scene.Note("prepared", command.IsPrepared);
        command.Connection = first;
        scene.Note("prepared on the first", command.IsPrepared);
        await scene.TryAsync("first again", () => scene.ScalarAsync(command));
    }

    public static async Task ReusedAfterReopening(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        using var command = new MySqlCommand("SELECT @a + 1", connection);
        command.Parameters.AddWithValue("@a", 1);
        await scene.TryAsync("first", () => scene.ScalarAsync(command));
        await scene.CloseAsync(connection);
        await scene.OpenAsync(connection);
        command.Parameters[0].Value = 2;
        await scene.TryAsync("second", () => scene.ScalarAsync(command));
    }

    private static void NoteAll(Scene scene, MySqlCommand command, MySqlConnection connection, MySqlTransaction? transaction)
    {
        scene.Note("text", command.CommandText);
        scene.Note("has the connection", ReferenceEquals(command.Connection, connection));
        scene.Note("has the transaction", ReferenceEquals(command.Transaction, transaction));
        scene.Note("type", command.CommandType);
        scene.Note("timeout", command.CommandTimeout);
        scene.Note("last id", command.LastInsertedId);
        scene.Note("prepared", command.IsPrepared);
    }
}
