namespace ResilientMySql;

/// <summary>What a lost session took with it.</summary>
public enum LossCause
{
    /// <summary>The link alone: the server could not be reached inside the deadline, or did not answer.</summary>
    Link,

    /// <summary>The open transaction; the server rolls it back (in tables of a transactional engine).</summary>
    Transaction,

    /// <summary>The answer to a commit: the transaction is committed or rolled back, and nobody knows which.</summary>
    Commit,

    /// <summary>State that only the lost session had and no replay rebuilds: a lock, a temporary table, a computed variable.</summary>
    SessionState,

    /// <summary>The rest of a result set whose reader was already handed out.</summary>
    ResultSet,

    /// <summary>What the session did last: <c>LAST_INSERT_ID()</c>, <c>ROW_COUNT()</c>, warnings.</summary>
    OneShotState,

    /// <summary>Nothing was lost: no session of the pool came free inside the deadline.</summary>
    PoolExhausted,
}
