using System.Data.Common;

namespace ResilientMySql.EntityFrameworkCore.Storage;

/// <summary>
/// Adds to a session's <c>sql_mode</c> as a literal, which a new session is given again. The provider's own statement computes
/// it, and would tie the connection to its session.
/// </summary>
internal static class SqlMode
{
    private const string Compute = "SELECT CONCAT_WS(',', NULLIF(@@SESSION.sql_mode, ''), 'NO_BACKSLASH_ESCAPES')";

    public static void AddNoBackslashEscapes(DbConnection connection)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandText = Compute;
        command.CommandText = Assign(command.ExecuteScalar());
        command.ExecuteNonQuery();
    }

    public static async Task AddNoBackslashEscapesAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        DbCommand command = connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.CommandText = Compute;
            command.CommandText = Assign(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false));
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static string Assign(object? modes) => $"SET SESSION sql_mode = '{modes}'";
}
