using System.Collections.Frozen;

namespace ResilientMySql.Testing;

/// <summary>What has gone through a proxy up to one moment; immutable. The difference of two says what happened between them.</summary>
/// <remarks>Counted is what arrived, also where a fault kept it from going further.</remarks>
public sealed record ProxyCounters
{
    internal FrozenDictionary<ServerCommand, long> ByCommand { get; init; } = FrozenDictionary<ServerCommand, long>.Empty;

    /// <summary>Connections accepted.</summary>
    public long Connections { get; init; }

    /// <summary>Requests, answered or not. Logging in is none; on an encrypted connection its parts cannot be told apart and are.</summary>
    public long Requests { get; init; }

    /// <summary>How often a client spoke and then waited for the server; requests sent together share one.</summary>
    public long RoundTrips { get; init; }

    /// <summary>Bytes from clients.</summary>
    public long BytesFromClients { get; init; }

    /// <summary>Bytes from the server.</summary>
    public long BytesFromServer { get; init; }

    /// <summary>Protocol packets from clients, those of the login included; none of encrypted or compressed ones.</summary>
    public long PacketsFromClients { get; init; }

    /// <summary>Protocol packets from the server, those of the login included; none of encrypted or compressed ones.</summary>
    public long PacketsFromServer { get; init; }

    /// <summary>How many of <see cref="Requests"/> had this command.</summary>
    public long RequestsOf(ServerCommand command) => ByCommand.GetValueOrDefault(command);

    /// <summary>What came since <paramref name="earlier"/>.</summary>
    public ProxyCounters Since(ProxyCounters earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        return new ProxyCounters
        {
            Connections = Connections - earlier.Connections,
            Requests = Requests - earlier.Requests,
            RoundTrips = RoundTrips - earlier.RoundTrips,
            BytesFromClients = BytesFromClients - earlier.BytesFromClients,
            BytesFromServer = BytesFromServer - earlier.BytesFromServer,
            PacketsFromClients = PacketsFromClients - earlier.PacketsFromClients,
            PacketsFromServer = PacketsFromServer - earlier.PacketsFromServer,
            ByCommand = ByCommand.ToFrozenDictionary(
                static pair => pair.Key, pair => pair.Value - earlier.RequestsOf(pair.Key)),
        };
    }
}
