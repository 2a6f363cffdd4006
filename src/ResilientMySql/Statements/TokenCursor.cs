namespace ResilientMySql.Statements;

/// <summary>
/// Walks the significant tokens of one text, one token at a time. Copying the cursor is looking ahead.
/// </summary>
internal ref struct TokenCursor
{
    private readonly ReadOnlySpan<char> _sql;
    private SqlLexer _lexer;
    private SqlToken _token;
    private int _lastEnd;

    public TokenCursor(ReadOnlySpan<char> sql, LexicalMode mode = LexicalMode.None, ServerDialects dialects = ServerDialects.Any)
    {
        _sql = sql;
        _lexer = new SqlLexer(sql, mode);
        Dialects = dialects;
        MoveNext();
    }

    /// <summary>The servers that the text may be meant for.</summary>
    public ServerDialects Dialects { get; }

    /// <summary>Whether the text is used up.</summary>
    public bool AtEnd { get; private set; }

    /// <summary>Whether the statement is used up: a semicolon or the end of the text.</summary>
    public readonly bool AtStatementEnd => AtEnd || _token.Kind is SqlTokenKind.Semicolon;

    public readonly SqlTokenKind Kind => _token.Kind;

    public readonly ReadOnlySpan<char> Text => AtEnd ? [] : _token.In(_sql);

    /// <summary>Where the token begins; the length of the text at its end.</summary>
    public readonly int Start => AtEnd ? _sql.Length : _token.Start;

    /// <summary>The text from <paramref name="start"/> to the end of the token before this one, without what stands between them.</summary>
    public readonly ReadOnlySpan<char> Since(int start) => _sql[start..Math.Max(start, _lastEnd)];

    public void MoveNext()
    {
        _lastEnd = AtEnd ? _lastEnd : _token.End;
        AtEnd = !_lexer.TryReadSignificant(out _token);
    }

    public readonly bool IsWord(string word) =>
        !AtEnd && Kind is SqlTokenKind.Word && Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether one of the words, given in capitals, stands here.</summary>
    public readonly bool IsAnyWord(params ReadOnlySpan<string> words)
    {
        foreach (string word in words)
        {
            if (IsWord(word))
                return true;
        }

        return false;
    }

    public readonly bool IsSymbol(char symbol) =>
        !AtEnd && Kind is SqlTokenKind.Symbol && _sql[_token.Start] == symbol;

    /// <summary>Whether an identifier stands here: bare, in backticks, or in double quotes, which ANSI_QUOTES allows.</summary>
    public readonly bool IsIdentifier =>
        !AtEnd && Kind is SqlTokenKind.Word or SqlTokenKind.QuotedIdentifier or SqlTokenKind.DoubleQuoted;

    /// <summary>Whether a comment stands here that a server may run, or a quote that is never closed.</summary>
    public readonly bool IsHidden => !AtEnd && Kind is SqlTokenKind.ExecutableComment or SqlTokenKind.Unterminated;

    /// <summary>Moves past the word if it stands here.</summary>
    public bool Skip(string word)
    {
        if (!IsWord(word))
            return false;

        MoveNext();
        return true;
    }

    /// <summary>Moves past the symbol if it stands here.</summary>
    public bool Skip(char symbol)
    {
        if (!IsSymbol(symbol))
            return false;

        MoveNext();
        return true;
    }

    /// <summary>Moves past a name with or without a schema if one stands here.</summary>
    public bool SkipName()
    {
        if (!IsIdentifier)
            return false;

        MoveNext();
        while (Skip('.'))
            MoveNext();

        return true;
    }

    /// <summary>Moves to the end of the statement.</summary>
    public void SkipToEnd()
    {
        while (!AtStatementEnd)
            MoveNext();
    }

    public readonly bool NextIsSymbol(char symbol)
    {
        TokenCursor ahead = this;
        ahead.MoveNext();
        return ahead.IsSymbol(symbol);
    }

    public readonly bool NextIsWord(string word)
    {
        TokenCursor ahead = this;
        ahead.MoveNext();
        return ahead.IsWord(word);
    }

    /// <summary>Whether a parenthesis opens right behind this token, without a blank or a comment between.</summary>
    public readonly bool OpensAtOnce => _token.End < _sql.Length && _sql[_token.End] == '(';

    /// <summary>The word under the cursor in capitals; empty where it is no word or longer than the buffer.</summary>
    public readonly ReadOnlySpan<char> Upper(Span<char> buffer)
    {
        if (AtEnd || Kind is not SqlTokenKind.Word || Text.Length > buffer.Length)
            return [];

        int length = Text.ToUpperInvariant(buffer);
        return buffer[..length];
    }
}
