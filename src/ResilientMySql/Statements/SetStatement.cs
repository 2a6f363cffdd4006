using static ResilientMySql.Statements.StatementKind;

namespace ResilientMySql.Statements;

/// <summary><c>SET …</c>: replayable where every value is a literal, pinning where it was computed.</summary>
internal static class SetStatement
{
    /// <summary>Reads, and puts what is set into <paramref name="targets"/> if there is a list.</summary>
    public static StatementEffects Read(ref TokenCursor cursor, List<SetTarget>? targets)
    {
        cursor.MoveNext();
        if (cursor.IsAnyWord("NAMES", "CHARSET") || (cursor.IsWord("CHARACTER") && cursor.NextIsWord("SET")))
            return new StatementEffects(ReadCharacterSet(ref cursor, targets));

        if (cursor.IsWord("ROLE"))
            return new StatementEffects(ReadRole(ref cursor, targets));

        if (cursor.IsWord("STATEMENT"))
            return StatementSettings.Read(ref cursor);

        if (cursor.IsWord("PASSWORD") || (cursor.IsWord("DEFAULT") && cursor.NextIsWord("ROLE")))
            return DefinitionStatement.Read(ref cursor);

        if (cursor.IsWord("RESOURCE"))
            return BodyScanner.Scan(ref cursor, Pin);

        if (cursor.IsWord("TRANSACTION") || cursor.NextIsWord("TRANSACTION"))
            return new StatementEffects(ReadTransaction(ref cursor, targets));

        return ReadAssignments(ref cursor, targets);
    }

    /// <summary>
    /// The names that <paramref name="sql"/> sets, joined: a statement whose key is the same as an earlier one's undoes all that
    /// the earlier one did.
    /// </summary>
    public static string KeyOf(string sql) => string.Join(",", TargetsOf(sql).Select(static target => target.Key));

    /// <summary>Whether a statement that failed may have set the first of what it sets.</summary>
    public static bool MayFailHalfWay(StatementKind kind, string sql) =>
        kind is StatementKind.SetSession or StatementKind.AutocommitOff or StatementKind.AutocommitOn && TargetsOf(sql).Count > 1;

    /// <summary>What <paramref name="sql"/> sets, in its order.</summary>
    public static List<SetTarget> TargetsOf(string sql)
    {
        var targets = new List<SetTarget>();
        var cursor = new TokenCursor(sql);
        while (cursor.Kind is SqlTokenKind.Semicolon && !cursor.AtEnd)
            cursor.MoveNext();

        Read(ref cursor, targets);
        return targets;
    }

    private static StatementKind ReadCharacterSet(ref TokenCursor cursor, List<SetTarget>? targets)
    {
        cursor.Skip("CHARACTER");
        cursor.MoveNext();
        if (!IsName(cursor))
            return Opaque;

        targets?.Add(new("names", "@@session.character_set_client", cursor.Text.ToString()));
        StatementKind kind = SettingRules.CutsLikeAscii(cursor.Text) ? SetSession : Pin;
        cursor.MoveNext();
        if (!cursor.Skip("COLLATE"))
            return kind;

        bool hasCollation = IsName(cursor);
        cursor.MoveNext();
        return hasCollation ? kind : Opaque;
    }

    private static StatementKind ReadRole(ref TokenCursor cursor, List<SetTarget>? targets)
    {
        // A role that the account does not have is refused by the server: there is nothing to compare.
        targets?.Add(new("role", null, ""));
        for (cursor.MoveNext(); !cursor.AtStatementEnd; cursor.MoveNext())
        {
            bool isHost = cursor.Kind is SqlTokenKind.AtName && cursor.Text[1] is '\'' or '"' or '`';
            if (!IsName(cursor) && !isHost && !cursor.IsSymbol(','))
                return Opaque;
        }

        return SetSession;
    }

    /// <summary>Without a scope it holds for the next transaction only.</summary>
    private static StatementKind ReadTransaction(ref TokenCursor cursor, List<SetTarget>? targets)
    {
        StatementKind kind = cursor switch
        {
            _ when cursor.IsWord("TRANSACTION") => Pin,
            _ when cursor.Skip("SESSION") || cursor.Skip("LOCAL") => SetSession,
            _ when cursor.Skip("GLOBAL") => Write,
            _ => Opaque,
        };
        for (cursor.MoveNext(); !cursor.AtStatementEnd; cursor.MoveNext())
        {
            if (!cursor.IsAnyWord("ISOLATION", "LEVEL", "READ", "ONLY", "WRITE", "COMMITTED", "UNCOMMITTED", "REPEATABLE", "SERIALIZABLE")
                && !cursor.IsSymbol(','))
            {
                return Opaque;
            }

            if (cursor.IsWord("ISOLATION"))
                targets?.Add(new("transaction_isolation", "@@session.transaction_isolation", LevelAt(cursor)));
            else if (cursor.IsAnyWord("ONLY", "WRITE"))
                targets?.Add(new("transaction_read_only", "@@session.transaction_read_only", cursor.IsWord("ONLY") ? "1" : "0"));
        }

        return kind;
    }

    /// <summary>The level's name as its variable has it; the cursor is on ISOLATION.</summary>
    private static string LevelAt(TokenCursor cursor)
    {
        cursor.MoveNext();
        cursor.MoveNext();
        string level = cursor.Text.ToString();
        if (cursor.IsAnyWord("SERIALIZABLE"))
            return level;

        cursor.MoveNext();
        return $"{level}-{cursor.Text.ToString()}";
    }

    private static StatementEffects ReadAssignments(ref TokenCursor cursor, List<SetTarget>? targets)
    {
        StatementEffects all = Assignment.Read(ref cursor, targets);
        while (cursor.Skip(','))
        {
            StatementEffects next = Assignment.Read(ref cursor, targets);
            all = all with { Kind = Together(all.Kind, next.Kind), Needs = all.Needs | next.Needs, Makes = all.Makes | next.Makes };
        }

        return all;
    }

    private static StatementKind Together(StatementKind first, StatementKind second) => (first, second) switch
    {
        (SetSession or Pin, SetSession or Pin) when first != second => Pin,
        _ when first == second && first is SetSession or Pin or Write => first,
        _ => Opaque,
    };

    private static bool IsName(TokenCursor cursor) => cursor.IsIdentifier || (!cursor.AtEnd && cursor.Kind is SqlTokenKind.String);
}
