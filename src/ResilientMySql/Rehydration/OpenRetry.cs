namespace ResilientMySql.Rehydration;

/// <summary>Whether a failed attempt to open is followed by another.</summary>
internal enum OpenRetry
{
    /// <summary>One attempt.</summary>
    None,

    /// <summary>As many as the deadline allows.</summary>
    UntilDeadline,
}
