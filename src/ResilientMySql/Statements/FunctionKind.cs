namespace ResilientMySql.Statements;

/// <summary>What calling a function does beyond giving a value.</summary>
internal enum FunctionKind
{
    /// <summary>Not on the list: possibly a stored or loadable function, which may do anything.</summary>
    Unknown,

    /// <summary>Nothing.</summary>
    Pure,

    /// <summary>Something outside the session, such as drawing from a sequence, or waiting: not to be repeated.</summary>
    Effect,

    /// <summary>Takes or gives up a named lock.</summary>
    Lock,

    /// <summary>Tells what the session did just before.</summary>
    OneShot,

    /// <summary>LAST_INSERT_ID, which tells without an argument and sets with one.</summary>
    LastInsertId,
}
