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

    /// <summary>Tells what became of the statement before: ROW_COUNT.</summary>
    RowCount,

    /// <summary>Tells how many rows the query before had: FOUND_ROWS.</summary>
    FoundRows,

    /// <summary>LAST_INSERT_ID, which tells without an argument and sets with one.</summary>
    LastInsertId,

    /// <summary>Tells what only this very session has: its number, or what it last drew from a sequence.</summary>
    Identity,
}
