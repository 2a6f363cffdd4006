using static ResilientMySql.Statements.StatementKind;

namespace ResilientMySql.Statements;

/// <summary><c>SET …</c>: replayable where every value is a literal, pinning where it was computed.</summary>
internal static class SetStatement
{
    /// <summary>Classifies, and puts the lower-case name of each variable set into <paramref name="names"/> if there is a list.</summary>
    public static StatementEffects Classify(ref TokenCursor cursor, List<string>? names)
    {
        cursor.MoveNext();
        StatementKind kind = ClassifyAfterSet(ref cursor, names);
        return new StatementEffects(kind);
    }

    /// <summary>The names that <paramref name="sql"/> sets, joined: two statements with the same key overwrite each other.</summary>
    public static string KeyOf(string sql)
    {
        var names = new List<string>();
        var cursor = new TokenCursor(sql);
        Classify(ref cursor, names);
        return string.Join(',', names);
    }

    private static StatementKind ClassifyAfterSet(ref TokenCursor cursor, List<string>? names)
    {
        if (cursor.IsWord("NAMES") || cursor.IsWord("CHARSET") || (cursor.IsWord("CHARACTER") && cursor.NextIsWord("SET")))
            return ReadWords(ref cursor, names, "names");

        if (cursor.IsWord("ROLE"))
            return ReadWords(ref cursor, names, "role");

        // Without SESSION it holds for the next transaction only.
        if (cursor.IsWord("TRANSACTION"))
            return StatementClassifier.SkipToEnd(ref cursor, new StatementEffects(Pin)).Kind;

        if ((cursor.IsWord("SESSION") || cursor.IsWord("LOCAL")) && cursor.NextIsWord("TRANSACTION"))
            return ReadWords(ref cursor, names, "transaction");

        if (cursor.IsWord("PASSWORD") || cursor.IsWord("DEFAULT") || cursor.IsWord("STATEMENT") || cursor.IsWord("RESOURCE"))
            return Opaque;

        return ReadAssignments(ref cursor, names);
    }

    private static StatementKind ReadWords(ref TokenCursor cursor, List<string>? names, string name)
    {
        names?.Add(name);
        while (!cursor.AtStatementEnd)
        {
            bool isLiteral = cursor.Kind is SqlTokenKind.Word or SqlTokenKind.String or SqlTokenKind.DoubleQuoted
                or SqlTokenKind.QuotedIdentifier || cursor.IsSymbol(',');
            if (!isLiteral)
                return Opaque;

            cursor.MoveNext();
        }

        return SetSession;
    }

    private static StatementKind ReadAssignments(ref TokenCursor cursor, List<string>? names)
    {
        StatementKind? kind = null;
        do
        {
            StatementKind assignment = Assignment.Read(ref cursor, names);
            kind = kind is null || kind == assignment ? assignment : Mixed(kind.Value, assignment);
        }
        while (cursor.Skip(','));

        return cursor.AtStatementEnd ? kind.Value : StatementClassifier.SkipToEnd(ref cursor, new StatementEffects(Pin)).Kind;
    }

    private static StatementKind Mixed(StatementKind first, StatementKind second) => (first, second) switch
    {
        (SetSession or Pin, SetSession or Pin) => Pin,
        _ => Opaque,
    };
}
