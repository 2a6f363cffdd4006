using System.Data.Common;
using ResilientMySql.Gate;

namespace ResilientMySql.EntityFrameworkCore.Storage;

/// <summary>Entity Framework expects that a statement outside of its transactions commits by itself.</summary>
internal static class Autocommit
{
    private const string On = "SET autocommit = 1";

    /// <summary>Whether the server has it off for new sessions. Known since the session was opened; nothing is asked.</summary>
    public static bool IsOff(DbConnection connection) =>
        connection is ResilientMySqlConnection resilient && resilient.OpenSession().Transaction.State is TransactionState.Due;

    public static void SwitchOn(DbConnection connection)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandText = On;
        command.ExecuteNonQuery();
    }

    public static async Task SwitchOnAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        DbCommand command = connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.CommandText = On;
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
