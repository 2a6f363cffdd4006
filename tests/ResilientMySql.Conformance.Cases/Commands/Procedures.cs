using System.Data;
using MySqlConnector;

namespace ResilientMySql.Conformance.Cases.Commands;

/// <summary>CommandType.StoredProcedure.</summary>
public static class Procedures
{
    public static async Task InAndOut(Scene scene)
    {
        await MakeAsync(scene);
        using MySqlConnection connection = await scene.OpenAsync();
        using MySqlCommand command = Call(connection, "in_out");
        command.Parameters.AddWithValue("@a", 4);
        Add(command, "@b", ParameterDirection.InputOutput, 10);
        Add(command, "@c", ParameterDirection.Output, null);
        await scene.TryAsync("non-query", () => scene.NonQueryAsync(command));
        NoteParameters(scene, command);
        await scene.TryAsync("scalar", () => scene.ScalarAsync(command));
        NoteParameters(scene, command);
        await scene.NoteAllAsync(command);
        NoteParameters(scene, command);
    }

    public static async Task OutIsSetWhenTheReaderGetsThere(Scene scene)
    {
        await MakeAsync(scene);
        using MySqlConnection connection = await scene.OpenAsync();
        using MySqlCommand command = Call(connection, "rows_and_out");
        Add(command, "total", ParameterDirection.Output, null);
        MySqlDataReader reader = await scene.ReaderAsync(command);
        scene.Note("fields", reader.FieldCount);
        await scene.TryAsync("read", () => scene.ReadAsync(reader));
        NoteParameters(scene, command);
        await scene.TryAsync("next", () => scene.NextResultAsync(reader));
        NoteParameters(scene, command);
        await scene.TryAsync("next", () => scene.NextResultAsync(reader));
        NoteParameters(scene, command);
        await scene.CloseAsync(reader);
        NoteParameters(scene, command);
    }

    public static async Task OutOnlyAfterClose(Scene scene)
    {
        await MakeAsync(scene);
        using MySqlConnection connection = await scene.OpenAsync();
        using MySqlCommand command = Call(connection, "rows_and_out");
        Add(command, "total", ParameterDirection.Output, null);
        await scene.CloseAsync(await scene.ReaderAsync(command));
        NoteParameters(scene, command);
    }

    public static async Task Function(Scene scene)
    {
        await MakeAsync(scene);
        using MySqlConnection connection = await scene.OpenAsync();
        using MySqlCommand command = Call(connection, "doubled");
        command.Parameters.AddWithValue("a", 21);
        Add(command, "result", ParameterDirection.ReturnValue, null);
        await scene.TryAsync("non-query", () => scene.NonQueryAsync(command));
        NoteParameters(scene, command);
        using MySqlCommand withoutReturn = Call(connection, "doubled");
        withoutReturn.Parameters.AddWithValue("a", 21);
        await scene.TryAsync("without return value", () => scene.ScalarAsync(withoutReturn));
    }

    public static async Task Names(Scene scene)
    {
        await MakeAsync(scene);
        using MySqlConnection connection = await scene.OpenAsync();
        foreach (string name in new[] { "in_out", $"{scene.Schema}.in_out", $"`{scene.Schema}`.`in_out`", "IN_OUT", " in_out ", "there_is_no_such", "in_out(1, 2, 3)", "" })
        {
            using MySqlCommand command = Call(connection, name);
            command.Parameters.AddWithValue("a", 1);
            Add(command, "b", ParameterDirection.InputOutput, 2);
            Add(command, "c", ParameterDirection.Output, null);
            await scene.TryAsync("call " + name, () => scene.NonQueryAsync(command));
            scene.Note("c", command.Parameters[2].Value);
        }
    }

    public static async Task WrongParameters(Scene scene)
    {
        await MakeAsync(scene);
        using MySqlConnection connection = await scene.OpenAsync();
        using MySqlCommand none = Call(connection, "in_out");
        await scene.TryAsync("none", () => scene.NonQueryAsync(none));
        using MySqlCommand wrong = Call(connection, "in_out");
        wrong.Parameters.AddWithValue("x", 1);
        wrong.Parameters.AddWithValue("y", 1);
        wrong.Parameters.AddWithValue("z", 1);
        await scene.TryAsync("other names", () => scene.NonQueryAsync(wrong));
        using MySqlCommand many = Call(connection, "in_out");
        many.Parameters.AddWithValue("a", 1);
        many.Parameters.AddWithValue("b", 1);
        many.Parameters.AddWithValue("c", 1);
        many.Parameters.AddWithValue("d", 1);
        await scene.TryAsync("too many", () => scene.NonQueryAsync(many));
        using MySqlCommand swapped = Call(connection, "in_out");
        Add(swapped, "c", ParameterDirection.Output, null);
        Add(swapped, "b", ParameterDirection.InputOutput, 7);
        swapped.Parameters.AddWithValue("a", 1);
        await scene.TryAsync("another order", () => scene.NonQueryAsync(swapped));
        NoteParameters(scene, swapped);
    }

    public static async Task SeveralResults(Scene scene)
    {
        await MakeAsync(scene);
        using MySqlConnection connection = await scene.OpenAsync();
        using MySqlCommand command = Call(connection, "two_results");
        await scene.NoteAllAsync(command);
        await scene.TryAsync("scalar", () => scene.ScalarAsync(command));
        await scene.TryAsync("non-query", () => scene.NonQueryAsync(command));
        await scene.NoteAllAsync(command, CommandBehavior.SingleResult);
    }

    public static async Task CalledByText(Scene scene)
    {
        await MakeAsync(scene);
        using MySqlConnection connection = await scene.OpenAsync("Allow User Variables=true");
        await scene.NoteAllAsync(connection, "CALL two_results()");
        await scene.NoteAllAsync(connection, "SET @b = 1; CALL in_out(5, @b, @c); SELECT @b, @c");
        await scene.RunAsync(connection, "CALL there_is_no_such()");
        await scene.RunAsync(connection, "CALL raising()");
        await scene.QueryAsync(connection, "SELECT doubled(4)");
    }

    public static async Task Raising(Scene scene)
    {
        await MakeAsync(scene);
        using MySqlConnection connection = await scene.OpenAsync();
        using MySqlCommand command = Call(connection, "raising");
        await scene.TryAsync("raising", () => scene.NonQueryAsync(command));
        scene.Note("state", connection.State);
        await scene.QueryAsync(connection, "SELECT 1");
    }

    public static async Task OutTypes(Scene scene)
    {
        await scene.PrepareAsync("DROP PROCEDURE IF EXISTS out_types; CREATE PROCEDURE out_types(OUT s VARCHAR(10), OUT d DATETIME, OUT m DECIMAL(10,2), OUT b BIGINT UNSIGNED, OUT n INT) BEGIN SET s = 'x', d = '2024-02-29 01:02:03', m = 1.5, b = 18446744073709551615, n = NULL; END");
        using MySqlConnection connection = await scene.OpenAsync();
        using MySqlCommand command = Call(connection, "out_types");
        command.Parameters.Add(new MySqlParameter("s", MySqlDbType.VarChar) { Direction = ParameterDirection.Output });
        command.Parameters.Add(new MySqlParameter("d", MySqlDbType.DateTime) { Direction = ParameterDirection.Output });
        command.Parameters.Add(new MySqlParameter("m", MySqlDbType.Decimal) { Direction = ParameterDirection.Output });
        command.Parameters.Add(new MySqlParameter("b", MySqlDbType.UInt64) { Direction = ParameterDirection.Output });
        command.Parameters.Add(new MySqlParameter("n", MySqlDbType.Int32) { Direction = ParameterDirection.Output });
        await scene.TryAsync("run", () => scene.NonQueryAsync(command));
        NoteParameters(scene, command);
        foreach (MySqlParameter parameter in command.Parameters)
            parameter.ResetDbType();

        await scene.TryAsync("untyped", () => scene.NonQueryAsync(command));
        NoteParameters(scene, command);
    }

    public static async Task ChangedByAnotherSession(Scene scene)
    {
        await MakeAsync(scene);
        using MySqlConnection connection = await scene.OpenAsync();
        using MySqlCommand command = Call(connection, "doubled_in");
        command.Parameters.AddWithValue("a", 2);
        await scene.TryAsync("first", () => scene.ScalarAsync(command));
        await scene.PrepareAsync("DROP PROCEDURE doubled_in; CREATE PROCEDURE doubled_in(IN other INT) SELECT other * 3");
        await scene.TryAsync("second", () => scene.ScalarAsync(command));
    }

    private static MySqlCommand Call(MySqlConnection connection, string name) => new(name, connection) { CommandType = CommandType.StoredProcedure };

    private static void Add(MySqlCommand command, string name, ParameterDirection direction, object? value) =>
        command.Parameters.Add(new MySqlParameter(name, MySqlDbType.Int32) { Direction = direction, Value = value });

    private static void NoteParameters(Scene scene, MySqlCommand command)
    {
        foreach (MySqlParameter parameter in command.Parameters)
            scene.Note($"{parameter.ParameterName} {parameter.Direction} {parameter.MySqlDbType}", parameter.Value);
    }

    private static Task MakeAsync(Scene scene) => scene.PrepareAsync(
        """
        DROP PROCEDURE IF EXISTS in_out; CREATE PROCEDURE in_out(IN a INT, INOUT b INT, OUT c INT) BEGIN SET b = b + a; SET c = b * 2; END;
        DROP PROCEDURE IF EXISTS rows_and_out; CREATE PROCEDURE rows_and_out(OUT total INT) BEGIN SET total = 2; SELECT 1 AS a UNION ALL SELECT 2; SELECT 3 AS b; END;
        DROP PROCEDURE IF EXISTS two_results; CREATE PROCEDURE two_results() BEGIN SELECT 1 AS a; SELECT 'x' AS b, 2 AS c; END;
        DROP PROCEDURE IF EXISTS raising; CREATE PROCEDURE raising() SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'raised here', MYSQL_ERRNO = 30001;
        DROP PROCEDURE IF EXISTS doubled_in; CREATE PROCEDURE doubled_in(IN a INT) SELECT a * 2;
        DROP FUNCTION IF EXISTS doubled; CREATE FUNCTION doubled(a INT) RETURNS INT DETERMINISTIC NO SQL RETURN a * 2;
        """);
}
