using System.Data;
using MySqlConnector;
using ResilientMySql.Conformance.Transcripts;

namespace ResilientMySql.Conformance.Cases;

/// <summary>Writes down everything that a reader gives.</summary>
public static class Rows
{
    /// <summary>Columns, types and values of every result set, and the counts on the way; leaves the reader open.</summary>
    public static async Task NoteAllAsync(this Scene scene, MySqlDataReader reader)
    {
        int result = 0;
        do
        {
            NoteHeader(scene, reader, ++result);
            while (await scene.ReadAsync(reader))
                scene.Write("row " + string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(column => Cell(reader, column))));
        }
        while (await scene.NextResultAsync(reader));

        scene.Note("affected", reader.RecordsAffected);
    }

    /// <summary>Runs a query and writes down what comes back, or what it throws.</summary>
    public static Task NoteAllAsync(this Scene scene, MySqlCommand command, CommandBehavior behavior = CommandBehavior.Default) =>
        scene.DoAsync("all of " + command.CommandText, async () =>
        {
            MySqlDataReader reader = await scene.ReaderAsync(command, behavior);
            try
            {
                await scene.NoteAllAsync(reader);
            }
            finally
            {
                await scene.CloseAsync(reader);
            }
        });

    /// <summary>Runs a query and writes down what comes back, or what it throws.</summary>
    public static async Task NoteAllAsync(this Scene scene, MySqlConnection connection, string sql)
    {
        using var command = new MySqlCommand(sql, connection);
        await scene.NoteAllAsync(command);
    }

    private static void NoteHeader(Scene scene, MySqlDataReader reader, int result)
    {
        IEnumerable<string> columns = Enumerable.Range(0, reader.FieldCount)
            .Select(column => $"{reader.GetName(column)} {reader.GetDataTypeName(column)} {TypeNames.Of(reader.GetFieldType(column))}");
        scene.Write($"result {result}: rows {reader.HasRows}, affected {reader.RecordsAffected}, columns {string.Join(", ", columns)}");
    }

    private static string Cell(MySqlDataReader reader, int column)
    {
        try
        {
            return Describe.Value(reader.GetValue(column));
        }
        catch (Exception exception)
        {
            return Describe.Exception(exception).Text;
        }
    }
}
