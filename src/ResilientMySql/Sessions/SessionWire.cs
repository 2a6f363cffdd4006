using ResilientMySql.Wire;

namespace ResilientMySql.Sessions;

/// <summary>
/// What a session's generated queries need to go past the driver. The way itself is looked for when it is first asked for: most
/// sessions serve no such queries.
/// </summary>
internal sealed class SessionWire(Session session)
{
    private WireChannel? _channel;
    private bool _hasLooked;

    /// <summary>The way; null where there is none.</summary>
    public WireChannel? Channel => _hasLooked ? _channel : Open();

    /// <summary>Which way the queries have gone, on all of the session's physical connections.</summary>
    public WireCounts Counts { get; } = new();

    /// <summary>The session has a new physical connection.</summary>
    public void Attach() => (_channel, _hasLooked) = (null, false);

    private WireChannel? Open()
    {
        _channel = TryOpen(out string obstacle);
        _hasLooked = true;
        if (_channel is null)
            session.Pool.Reports.WireOutOfReach(obstacle);

        return _channel;
    }

    private WireChannel? TryOpen(out string obstacle)
    {
        if (session.Pool.Settings.WireObstacle is { } option)
            obstacle = option;
        else if (WireChannel.Suits(session.ServerVersion))
            return WireChannel.TryOpen(session.Driver, session.Pool.Settings.GuidFormat, out obstacle);
        else
            obstacle = $"the server is of version {session.ServerVersion}";

        return null;
    }
}
