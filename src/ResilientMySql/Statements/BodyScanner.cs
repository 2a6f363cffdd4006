using static ResilientMySql.Statements.StatementKind;

namespace ResilientMySql.Statements;

/// <summary>
/// Reads the rest of a query or row-changing statement, looking for what makes it more than that: calls of functions that have
/// effects or are not known, INTO, locking clauses, assignments to user variables, comments that servers execute.
/// </summary>
internal static class BodyScanner
{
    /// <summary>Scans up to the end of the statement, which is a <paramref name="kind"/> where nothing worse is found.</summary>
    public static StatementEffects Scan(ref TokenCursor cursor, StatementKind kind, WordPolicy policy = WordPolicy.QueriesOnly)
    {
        StatementKind found = kind;
        bool oneShot = false;
        var previous = Previous.Other;
        while (!cursor.AtStatementEnd)
        {
            Finding finding = Inspect(cursor, previous);
            if (finding is Finding.Verb && kind is Read && policy is WordPolicy.QueriesOnly)
                finding = Finding.Unknown;

            switch (finding)
            {
                case Finding.Unknown:
                    return StatementClassifier.SkipToEnd(ref cursor, StatementEffects.Opaque);
                case Finding.Pin:
                    return StatementClassifier.SkipToEnd(ref cursor, new StatementEffects(Pin, oneShot));
                case Finding.Effect:
                    found = Write;
                    break;
                case Finding.Lock when found is Read:
                    found = LockingRead;
                    break;
                case Finding.OneShot:
                    oneShot = true;
                    break;
            }

            previous = PreviousOf(cursor);
            cursor.MoveNext();
        }

        return new StatementEffects(found, oneShot);
    }

    private static Finding Inspect(TokenCursor cursor, Previous previous) => cursor.Kind switch
    {
        SqlTokenKind.ExecutableComment or SqlTokenKind.Unterminated => Finding.Unknown,
        SqlTokenKind.Assignment => Finding.Pin,
        SqlTokenKind.SystemVariable => KnownFunctions.IsOneShotVariable(cursor.Text) ? Finding.OneShot : Finding.None,
        SqlTokenKind.QuotedIdentifier or SqlTokenKind.DoubleQuoted =>
            cursor.NextIsSymbol('(') && previous is not Previous.As ? Finding.Unknown : Finding.None,
        SqlTokenKind.Word => InspectWord(cursor, previous),
        _ => Finding.None,
    };

    private static Finding InspectWord(TokenCursor cursor, Previous previous)
    {
        if (cursor.NextIsSymbol('('))
            return InspectCall(cursor, previous);

        // schema.update is a name; so is AS update.
        if (previous is Previous.Dot or Previous.As || cursor.Text.Length > 8)
            return Finding.None;

        Span<char> buffer = stackalloc char[8];
        return StatementClassifier.Upper(cursor, buffer) switch
        {
            "INTO" => Finding.Unknown,
            "UPDATE" => previous is Previous.For ? Finding.Lock : Finding.Verb,
            "SHARE" => Finding.Lock,
            "INSERT" or "DELETE" => Finding.Verb,
            "NEXT" when cursor.NextIsWord("VALUE") => Finding.Effect,
            "NEXTVAL" or "LASTVAL" => Finding.Unknown,
            _ => Finding.None,
        };
    }

    private static Finding InspectCall(TokenCursor cursor, Previous previous)
    {
        if (previous is Previous.Dot)
            return Finding.Unknown;

        // AS is followed by a type (CAST) or by an alias with its columns, never by a call.
        if (previous is Previous.As)
            return Finding.None;

        return KnownFunctions.Find(cursor.Text) switch
        {
            FunctionKind.Pure => Finding.None,
            FunctionKind.Effect => Finding.Effect,
            FunctionKind.Lock => Finding.Pin,
            FunctionKind.OneShot => Finding.OneShot,
            FunctionKind.LastInsertId => TakesNoArgument(cursor) ? Finding.OneShot : Finding.Effect,
            _ => Finding.Unknown,
        };
    }

    private static bool TakesNoArgument(TokenCursor call)
    {
        call.MoveNext();
        return call.NextIsSymbol(')');
    }

    private static Previous PreviousOf(TokenCursor cursor) => cursor.Kind switch
    {
        SqlTokenKind.Symbol when cursor.IsSymbol('.') => Previous.Dot,
        SqlTokenKind.Word when cursor.IsWord("AS") => Previous.As,
        SqlTokenKind.Word when cursor.IsWord("FOR") => Previous.For,
        _ => Previous.Other,
    };

    private enum Previous
    {
        Other,
        Dot,
        As,
        For,
    }

    private enum Finding
    {
        None,
        Verb,
        Effect,
        Lock,
        OneShot,
        Pin,
        Unknown,
    }
}
