using static ResilientMySql.Statements.StatementKind;

namespace ResilientMySql.Statements;

/// <summary>What setting a variable means for the session.</summary>
internal static class SettingRules
{
    /// <summary>The scope that <c>@@scope.name</c> gives.</summary>
    public static VariableScope ScopeOf(ReadOnlySpan<char> token) => token switch
    {
        _ when StartsWith(token, "@@global.") || StartsWith(token, "@@persist.") || StartsWith(token, "@@persist_only.") => VariableScope.Global,
        _ when StartsWith(token, "@@session.") || StartsWith(token, "@@local.") => VariableScope.Session,
        _ => VariableScope.Next,
    };

    /// <summary>
    /// The name in lower case, one for all of a variable's names. Where a value changes only some switches of the variable, it is
    /// part of the key, since another value does not undo it.
    /// </summary>
    public static string KeyOf(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        if (StartsWith(name, "optimizer_switch") || StartsWith(name, "optimizer_trace"))
            return $"{name.ToString().ToLowerInvariant()}={value.Trim().ToString()}";

        return name switch
        {
            _ when Is(name, "tx_isolation") => "transaction_isolation",
            _ when Is(name, "tx_read_only") => "transaction_read_only",
            _ => name.ToString().ToLowerInvariant(),
        };
    }

    /// <summary>What setting the variable sets, and how it is read back.</summary>
    public static SetTarget TargetOf(ReadOnlySpan<char> name, VariableScope scope, ReadOnlySpan<char> value)
    {
        string key = KeyOf(name, value);
        string written = value.Trim().ToString();
        return scope switch
        {
            VariableScope.User => new(key, $"({name.ToString()} <=> {written})", "1"),
            _ when IsSetByOthers(key) => new(key, null, written),
            _ => new(key, "@@session." + (key.Contains('=', StringComparison.Ordinal) ? name.ToString().ToLowerInvariant() : key), written),
        };
    }

    /// <summary>Whether the token is a value as it stands, the same on every session and at any time.</summary>
    public static bool IsLiteral(TokenCursor cursor, VariableScope scope) => !cursor.AtStatementEnd && cursor.Kind switch
    {
        SqlTokenKind.Number or SqlTokenKind.String or SqlTokenKind.DoubleQuoted => true,
        SqlTokenKind.Word when cursor.NextIsSymbol('(') => false,
        SqlTokenKind.Word when scope is VariableScope.User => cursor.IsAnyWord("TRUE", "FALSE", "NULL"),
        SqlTokenKind.Word => !StartsWith(cursor.Text, "CURRENT_") && !StartsWith(cursor.Text, "UTC_") && !StartsWith(cursor.Text, "LOCALTIME")
            && !Is(cursor.Text, "SYSDATE"),
        _ => false,
    };

    /// <summary>What setting a session's variable to a literal does.</summary>
    public static StatementKind KindOf(ReadOnlySpan<char> name, VariableScope scope, ReadOnlySpan<char> value) => name switch
    {
        _ when scope is VariableScope.User => SetSession,
        _ when Is(name, "autocommit") => Autocommit(value),
        _ when Is(name, "sql_mode") => KeepsGrammar(value) ? SetSession : Pin,
        _ when Is(name, "character_set_client") => CutsLikeAscii(value) ? SetSession : Pin,
        _ when IsTransactionCharacteristic(name) => scope is VariableScope.Next ? Pin : SetSession,
        _ => IsReplayable(name) ? SetSession : Pin,
    };

    /// <summary>What setting a session's variable to a computed value does.</summary>
    public static StatementKind KindOfComputed(ReadOnlySpan<char> name) => Is(name, "autocommit") ? Opaque : Pin;

    /// <summary>Whether, in texts of the character set, every byte below 128 stands for itself, so that no quote can hide.</summary>
    public static bool CutsLikeAscii(ReadOnlySpan<char> characterSet)
    {
        ReadOnlySpan<char> name = characterSet.Trim("'\"`");
        return Is(name, "utf8mb4") || Is(name, "utf8") || Is(name, "utf8mb3") || Is(name, "latin1") || Is(name, "ascii")
            || Is(name, "binary") || Is(name, "default");
    }

    private static StatementKind Autocommit(ReadOnlySpan<char> value)
    {
        ReadOnlySpan<char> word = value.Trim("'\"");
        if (word is "0" || Is(word, "OFF") || Is(word, "FALSE"))
            return AutocommitOff;

        return word is "1" || Is(word, "ON") || Is(word, "TRUE") ? AutocommitOn : Opaque;
    }

    /// <summary>Modes under which statements mean something else than they are taken for; a number may be any of them.</summary>
    private static bool KeepsGrammar(ReadOnlySpan<char> value) => value is "0" || (value is not [(>= '0' and <= '9') or '+' or '-', ..]
        && !Mentions(value, "ANSI") && !Mentions(value, "BACKSLASH") && !Mentions(value, "ORACLE") && !Mentions(value, "MSSQL")
        && !Mentions(value, "DB2") && !Mentions(value, "MAXDB") && !Mentions(value, "POSTGRESQL"));

    private static bool IsTransactionCharacteristic(ReadOnlySpan<char> name) => Is(name, "transaction_isolation")
        || Is(name, "transaction_read_only") || Is(name, "tx_isolation") || Is(name, "tx_read_only");

    /// <summary>Variables that SET NAMES and other variables change by the way.</summary>
    private static bool IsSetByOthers(string key) =>
        key is "character_set_connection" or "character_set_results" or "collation_connection" or "sql_big_selects";

    /// <summary>Not what belongs to the moment, to replication or to debugging, nor what changes how COMMIT ends.</summary>
    private static bool IsReplayable(ReadOnlySpan<char> name) => OneShotNames.OfName(name) is OneShotState.None
        && !Is(name, "timestamp") && !Is(name, "sql_log_bin") && !Is(name, "completion_type") && !Is(name, "server_id")
        && !Is(name, "skip_replication") && !StartsWith(name, "gtid_") && !StartsWith(name, "pseudo_")
        && !StartsWith(name, "original_") && !StartsWith(name, "immediate_") && !StartsWith(name, "debug")
        && !StartsWith(name, "wsrep_") && !StartsWith(name, "rand_seed");

    private static bool Mentions(ReadOnlySpan<char> text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static bool StartsWith(ReadOnlySpan<char> text, string word) => text.StartsWith(word, StringComparison.OrdinalIgnoreCase);

    private static bool Is(ReadOnlySpan<char> text, string word) => text.Equals(word, StringComparison.OrdinalIgnoreCase);
}
