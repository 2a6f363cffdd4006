namespace ResilientMySql.Deadlines;

/// <summary>How a watched call ended.</summary>
internal enum WatchEnd
{
    /// <summary>By itself.</summary>
    InTime,

    /// <summary>Its time was up, and its socket was taken away.</summary>
    Expired,

    /// <summary>Its time was up, and the server was asked to stop it; the driver had not set a time itself.</summary>
    Overdue,

    /// <summary>Its caller cancelled it; the socket may have been taken away.</summary>
    Cancelled,
}
