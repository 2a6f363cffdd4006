namespace ResilientMySql;

/// <summary>When it is looked whether a session is still alive, without a round trip.</summary>
/// <remarks>
/// What is found dead before a statement is sent did not run it, and is replaced. What dies unseen is found by the statement that
/// meets it: a write is then an unknown outcome.
/// </remarks>
public enum ProbeMode
{
    /// <summary>Before each call, and when a session is lent that has rested for a moment. The default: under a microsecond a call.</summary>
    BeforeCall,

    /// <summary>Whenever a session is lent, and not afterwards.</summary>
    OnLease,

    /// <summary>Not at all.</summary>
    Never,
}
