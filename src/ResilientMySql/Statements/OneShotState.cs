namespace ResilientMySql.Statements;

/// <summary>What a session remembers of its last statements, and a new session cannot know.</summary>
[Flags]
internal enum OneShotState : byte
{
    None = 0,

    /// <summary>The affected rows, the warnings and the errors of the statement before.</summary>
    LastStatement = 1,

    /// <summary>The number of rows that the query before found.</summary>
    FoundRows = 2,

    /// <summary>The last number that AUTO_INCREMENT gave.</summary>
    InsertId = 4,

    /// <summary>What no other session ever has: its number, its counters, its last draw from a sequence.</summary>
    Identity = 8,
}
