namespace ResilientMySql.Statements;

/// <summary>
/// Walks the significant tokens of one text, one token at a time. Copying the cursor is looking ahead.
/// </summary>
internal ref struct TokenCursor
{
    private readonly ReadOnlySpan<char> _sql;
    private SqlLexer _lexer;
    private SqlToken _token;

    public TokenCursor(ReadOnlySpan<char> sql)
    {
        _sql = sql;
        _lexer = new SqlLexer(sql);
        MoveNext();
    }

    /// <summary>Whether the text is used up.</summary>
    public bool AtEnd { get; private set; }

    /// <summary>Whether the statement is used up: a semicolon or the end of the text.</summary>
    public readonly bool AtStatementEnd => AtEnd || _token.Kind is SqlTokenKind.Semicolon;

    public readonly SqlTokenKind Kind => _token.Kind;

    public readonly ReadOnlySpan<char> Text => AtEnd ? [] : _token.In(_sql);

    public void MoveNext() => AtEnd = !_lexer.TryReadSignificant(out _token);

    public readonly bool IsWord(string word) =>
        !AtEnd && Kind is SqlTokenKind.Word && Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    public readonly bool IsSymbol(char symbol) =>
        !AtEnd && Kind is SqlTokenKind.Symbol && _sql[_token.Start] == symbol;

    /// <summary>Whether an identifier stands here, bare or in backticks.</summary>
    public readonly bool IsIdentifier => !AtEnd && Kind is SqlTokenKind.Word or SqlTokenKind.QuotedIdentifier;

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
}
