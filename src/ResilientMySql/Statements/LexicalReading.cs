namespace ResilientMySql.Statements;

/// <summary>Compares how a text is cut into tokens in the modes that sql_mode may be in.</summary>
internal static class LexicalReading
{
    /// <summary>Every mode that a server may read a text in.</summary>
    public static readonly LexicalMode[] Modes =
        [LexicalMode.None, LexicalMode.NoBackslashEscapes, LexicalMode.AnsiQuotes, LexicalMode.NoBackslashEscapes | LexicalMode.AnsiQuotes];

    /// <summary>Whether the text has the same tokens in <paramref name="mode"/> as by default.</summary>
    public static bool IsSameAsDefault(ReadOnlySpan<char> sql, LexicalMode mode)
    {
        var usual = new SqlLexer(sql);
        var other = new SqlLexer(sql, mode);
        while (usual.TryRead(out SqlToken token))
        {
            if (!other.TryRead(out SqlToken same) || same.Length != token.Length)
                return false;

            // Whether the same characters are a string or a name makes no difference; whether they end does.
            if ((token.Kind is SqlTokenKind.Unterminated) != (same.Kind is SqlTokenKind.Unterminated))
                return false;
        }

        return true;
    }

    /// <summary>
    /// Whether a server in <paramref name="mode"/> is sure to refuse the text as a whole, since no grammar has an open quote or a
    /// bare backslash in its first statement.
    /// </summary>
    public static bool IsRefused(ReadOnlySpan<char> sql, LexicalMode mode)
    {
        var lexer = new SqlLexer(sql, mode);
        bool hasBegun = false;
        while (lexer.TryReadSignificant(out SqlToken token))
        {
            if (token.Kind is SqlTokenKind.ExecutableComment || (token.Kind is SqlTokenKind.Semicolon && hasBegun))
                return false;

            hasBegun |= token.Kind is not SqlTokenKind.Semicolon;

            if (token.Kind is SqlTokenKind.Unterminated)
                return sql[token.Start] is '\'' or '"' or '`';

            if (token.Kind is SqlTokenKind.Symbol && sql[token.Start] == '\\')
                return true;
        }

        return false;
    }
}
