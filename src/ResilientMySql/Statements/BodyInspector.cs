namespace ResilientMySql.Statements;

/// <summary>Looks at one token in the body of a statement.</summary>
internal static class BodyInspector
{
    public static Finding Inspect(TokenCursor cursor, PreviousToken previous) => cursor.Kind switch
    {
        SqlTokenKind.ExecutableComment or SqlTokenKind.Unterminated => Finding.Unknown,
        SqlTokenKind.Assignment => Finding.Pin,
        SqlTokenKind.SystemVariable => HasPlainName(cursor) ? Finding.None : Finding.Unknown,
        SqlTokenKind.AtName or SqlTokenKind.Number => cursor.NextIsSymbol('(') ? Finding.Unknown : Finding.None,
        SqlTokenKind.QuotedIdentifier or SqlTokenKind.DoubleQuoted =>
            cursor.NextIsSymbol('(') && previous is not PreviousToken.As ? Finding.Unknown : Finding.None,
        SqlTokenKind.Word => InspectWord(cursor, previous),
        _ => Finding.None,
    };

    public static PreviousToken PreviousOf(TokenCursor cursor, PreviousToken previous) => cursor.Kind switch
    {
        SqlTokenKind.Symbol when cursor.IsSymbol('.') => PreviousToken.Dot,
        SqlTokenKind.Symbol when cursor.IsSymbol(')') => PreviousToken.Closing,
        SqlTokenKind.String or SqlTokenKind.DoubleQuoted => PreviousToken.String,
        SqlTokenKind.Number => PreviousToken.Number,
        SqlTokenKind.Word when previous is PreviousToken.Dot => PreviousToken.Other,
        SqlTokenKind.Word when cursor.IsWord("AS") => PreviousToken.As,
        SqlTokenKind.Word when cursor.IsWord("FOR") => PreviousToken.For,
        SqlTokenKind.Word when cursor.IsWord("MEMBER") => PreviousToken.Member,
        _ => PreviousToken.Other,
    };

    /// <summary>A name in quotes, or with blanks around its dots, is not looked up.</summary>
    private static bool HasPlainName(TokenCursor cursor) =>
        cursor.Text[^1] is not ('@' or '.') && !cursor.NextIsSymbol('.') && !cursor.NextIsSymbol('(');

    private static Finding InspectWord(TokenCursor cursor, PreviousToken previous)
    {
        if (cursor.NextIsSymbol('('))
            return CallInspector.Inspect(cursor, previous);

        Span<char> buffer = stackalloc char[10];
        ReadOnlySpan<char> word = cursor.Upper(buffer);

        // schema.update is a name; so is AS update. But sequence.NEXTVAL draws from it where sql_mode is ORACLE.
        if (previous is PreviousToken.Dot or PreviousToken.As)
            return word is "NEXTVAL" or "CURRVAL" ? Finding.Unknown : Finding.None;

        return word switch
        {
            "SELECT" => Finding.Query,
            "INTO" => InspectInto(cursor),
            "UPDATE" => previous is PreviousToken.For ? Finding.Lock : Finding.Verb,
            "SHARE" => Finding.Lock,
            "INSERT" or "DELETE" or "REPLACE" => Finding.Verb,
            "NEXT" when cursor.NextIsWord("VALUE") => Finding.Effect,
            "PREVIOUS" when cursor.NextIsWord("VALUE") => Finding.AsksIdentity,
            "NEXTVAL" or "LASTVAL" or "CURRVAL" or "PROCEDURE" => Finding.Unknown,
            _ => Finding.None,
        };
    }

    private static Finding InspectInto(TokenCursor cursor)
    {
        cursor.MoveNext();
        return cursor switch
        {
            _ when cursor.IsAnyWord("OUTFILE", "DUMPFILE") => Finding.Effect,
            _ when cursor.Kind is SqlTokenKind.AtName => Finding.Pin,
            _ => Finding.Unknown,
        };
    }
}
