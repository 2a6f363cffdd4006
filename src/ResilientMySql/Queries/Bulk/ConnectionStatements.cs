using System.Globalization;
using ResilientMySql.Execution;
using ResilientMySql.Io;
using ResilientMySql.Pipeline;
using ResilientMySql.Sessions;

namespace ResilientMySql.Queries.Bulk;

/// <summary>What a bulk insert asks of its connection besides the rows; each takes the connection string's Default Command Timeout.</summary>
/// <remarks>
/// Its transaction is begun by a statement: the driver's object would set the session's isolation level too, which is not ours to change.
/// </remarks>
internal static class ConnectionStatements
{
    public const string Begin = "START TRANSACTION";
    public const string Commit = "COMMIT";
    public const string Rollback = "ROLLBACK";

    public static async ValueTask RunAsync<TIo>(ResilientMySqlConnection connection, string sql, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        using var command = new ResilientMySqlCommand(sql, connection);
        var call = new NonQueryCall<CommandStatement>(new(command, CommandUse.Describe));
        await CallPipeline.RunAsync<TIo, NonQueryCall<CommandStatement>, int>(connection.OpenSession(), call, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The server's max_allowed_packet, in bytes; asked once a pool.</summary>
    public static async ValueTask<long> AskPacketLimitAsync<TIo>(ResilientMySqlConnection connection, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        Session session = connection.OpenSession();
        SessionPool pool = session.Pool;
        if (pool.PacketLimit > 0)
            return pool.PacketLimit;

        ResilientMySqlTransaction? transaction = session.DriverTransaction is null ? null : connection.Transaction;
        using var command = new ResilientMySqlCommand("SELECT @@max_allowed_packet", connection, transaction);
        var call = new ScalarCall<CommandStatement>(new(command, CommandUse.Describe));
        object? answer = await CallPipeline.RunAsync<TIo, ScalarCall<CommandStatement>, object?>(session, call, cancellationToken).ConfigureAwait(false);
        return pool.PacketLimit = Convert.ToInt64(answer, CultureInfo.InvariantCulture);
    }
}
