using System.Data;

namespace ResilientMySql.Statements;

/// <summary>ADO.NET's isolation levels in MySQL's words.</summary>
internal static class IsolationLevels
{
    /// <summary>The level that the driver sets for <paramref name="level"/>; unspecified means REPEATABLE READ there.</summary>
    public static string ToSql(IsolationLevel level) => level switch
    {
        IsolationLevel.ReadUncommitted => "READ UNCOMMITTED",
        IsolationLevel.ReadCommitted => "READ COMMITTED",
        IsolationLevel.Serializable => "SERIALIZABLE",
        _ => "REPEATABLE READ",
    };

    /// <summary>What the driver sends before it begins a transaction of that level: it sets the level for the whole session.</summary>
    public static string StatementOf(string level) => $"SET SESSION TRANSACTION ISOLATION LEVEL {level}";
}
