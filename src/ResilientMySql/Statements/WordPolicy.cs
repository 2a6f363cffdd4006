namespace ResilientMySql.Statements;

/// <summary>Which verbs may stand inside a body that is scanned.</summary>
internal enum WordPolicy
{
    /// <summary>Only queries: a verb that changes rows makes the statement opaque.</summary>
    QueriesOnly,

    /// <summary>Any verb: the statement is planned, not run, or its kind is already known to be a write.</summary>
    AnyVerb,
}
