namespace ResilientMySql.Generators.Findings;

/// <summary>How much of what a statement returns its method takes.</summary>
internal enum TakenResult
{
    /// <summary>No result set: rows affected, or nothing.</summary>
    None,

    /// <summary>The id that AUTO_INCREMENT gave.</summary>
    InsertId,

    /// <summary>Whether there is a row.</summary>
    Existence,

    /// <summary>The first row, however many there are.</summary>
    FirstRow,

    /// <summary>The only row.</summary>
    SingleRow,

    /// <summary>All rows of one result set.</summary>
    AllRows,

    /// <summary>Several result sets.</summary>
    SeveralSets,

    /// <summary>A reader or a stream: the caller looks for itself.</summary>
    Raw,
}
