using ResilientMySql.Generators.Findings.Reading;
using ResilientMySql.Statements;

namespace ResilientMySql.Generators.Findings.Rules;

/// <summary>Whether a statement has a result set, by its verb.</summary>
internal static class StatementVerb
{
    private static readonly string[] Silent =
    [
        "UPDATE", "DELETE", "INSERT", "REPLACE", "SET", "DO", "USE", "CREATE", "ALTER", "DROP", "TRUNCATE", "RENAME", "GRANT", "REVOKE",
        "BEGIN", "START", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "LOCK", "UNLOCK", "FLUSH", "KILL", "LOAD", "PREPARE", "DEALLOCATE",
    ];

    private static readonly string[] Telling = ["SELECT", "SHOW", "DESCRIBE", "DESC", "EXPLAIN", "VALUES", "TABLE"];

    /// <summary>True, false, or null where it is not certain.</summary>
    public static bool? HasResultSet(SqlText text, TokenRange statement)
    {
        int verb = statement.First;
        if (text.IsWord(verb, "WITH"))
            verb = text.Find(statement, "SELECT", "UPDATE", "DELETE", "INSERT", "REPLACE");

        if (text.IsAnyWord(verb, Telling))
            return text.Find(statement, "INTO") < 0 ? true : null;

        // MariaDB's RETURNING makes a result set of a write, and SET STATEMENT … FOR runs any statement.
        bool isCertain = text.IsAnyWord(verb, Silent) && text.Find(statement, "RETURNING") < 0 && !text.IsWord(verb + 1, "STATEMENT");
        return isCertain ? false : null;
    }
}
