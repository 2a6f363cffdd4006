using System.Data;

namespace ResilientMySql.Statements;

/// <summary>ADO.NET's isolation levels in MySQL's words.</summary>
internal static class IsolationLevels
{
    private const string Start = "SET SESSION TRANSACTION ISOLATION LEVEL ";

    /// <summary>
    /// What the driver sends before it begins a transaction of that level: it sets the level for the whole session. Unspecified means
    /// REPEATABLE READ there.
    /// </summary>
    public static string StatementOf(IsolationLevel level) => level switch
    {
        IsolationLevel.ReadUncommitted => Start + "READ UNCOMMITTED",
        IsolationLevel.ReadCommitted => Start + "READ COMMITTED",
        IsolationLevel.Serializable => Start + "SERIALIZABLE",
        _ => Start + "REPEATABLE READ",
    };

    /// <summary>The same for a level in SQL.</summary>
    public static string StatementOf(string level) => Start + level;
}
