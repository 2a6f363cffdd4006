using System.Collections.Concurrent;
using System.Collections.Frozen;
using ResilientMySql.Testing.Protocol;

namespace ResilientMySql.Testing.Proxying;

/// <summary>Counts what goes through the proxy. Thread-safe.</summary>
internal sealed class TrafficCounter
{
    private readonly ConcurrentDictionary<ServerCommand, long> _byCommand = new();
    private long _connections;
    private long _roundTrips;
    private long _bytesFromClients;
    private long _bytesFromServer;
    private long _packetsFromClients;
    private long _packetsFromServer;

    public void NoteConnection() => Interlocked.Increment(ref _connections);

    public void NoteRequest(Exchange exchange)
    {
        if (exchange.StartsRoundTrip)
            Interlocked.Increment(ref _roundTrips);
        _byCommand.AddOrUpdate(exchange.Request.Command, 1, static (_, count) => count + 1);
    }

    public void NoteFromClient(int byteCount, long packetCount)
    {
        Interlocked.Add(ref _bytesFromClients, byteCount);
        Interlocked.Add(ref _packetsFromClients, packetCount);
    }

    public void NoteFromServer(int byteCount, long packetCount)
    {
        Interlocked.Add(ref _bytesFromServer, byteCount);
        Interlocked.Add(ref _packetsFromServer, packetCount);
    }

    public ProxyCounters Snapshot()
    {
        FrozenDictionary<ServerCommand, long> byCommand = _byCommand.ToFrozenDictionary();
        return new ProxyCounters
        {
            Connections = Interlocked.Read(ref _connections),
            Requests = byCommand.Values.Sum(),
            RoundTrips = Interlocked.Read(ref _roundTrips),
            BytesFromClients = Interlocked.Read(ref _bytesFromClients),
            BytesFromServer = Interlocked.Read(ref _bytesFromServer),
            PacketsFromClients = Interlocked.Read(ref _packetsFromClients),
            PacketsFromServer = Interlocked.Read(ref _packetsFromServer),
            ByCommand = byCommand,
        };
    }
}
