namespace ResilientMySql.Generators.Effects;

/// <summary>Whether a statement is repeated when its session died under it and nobody knows whether it ran; and why.</summary>
internal enum Repetition
{
    /// <summary>Yes: it only reads.</summary>
    Reads,

    /// <summary>Yes: it reads, and its locks go with the session.</summary>
    ReadsAndLocks,

    /// <summary>Yes: it touches nothing but its session.</summary>
    OnlyTheSession,

    /// <summary>Yes: it writes, and its author says that twice is as good as once.</summary>
    Declared,

    /// <summary>No: it writes.</summary>
    Writes,

    /// <summary>No: it commits, by its nature or by the way.</summary>
    Commits,

    /// <summary>No: it begins or ends a part of a transaction.</summary>
    ControlsTransaction,

    /// <summary>No: it leaves on its session what no other session can be given.</summary>
    Pins,

    /// <summary>No: it asks what the session did before, and another session would not know.</summary>
    AsksForThePast,

    /// <summary>No: it is not understood.</summary>
    NotUnderstood,

    /// <summary>No: it runs inside a transaction, which is lost with its session.</summary>
    InTransaction,
}
