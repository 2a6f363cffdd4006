namespace ResilientMySql.Statements;

/// <summary>Where a SET statement looks for the variable it sets.</summary>
internal enum VariableScope
{
    /// <summary>No scope is given: <c>name</c>.</summary>
    Default,

    /// <summary>No scope is given to <c>@@name</c>: the transaction's characteristics then hold for the next one only.</summary>
    Next,

    /// <summary><c>SESSION</c> or <c>LOCAL</c>.</summary>
    Session,

    /// <summary><c>GLOBAL</c>, <c>PERSIST</c> or <c>PERSIST_ONLY</c>: not the session's.</summary>
    Global,

    /// <summary>A user variable: <c>@name</c>.</summary>
    User,
}
