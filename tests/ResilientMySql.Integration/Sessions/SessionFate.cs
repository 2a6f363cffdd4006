namespace ResilientMySql.Integration.Sessions;

/// <summary>What is to become of a session when its user has gone.</summary>
public enum SessionFate
{
    /// <summary>The next user gets the same one, as it is or reset.</summary>
    Kept,

    /// <summary>It may be closed, where a reset would not do or nobody knows.</summary>
    Any,
}
