namespace ResilientMySql.Chaos.Subjects;

/// <summary>What the user of a subject takes an exception for.</summary>
internal enum Reading
{
    /// <summary>It did not run.</summary>
    DidNotRun,

    /// <summary>It may have run.</summary>
    MayHaveRun,

    /// <summary>It ran, and its answer is lost.</summary>
    Ran,

    /// <summary>Its transaction is rolled back.</summary>
    TransactionLost,

    /// <summary>Its transaction is committed or rolled back.</summary>
    CommitUnknown,

    /// <summary>The rest of a result is lost whose reader was handed out before.</summary>
    ResultSetLost,

    /// <summary>The server answered with an error: it did not run.</summary>
    Answered,

    /// <summary>Nothing that the subject may throw.</summary>
    Unexpected,
}
