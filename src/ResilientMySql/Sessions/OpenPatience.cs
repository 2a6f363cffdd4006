namespace ResilientMySql.Sessions;

/// <summary>Whether opening is tried again while the server cannot be reached.</summary>
internal enum OpenPatience
{
    /// <summary>Never: whoever asks comes back by himself.</summary>
    Once,

    /// <summary>Only if this pool has reached its server before: a wrong address shows at once.</summary>
    OnceReached,

    /// <summary>Always, until the deadline.</summary>
    Always,
}
