namespace ResilientMySql.Gate;

/// <summary>What happens to the transaction on a session.</summary>
internal enum TransactionEvent
{
    /// <summary>Nothing that concerns transactions.</summary>
    None,

    /// <summary>A query ran that opens a transaction only where autocommit is off, with nothing in it to commit.</summary>
    QueryRan,

    /// <summary>A statement ran that opens a transaction only where autocommit is off.</summary>
    StatementRan,

    /// <summary>BeginTransaction succeeded.</summary>
    ObjectBegun,

    /// <summary>The transaction object was committed, rolled back or disposed of.</summary>
    ObjectEnded,

    /// <summary>A statement began a transaction.</summary>
    TextBegun,

    /// <summary>A statement committed or rolled back, on purpose or by the way.</summary>
    TextEnded,

    /// <summary>autocommit was switched off.</summary>
    AutocommitOff,

    /// <summary>autocommit was switched on.</summary>
    AutocommitOn,

    /// <summary>Something ran that may have committed, or failed after it had.</summary>
    MayHaveEnded,

    /// <summary>The server has rolled the whole transaction back (a deadlock).</summary>
    RolledBackByServer,

    /// <summary>Something ran, and the server says that a transaction is open behind it.</summary>
    FoundOpen,

    /// <summary>Something ran, and the server says that no transaction is open behind it.</summary>
    FoundClosed,

    /// <summary>The session died.</summary>
    SessionLost,
}
