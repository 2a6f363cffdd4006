using System.Runtime.CompilerServices;
using ResilientMySql.Frames;
using ResilientMySql.Io;
using ResilientMySql.Sessions;

namespace ResilientMySql.Queries;

/// <summary>
/// The connection for what takes more than one call, or leaves rows to be read: the host's own, or one that is opened for it. As
/// with every connection, a session that nobody gives back is found by its pool.
/// </summary>
/// <param name="Connection">Open.</param>
/// <param name="Lender">The data source that it goes back to when it is closed; null where it is somebody else's to close.</param>
internal readonly record struct HostConnection(ResilientMySqlConnection Connection, ResilientMySqlDataSource? Lender)
{
    /// <summary>Whether it was opened for its user alone.</summary>
    public bool IsOwn => Lender is not null;

    /// <exception cref="InvalidOperationException">The connection is not open, or the transaction has ended.</exception>
    public static ValueTask<HostConnection> OpenAsync<TIo>(QueryTarget target, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo => target.Host switch
    {
        ResilientMySqlTransaction transaction => new(new HostConnection(transaction.OpenConnection(), Lender: null)),
        ResilientMySqlConnection connection => new(new HostConnection(connection, Lender: null)),
        object dataSource => OpenOwnAsync<TIo>((ResilientMySqlDataSource)dataSource, cancellationToken),
    };

    /// <summary>The one that was opened for that target.</summary>
    public static HostConnection Of(QueryTarget target, ResilientMySqlConnection connection) => new(connection, target.Host as ResilientMySqlDataSource);

    public ValueTask CloseAsync<TIo>()
        where TIo : struct, IDriverIo => Lender is null ? default : CloseOwnAsync<TIo>(Connection, Lender);

    [AsyncMethodBuilder(typeof(ResultFrameBuilder<>))]
    private static async ValueTask<HostConnection> OpenOwnAsync<TIo>(ResilientMySqlDataSource dataSource, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        ResilientMySqlConnection own = dataSource.Hosts.Take();
        await own.OpenAsync<TIo>(OpenPatience.Always, cancellationToken).ConfigureAwait(false);
        return new(own, dataSource);
    }

    [AsyncMethodBuilder(typeof(FrameBuilder))]
    private static async ValueTask CloseOwnAsync<TIo>(ResilientMySqlConnection connection, ResilientMySqlDataSource lender)
        where TIo : struct, IDriverIo
    {
        // A distributed transaction keeps the session, and the connection as its owner.
        bool isFree = connection.LiveSession?.Branch is null;
        await connection.CloseAsync<TIo>().ConfigureAwait(false);
        if (isFree)
            lender.Hosts.Keep(connection);
    }
}
