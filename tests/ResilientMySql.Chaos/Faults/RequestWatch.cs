using System.Collections.Concurrent;
using System.Diagnostics;
using ResilientMySql.Chaos.Workers.Generated;
using ResilientMySql.Testing;
using ResilientMySql.Testing.Faults;

namespace ResilientMySql.Chaos.Faults;

/// <summary>Sees every request that comes to the proxy, and whose it is. Thread-safe.</summary>
internal sealed class RequestWatch(FaultProxy proxy)
{
    private readonly ConcurrentDictionary<int, WatchedConnection> _connections = new();
    private readonly ConcurrentDictionary<int, long> _lastRisks = new();
    private volatile bool _isWaitTimeoutShort;

    /// <summary>Whether sessions opened now end when they are idle for a second.</summary>
    public bool IsWaitTimeoutShort
    {
        get => _isWaitTimeoutShort;
        set => _isWaitTimeoutShort = value;
    }

    /// <summary>Before every other injection, and again after each <see cref="FaultProxy.Heal"/>: the first one is asked first.</summary>
    public void Start() => proxy.Inject(new Delay(TimeSpan.Zero), See, Injection.Always);

    /// <summary>Whether a request of the worker has come since then on a session that may just have been ending by itself.</summary>
    public bool HasMetTimeout(int worker, long since) => _lastRisks.TryGetValue(worker, out long last) && last >= since;

    /// <summary>
    /// Whose request it is, as far as it can be told: a COMMIT and a generated statement are of whoever spoke last on the
    /// connection.
    /// </summary>
    public int? WorkerOf(ProxiedRequest request) =>
        WorkerTag.Read(request.Sql) ?? (IsCommit(request) || IsGenerated(request) ? ConnectionOf(request).Worker : null);

    public static bool IsCommit(ProxiedRequest request) => request.Sql?.StartsWith("COMMIT", StringComparison.OrdinalIgnoreCase) is true;

    private static bool IsGenerated(ProxiedRequest request) => request.Sql?.Contains(SoakStatements.Mark, StringComparison.Ordinal) is true;

    private bool See(ProxiedRequest request)
    {
        long now = Stopwatch.GetTimestamp();
        WatchedConnection connection = ConnectionOf(request);
        bool mayEnd = connection.Note(now);
        connection.Worker = WorkerOf(request) ?? connection.Worker;
        if (mayEnd && connection.Worker is { } worker)
            _lastRisks[worker] = now;
        return false;
    }

    private WatchedConnection ConnectionOf(ProxiedRequest request) =>
        _connections.GetOrAdd(request.ConnectionId, static (_, isShort) => new WatchedConnection(isShort), _isWaitTimeoutShort);
}
