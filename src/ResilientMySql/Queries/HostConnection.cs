using ResilientMySql.Io;
using ResilientMySql.Sessions;

namespace ResilientMySql.Queries;

/// <summary>
/// The connection for what takes more than one call, or leaves rows to be read: the host's own, or one that is opened for it. As
/// with every connection, a session that nobody gives back is found by its pool.
/// </summary>
/// <param name="Connection">Open.</param>
/// <param name="IsOwn">Whether it is to be closed by whoever asked for it.</param>
internal readonly record struct HostConnection(ResilientMySqlConnection Connection, bool IsOwn)
{
    /// <exception cref="InvalidOperationException">The connection is not open, or the transaction has ended.</exception>
    public static async ValueTask<HostConnection> OpenAsync<TIo>(QueryTarget target, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        if (target.Host is ResilientMySqlTransaction transaction)
            return new(transaction.OpenConnection(), IsOwn: false);

        if (target.Host is ResilientMySqlConnection connection)
            return new(connection, IsOwn: false);

        ResilientMySqlConnection own = ((ResilientMySqlDataSource)target.Host).CreateConnection();
        await own.OpenAsync<TIo>(OpenPatience.Always, cancellationToken).ConfigureAwait(false);
        return new(own, IsOwn: true);
    }

    public ValueTask CloseAsync<TIo>()
        where TIo : struct, IDriverIo => IsOwn ? Connection.CloseAsync<TIo>() : default;
}
