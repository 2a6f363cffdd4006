using ResilientMySql.Benchmarks.Servers;
using ResilientMySql.Testing;
using ResilientMySql.TestServers;

namespace ResilientMySql.Benchmarks.Http.Counting;

/// <summary>What one contender sent for so many HTTP requests, counted and not timed.</summary>
/// <param name="Engine">To which server.</param>
/// <param name="Contender">Who sent it.</param>
/// <param name="Requests">How many HTTP requests it answered.</param>
/// <param name="OnTheWay">What a proxy between it and the server saw.</param>
/// <param name="AtServer">What the server counted.</param>
internal sealed record RequestCounts(ServerEngine Engine, HttpContender Contender, long Requests, ProxyCounters OnTheWay, CommandCounts AtServer)
{
    /// <summary>How often it sent something and then waited for the server.</summary>
    public double RoundTrips => PerRequest(OnTheWay.RoundTrips);

    public double Commands => PerRequest(AtServer[CommandCounts.Commands]);

    public double Connections => PerRequest(OnTheWay.Connections);

    /// <summary>What TCP carried to the server: the protocol's packets with their heads.</summary>
    public double BytesToServer => PerRequest(OnTheWay.BytesFromClients);

    private double PerRequest(long count) => count / (double)Requests;
}
