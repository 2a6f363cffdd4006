namespace ResilientMySql.Calls;

/// <summary>What the caller of a failed call is told.</summary>
/// <param name="Cause">What was lost.</param>
/// <param name="Outcome">Whether the statement ran.</param>
/// <param name="Reason">One sentence on what happened, naming the server or the statement.</param>
/// <param name="Advice">What that means for the statement, and what to do.</param>
internal readonly record struct Loss(LossCause Cause, ExecutionOutcome Outcome, string Reason, string Advice)
{
    public string Message => $"{Reason} {Advice}";

    /// <summary>Whether running the very same statement again is safe and may succeed.</summary>
    public bool IsTransient { get; init; }

    public int Attempts { get; init; }

    public TimeSpan Elapsed { get; init; }

    public ResilientMySqlException ToException(Exception? innerException) => new(this, innerException);
}
