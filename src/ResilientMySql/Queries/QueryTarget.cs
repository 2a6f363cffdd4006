using System.ComponentModel;

namespace ResilientMySql.Queries;

/// <summary>What a generated statement runs on: a data source, an open connection, or a transaction.</summary>
/// <remarks>
/// On a data source each call leases a session of its own. On a connection it runs inside that connection's transaction where it has
/// one, and is recovered, or not, as any command of the connection.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public readonly struct QueryTarget
{
    private readonly object? _host;
    private readonly int? _timeoutSeconds;

    private QueryTarget(object? host, int? timeoutSeconds)
    {
        _host = host;
        _timeoutSeconds = timeoutSeconds;
    }

    /// <summary>The data source, the connection or the transaction.</summary>
    internal object Host => _host ?? throw new ArgumentNullException("target", "A generated statement needs a data source, a connection or a transaction to run on.");

    /// <summary>The call's own time limit; null for the connection string's.</summary>
    internal int? TimeoutSeconds => _timeoutSeconds;

    /// <summary>Each call leases a session.</summary>
    public static implicit operator QueryTarget(ResilientMySqlDataSource dataSource) => new(dataSource, null);

    /// <summary>Calls run on the connection, which must be open.</summary>
    public static implicit operator QueryTarget(ResilientMySqlConnection connection) => new(connection, null);

    /// <summary>Calls run inside the transaction.</summary>
    public static implicit operator QueryTarget(ResilientMySqlTransaction transaction) => new(transaction, null);

    /// <summary>The same with a time limit for the call, in seconds; 0 for none.</summary>
    public QueryTarget WithTimeout(int seconds) => new(_host, seconds);

    /// <summary>The same with a time limit for the call, rounded up to whole seconds; <see cref="TimeSpan.Zero"/> for none.</summary>
    public QueryTarget WithTimeout(TimeSpan timeout) => new(_host, (int)Math.Ceiling(timeout.TotalSeconds));
}
