using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace ResilientMySql.EntityFrameworkCore.Infrastructure;

/// <summary>What servers have said that they are: options are built for every context, and a server is not asked each time.</summary>
internal static class ServerVersions
{
    private static readonly ConcurrentDictionary<string, ServerVersion> Known = new(StringComparer.Ordinal);

    /// <summary>Connects where nobody has asked yet. A server that does not answer is asked again the next time.</summary>
    public static ServerVersion Detect(string driverConnectionString) =>
        Known.GetOrAdd(driverConnectionString, static connectionString => ServerVersion.AutoDetect(connectionString));
}
