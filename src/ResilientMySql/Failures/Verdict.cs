namespace ResilientMySql.Failures;

/// <summary>What is done about a failed call.</summary>
internal enum Verdict
{
    /// <summary>The driver's exception goes to the caller as it is.</summary>
    SurfaceAnswer,

    /// <summary>Rehydrate, then run: the statement did not run yet.</summary>
    Run,

    /// <summary>Rehydrate, then run once more: it may have run, and that does not matter.</summary>
    RunOnceMore,

    /// <summary>The lost transaction is rolled back, as its owner asks; then run on a new session.</summary>
    AcceptRollback,

    /// <summary>Tell the caller that the transaction is lost.</summary>
    SurfaceTransactionLost,

    /// <summary>Tell the caller that the commit's outcome is unknown.</summary>
    SurfaceCommitUnknown,

    /// <summary>Tell the caller that what it asks for died with the session.</summary>
    SurfaceOneShotLost,

    /// <summary>Tell the caller that session state is lost.</summary>
    SurfaceStateLost,

    /// <summary>Tell the caller that the statement may have run.</summary>
    SurfaceOutcomeUnknown,
}
