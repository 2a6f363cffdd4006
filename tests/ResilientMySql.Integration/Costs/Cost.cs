using ResilientMySql.Testing;

namespace ResilientMySql.Integration.Costs;

/// <summary>What a call sends, as a proxy counts it.</summary>
/// <param name="RoundTrips">How often the caller waits for the server.</param>
/// <param name="Commands">How many commands the server gets.</param>
/// <param name="Connections">How many connections are opened.</param>
/// <param name="Prepared">How many statements are prepared.</param>
/// <param name="Bytes">How many bytes are sent to the server, without the packets' headers.</param>
internal readonly record struct Cost(long RoundTrips, long Commands, long Connections, long Prepared, long Bytes)
{
    private const int HeaderLength = 4;

    /// <summary>Of several equal calls, all of which must have sent the same.</summary>
    /// <exception cref="InvalidOperationException">One has not.</exception>
    public static Cost Of(IEnumerable<ProxyCounters> calls)
    {
        Cost[] different = [.. calls.Select(Of).Distinct()];
        return different is [var only] ? only : throw new InvalidOperationException($"Equal calls do not cost the same: {string.Join(", ", different)}.");
    }

    private static Cost Of(ProxyCounters call) => new(
        call.RoundTrips, call.Requests, call.Connections, call.RequestsOf(ServerCommand.Prepare),
        call.BytesFromClients - (HeaderLength * call.PacketsFromClients));
}
