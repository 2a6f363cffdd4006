namespace ResilientMySql;

/// <summary>When a session is reset that comes back to its pool.</summary>
public enum ResetMode
{
    /// <summary>Where its user has changed it. One that was not is lent again as it is, without a round trip. The default.</summary>
    Smart,

    /// <summary>Every time, at the price of a round trip and of its prepared statements.</summary>
    Always,

    /// <summary>
    /// Not at all: the next user finds what the last one has set. A transaction that is still open, or may be after a CALL or a
    /// list of statements that was not understood, is rolled back even so, which resets the session.
    /// </summary>
    Never,
}
