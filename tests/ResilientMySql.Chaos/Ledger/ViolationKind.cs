namespace ResilientMySql.Chaos.Ledger;

/// <summary>Ways to break a promise.</summary>
internal enum ViolationKind
{
    /// <summary>Acknowledged, and not there.</summary>
    LostWrite,

    /// <summary>There more often than once.</summary>
    DoubledWrite,

    /// <summary>Said not to have run, and there.</summary>
    WronglyAbsent,

    /// <summary>A counter stands higher than it may: raised twice, or raised though that was said not to have happened. It does not tell which.</summary>
    CounterTooHigh,

    /// <summary>There, and written by nobody.</summary>
    StrangeWrite,

    /// <summary>A transaction of which one part is there and another is not.</summary>
    TornTransfer,

    /// <summary>A read outside a transaction failed, whose reader had not been handed out, though the server was back in time.</summary>
    FailedRead,

    /// <summary>A read succeeded with something else than what was there, or a write said to have touched more or fewer rows than it did.</summary>
    WrongRead,

    /// <summary>Session state was gone, or another one's, and no error said so.</summary>
    StateLost,

    /// <summary>A new user of a session found what its previous user had left.</summary>
    StateLeaked,

    /// <summary>A setting that can be rebuilt was refused.</summary>
    StateRefused,

    /// <summary>An outcome was said to be unknown while no fault could have reached the write.</summary>
    UnexplainedUnknown,

    /// <summary>More outcomes were said to be unknown than writes were in flight when a fault struck.</summary>
    UnknownsOutnumber,

    /// <summary>The server holds more sessions than it should.</summary>
    SessionLeaked,

    /// <summary>A worker did not end.</summary>
    WorkerBlocked,

    /// <summary>An exception of a kind that no caller should see.</summary>
    UnexpectedError,
}
