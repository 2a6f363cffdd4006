using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using ResilientMySql.Io;

namespace ResilientMySql.Sessions;

/// <summary>The pools that connections without a data source share: one for each distinct connection string.</summary>
internal static class SessionPools
{
    private static readonly ConcurrentDictionary<string, Lazy<SessionPool>> Pools = new(StringComparer.Ordinal);

    public static SessionPool For(string connectionString) =>
        Pools.GetOrAdd(connectionString, static text => new Lazy<SessionPool>(() => Create(text))).Value;

    /// <summary>Clears all of them.</summary>
    public static async ValueTask ClearAsync<TIo>()
        where TIo : struct, IDriverIo
    {
        foreach (Lazy<SessionPool> pool in Pools.Values)
        {
            if (pool.IsValueCreated)
                await pool.Value.ClearAsync<TIo>().ConfigureAwait(false);
        }
    }

    private static SessionPool Create(string connectionString) =>
        new(new SessionSettings(connectionString), NullLoggerFactory.Instance, TimeProvider.System);
}
