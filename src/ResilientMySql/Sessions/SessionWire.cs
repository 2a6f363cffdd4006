using ResilientMySql.Wire;

namespace ResilientMySql.Sessions;

/// <summary>A session's way past the driver, looked for when it is first asked for: most sessions serve no generated queries.</summary>
internal sealed class SessionWire(Session session)
{
    private WireChannel? _channel;
    private bool _hasLooked;

    /// <summary>The way; null where there is none.</summary>
    public WireChannel? Channel => _hasLooked ? _channel : Open();

    /// <summary>The session has a new physical connection.</summary>
    public void Attach() => (_channel, _hasLooked) = (null, session.Pool.Settings.WireObstacle is not null);

    private WireChannel? Open()
    {
        string obstacle = $"the server is of version {session.ServerVersion}";
        _channel = WireChannel.Suits(session.ServerVersion) ? WireChannel.TryOpen(session.Driver, session.Pool.Settings.GuidFormat, out obstacle) : null;
        _hasLooked = true;
        if (_channel is null)
            session.Pool.Reports.WireOutOfReach(obstacle);

        return _channel;
    }
}
