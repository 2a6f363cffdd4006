namespace ResilientMySql.Calls;

/// <summary>What the caller of a failed call is told.</summary>
internal readonly record struct Loss(LossCause Cause, ExecutionOutcome Outcome, string Message)
{
    /// <summary>Whether running the very same statement again is safe and may succeed.</summary>
    public bool IsTransient { get; init; }

    public int Attempts { get; init; }

    public TimeSpan Elapsed { get; init; }

    public ResilientMySqlException ToException(Exception? innerException) => new(this, innerException);
}
