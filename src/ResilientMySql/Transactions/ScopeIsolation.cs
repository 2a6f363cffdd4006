using System.Transactions;

namespace ResilientMySql.Transactions;

/// <summary>The isolation levels of System.Transactions in MySQL's words.</summary>
internal static class ScopeIsolation
{
    /// <summary>The level to set; unspecified means REPEATABLE READ, as it does to the driver.</summary>
    /// <exception cref="NotSupportedException">There is none like it: Chaos.</exception>
    public static string ToSql(IsolationLevel level) => level switch
    {
        IsolationLevel.Serializable => "SERIALIZABLE",
        IsolationLevel.ReadCommitted => "READ COMMITTED",
        IsolationLevel.ReadUncommitted => "READ UNCOMMITTED",
        IsolationLevel.Chaos => throw new NotSupportedException("MySQL has no isolation level like IsolationLevel.Chaos."),
        _ => "REPEATABLE READ",
    };

    /// <summary>What begins a transaction of that level, once the level is set.</summary>
    public static string BeginOf(IsolationLevel level) =>
        level is IsolationLevel.Snapshot ? "START TRANSACTION WITH CONSISTENT SNAPSHOT" : "START TRANSACTION";
}
