namespace ResilientMySql;

/// <summary>Whether the statement of a failed call took effect.</summary>
public enum ExecutionOutcome
{
    /// <summary>Nobody can tell: it was sent, and no answer came.</summary>
    Unknown,

    /// <summary>It did not run, or ran in a transaction that the server rolled back.</summary>
    NotExecuted,

    /// <summary>It ran; what was lost is its answer, or something beside it.</summary>
    Executed,
}
