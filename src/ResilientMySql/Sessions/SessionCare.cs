namespace ResilientMySql.Sessions;

/// <summary>What an idle session needs.</summary>
internal enum SessionCare
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>To be pinged, so that nobody on the way forgets it.</summary>
    Ping,

    /// <summary>A new physical connection: it died.</summary>
    Replace,

    /// <summary>To be closed.</summary>
    Close,
}
