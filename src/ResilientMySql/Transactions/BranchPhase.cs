namespace ResilientMySql.Transactions;

/// <summary>How far the part that a session has in a System.Transactions transaction has come.</summary>
internal enum BranchPhase
{
    /// <summary>Statements run in it.</summary>
    Open,

    /// <summary>It is being committed or rolled back.</summary>
    Ending,

    /// <summary>It was committed; its session is a plain one again.</summary>
    Committed,

    /// <summary>It was not committed, or nobody knows; its session is a plain one again.</summary>
    GivenUp,
}
