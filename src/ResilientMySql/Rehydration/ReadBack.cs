using System.Data;
using System.Globalization;
using System.Text;
using MySqlConnector;
using ResilientMySql.Io;

namespace ResilientMySql.Rehydration;

/// <summary>Reads values of a session as text.</summary>
internal static class ReadBack
{
    public static async ValueTask<string?[]> RunAsync<TIo>(MySqlConnection driver, IEnumerable<string> expressions)
        where TIo : struct, IDriverIo
    {
        // The limit outdoes sql_select_limit, which may be among the settings.
        using var command = new MySqlCommand($"SELECT {string.Join(", ", expressions)} LIMIT 1", driver);
        MySqlDataReader reader = await TIo.ExecuteReaderAsync(command, CommandBehavior.Default).ConfigureAwait(false);
        try
        {
            await TIo.ReadAsync(reader).ConfigureAwait(false);
            var values = new string?[reader.FieldCount];
            for (int i = 0; i < values.Length; i++)
                values[i] = TextOf(reader, i);

            return values;
        }
        finally
        {
            await TIo.CloseReaderAsync(reader).ConfigureAwait(false);
        }
    }

    /// <summary>Under <c>SET NAMES binary</c> texts come as bytes.</summary>
    public static string? TextOf(MySqlDataReader reader, int ordinal) => reader.GetValue(ordinal) switch
    {
        DBNull => null,
        byte[] bytes => Encoding.UTF8.GetString(bytes),
        var value => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
