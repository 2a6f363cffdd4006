namespace ResilientMySql.Failures;

/// <summary>What an error code of the server means beyond "this statement failed".</summary>
[Flags]
internal enum ServerErrorMeaning
{
    None = 0,

    /// <summary>The session is over, though the driver may still call it open.</summary>
    EndsSession = 1,

    /// <summary>The session goes on for its user, and is not lent to another one.</summary>
    RetiresSession = 2,

    /// <summary>The whole transaction is rolled back, not the statement alone.</summary>
    RollsBackTransaction = 4,

    /// <summary>The transaction may be rolled back as a whole; that depends on the server's configuration or on the moment.</summary>
    MayEndTransaction = 8,

    /// <summary>The statement was interrupted, and part of it, or all, may have been done.</summary>
    LeavesInDoubt = 16,

    /// <summary>Where it answers an attempt to open: another one may succeed a little later, with nothing changed on our side.</summary>
    MayOpenLater = 32,
}
