using System.Data.Common;

namespace ResilientMySql.EntityFrameworkCore.Storage;

/// <summary>
/// Adds to a session's <c>sql_mode</c>. Texts mean something else in this mode than the library reads in them, so that the
/// connection is tied to its session until it is closed.
/// </summary>
internal static class SqlMode
{
    private const string Add = "SET SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',NO_BACKSLASH_ESCAPES')";

    public static void AddNoBackslashEscapes(DbConnection connection)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandText = Add;
        command.ExecuteNonQuery();
    }

    public static async Task AddNoBackslashEscapesAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        DbCommand command = connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.CommandText = Add;
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
