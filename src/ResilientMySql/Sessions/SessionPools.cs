using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using ResilientMySql.Io;

namespace ResilientMySql.Sessions;

/// <summary>The pools that connections without a data source share: one for each distinct connection string.</summary>
internal static class SessionPools
{
    private static readonly ConcurrentDictionary<string, SessionPool> Pools = new(StringComparer.Ordinal);

    /// <summary>Those that there are.</summary>
    public static IEnumerable<SessionPool> All => Pools.Values;

    /// <exception cref="ArgumentException">The connection string is not valid.</exception>
    public static SessionPool For(string connectionString) => Pools.GetOrAdd(connectionString, Create);

    /// <summary>Clears all of them.</summary>
    public static async ValueTask ClearAsync<TIo>()
        where TIo : struct, IDriverIo
    {
        foreach (SessionPool pool in All)
            await pool.ClearAsync<TIo>().ConfigureAwait(false);
    }

    private static SessionPool Create(string connectionString) =>
        new(new SessionSettings(connectionString), NullLoggerFactory.Instance, TimeProvider.System);
}
