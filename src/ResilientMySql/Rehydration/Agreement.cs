namespace ResilientMySql.Rehydration;

/// <summary>Whether a value that was read back is the one that was written.</summary>
internal enum Agreement
{
    /// <summary>It is, or cannot be compared at all.</summary>
    Same,

    /// <summary>It is not: both are written in the same way.</summary>
    Different,

    /// <summary>It reads differently, which may be the server's spelling.</summary>
    Unclear,
}
