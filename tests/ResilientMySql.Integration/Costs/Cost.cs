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

    /// <summary>Of several equal calls: round trips as few as in the best of them, and everything else as in each of them.</summary>
    /// <remarks>
    /// What a client sends together may reach the proxy one by one, so late that the first is answered already: that looks like a
    /// round trip more, never like one less.
    /// </remarks>
    /// <exception cref="InvalidOperationException">Not every call has sent the same.</exception>
    public static Cost Of(IEnumerable<ProxyCounters> calls)
    {
        Cost[] costs = [.. calls.Select(Of)];
        long fewest = costs.Min(static cost => cost.RoundTrips);
        Cost[] different = [.. costs.Select(cost => cost with { RoundTrips = fewest }).Distinct()];
        return different is [var only] ? only : throw new InvalidOperationException($"Equal calls do not cost the same: {string.Join(", ", different)}.");
    }

    private static Cost Of(ProxyCounters call) => new(
        call.RoundTrips, call.Requests, call.Connections, call.RequestsOf(ServerCommand.Prepare),
        call.BytesFromClients - (HeaderLength * call.PacketsFromClients));
}
