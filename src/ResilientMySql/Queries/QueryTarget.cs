using System.ComponentModel;
using ResilientMySql.Sessions;

namespace ResilientMySql.Queries;

/// <summary>What a generated statement runs on: a data source, an open connection, or a transaction.</summary>
/// <remarks>
/// On a data source each call leases a session of its own. On a connection it runs inside that connection's transaction where it has
/// one, and is recovered, or not, as any command of the connection.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public readonly struct QueryTarget
{
    // In seconds; timers count milliseconds in 32 bits.
    private const int LongestTimeout = int.MaxValue / 1000;

    private readonly object? _host;
    private readonly int? _timeout;

    private QueryTarget(object? host, int? timeout)
    {
        _host = host;
        _timeout = timeout;
    }

    /// <summary>The data source, the connection or the transaction.</summary>
    /// <exception cref="ArgumentNullException">There is none.</exception>
    internal object Host => _host ?? throw new ArgumentNullException("target", "A generated statement needs a data source, a connection or a transaction to run on.");

    /// <summary>How long the call may take, recovery included, in seconds; 0 for no limit.</summary>
    internal int CommandTimeout => _timeout ?? Host switch
    {
        ResilientMySqlDataSource dataSource => dataSource.Pool.Settings.DefaultCommandTimeout,
        ResilientMySqlTransaction transaction => transaction.OpenConnection().DefaultCommandTimeout,
        _ => ((ResilientMySqlConnection)Host).DefaultCommandTimeout,
    };

    /// <summary>Each call leases a session.</summary>
    public static implicit operator QueryTarget(ResilientMySqlDataSource dataSource) => new(dataSource, null);

    /// <summary>Calls run on the connection, which must be open.</summary>
    public static implicit operator QueryTarget(ResilientMySqlConnection connection) => new(connection, null);

    /// <summary>Calls run inside the transaction, which must be its connection's current one.</summary>
    public static implicit operator QueryTarget(ResilientMySqlTransaction transaction) => new(transaction, null);

    /// <summary>The same with a time limit for the call, recovery of a lost session included.</summary>
    /// <param name="seconds">0 for no limit; more than 2,147,483 s count as so many.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public QueryTarget WithTimeout(int seconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(seconds);
        return new(_host, Math.Min(seconds, LongestTimeout));
    }

    /// <summary>The same with a time limit for the call, recovery of a lost session included.</summary>
    /// <param name="timeout">
    /// Rounded up to whole seconds; <see cref="TimeSpan.Zero"/> or <see cref="Timeout.InfiniteTimeSpan"/> for no limit; more than
    /// 2,147,483 s count as so many.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public QueryTarget WithTimeout(TimeSpan timeout)
    {
        if (timeout == Timeout.InfiniteTimeSpan)
            return new(_host, 0);

        ArgumentOutOfRangeException.ThrowIfLessThan(timeout, TimeSpan.Zero);
        return new(_host, (int)Math.Min(Math.Ceiling(timeout.TotalSeconds), LongestTimeout));
    }

    /// <summary>The session of the connection or the transaction.</summary>
    /// <exception cref="InvalidOperationException">The connection is not open, or the transaction has ended.</exception>
    internal Session OpenSession() => Host is ResilientMySqlTransaction transaction
        ? transaction.OpenConnection().OpenSession()
        : ((ResilientMySqlConnection)Host).OpenSession();
}
