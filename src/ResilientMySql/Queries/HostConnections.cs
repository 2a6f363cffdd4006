using System.Collections.Concurrent;
using ResilientMySql.Sessions;

namespace ResilientMySql.Queries;

/// <summary>
/// Closed connections of a data source that generated queries have done with, for the next ones. Nobody else has ever seen them,
/// so that nobody can use one that is no longer his.
/// </summary>
internal sealed class HostConnections(SessionPool pool, string connectionString)
{
    private const int Most = 16;

    private readonly ConcurrentQueue<ResilientMySqlConnection> _spare = new();

    public ResilientMySqlConnection Take() =>
        _spare.TryDequeue(out ResilientMySqlConnection? spare) ? spare : new ResilientMySqlConnection(pool, connectionString) { KeepsReader = true };

    /// <param name="connection">One of ours, closed.</param>
    public void Keep(ResilientMySqlConnection connection)
    {
        // One that holds on to its session would keep it from everybody else.
        if (pool.Settings.Pool.CloseReturnsSession && _spare.Count < Most)
            _spare.Enqueue(connection);
    }
}
