using System.Runtime.CompilerServices;
using ResilientMySql.Sessions;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration;

/// <summary>
/// The pools behind connection strings live as long as the process, and replace idle sessions that die: those of one test must not
/// come back while the next one counts, or kills, the sessions of the same server.
/// </summary>
internal static class PoolsOfServers
{
    [ModuleInitializer]
    internal static void Register() => ServerPool.LetGo = static server => LetGoAsync(server.Port);

    public static async ValueTask LetGoAsync(int port)
    {
        foreach (SessionPool pool in SessionPools.All)
        {
            if (new ResilientMySqlConnectionStringBuilder(pool.Settings.PublicConnectionString).Port == port)
                await pool.ClearAsync<Io.AsyncIo>();
        }
    }
}
