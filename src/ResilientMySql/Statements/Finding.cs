namespace ResilientMySql.Statements;

/// <summary>What one token in the body of a statement means for the whole.</summary>
internal enum Finding
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A query begins.</summary>
    Query,

    /// <summary>A verb that changes rows.</summary>
    Verb,

    /// <summary>Something happens outside the session.</summary>
    Effect,

    /// <summary>Rows are locked.</summary>
    Lock,

    /// <summary>State stays on the session.</summary>
    Pin,

    /// <summary>LAST_INSERT_ID is given a value.</summary>
    SetsInsertId,

    /// <summary>LAST_INSERT_ID is asked for its value.</summary>
    AsksInsertId,

    /// <summary>ROW_COUNT is asked for.</summary>
    AsksLastStatement,

    /// <summary>FOUND_ROWS is asked for.</summary>
    AsksFoundRows,

    /// <summary>The session's number or its last draw from a sequence is asked for.</summary>
    AsksIdentity,

    /// <summary>Nobody knows.</summary>
    Unknown,
}
