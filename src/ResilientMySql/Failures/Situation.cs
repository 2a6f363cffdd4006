namespace ResilientMySql.Failures;

/// <summary>What a session had to lose when it died.</summary>
internal enum Situation
{
    /// <summary>Nothing, or nothing that a replay does not rebuild.</summary>
    Plain,

    /// <summary>An open transaction.</summary>
    InTransaction,

    /// <summary>A transaction that was lost earlier and has not been given up by its owner yet.</summary>
    TransactionTorn,

    /// <summary>State that no replay rebuilds.</summary>
    Pinned,
}
