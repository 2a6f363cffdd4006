namespace ResilientMySql.Statements;

/// <summary>What a statement does, as far as its text tells.</summary>
internal enum StatementKind : byte
{
    /// <summary>Nothing to run: blanks and comments.</summary>
    Empty,

    /// <summary>Reads rows and leaves nothing behind: it may run twice.</summary>
    Read,

    /// <summary>Reads rows and locks them until the transaction ends.</summary>
    LockingRead,

    /// <summary>Has an effect outside the session, and none on it: it must not run twice.</summary>
    Write,

    /// <summary>Opens a transaction.</summary>
    Begin,

    /// <summary>Commits the transaction.</summary>
    Commit,

    /// <summary>Rolls the transaction back as a whole.</summary>
    Rollback,

    /// <summary>Sets, releases or rolls back to a savepoint; the transaction stays open.</summary>
    Savepoint,

    /// <summary>Commits the open transaction by the way (DDL and its kin), and must not run twice.</summary>
    ImplicitCommit,

    /// <summary>Changes the default schema.</summary>
    UseSchema,

    /// <summary>Sets session state to literals: replayed as it stands on a new session.</summary>
    SetSession,

    /// <summary><c>SET autocommit = 1</c>, which also commits.</summary>
    AutocommitOn,

    /// <summary><c>SET autocommit = 0</c>: from here on a transaction may be open at any time.</summary>
    AutocommitOff,

    /// <summary>Leaves session state that no replay can rebuild: a lock, a temporary table, a computed variable.</summary>
    Pin,

    /// <summary>Not understood, so taken for the worst: it may have done any of the above.</summary>
    Opaque,
}
