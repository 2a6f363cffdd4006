namespace ResilientMySql.Statements;

/// <summary>
/// Cuts SQL text into tokens by the lexical rules that MySQL and MariaDB share, under the default sql_mode (backslash
/// escapes, double quotes for strings).
/// </summary>
/// <remarks>
/// Total and linear: the tokens cover the text from end to end, whatever it holds, and nothing throws or allocates. Source:
/// MySQL Reference Manual, "Language Structure". The generator compiles this file too, hence the plain C#.
/// </remarks>
internal ref struct SqlLexer
{
    private readonly ReadOnlySpan<char> _sql;
    private int _position;

    public SqlLexer(ReadOnlySpan<char> sql)
    {
        _sql = sql;
        _position = 0;
    }

    /// <summary>Reads the next token; false at the end of the text.</summary>
    public bool TryRead(out SqlToken token)
    {
        if (_position >= _sql.Length)
        {
            token = default;
            return false;
        }

        int start = _position;
        SqlTokenKind kind = ReadKind(_sql[start]);
        token = new SqlToken(kind, start, _position - start);
        return true;
    }

    /// <summary>Reads the next token that the server does not skip; false at the end of the text.</summary>
    public bool TryReadSignificant(out SqlToken token)
    {
        while (TryRead(out token))
        {
            if (!token.IsTrivia)
                return true;
        }

        return false;
    }

    private SqlTokenKind ReadKind(char first) => first switch
    {
        _ when IsBlank(first) => ReadWhitespace(),
        '\'' => ReadQuoted(1, SqlTokenKind.String),
        '"' => ReadQuoted(1, SqlTokenKind.DoubleQuoted),
        '`' => ReadQuoted(1, SqlTokenKind.QuotedIdentifier),
        '#' => ReadLineComment(),
        '-' when StartsDashComment() => ReadLineComment(),
        '/' when Peek(1) == '*' => ReadBlockComment(),
        '@' => ReadVariable(),
        '?' => Advance(1, SqlTokenKind.Placeholder),
        ';' => Advance(1, SqlTokenKind.Semicolon),
        ':' when Peek(1) == '=' => Advance(2, SqlTokenKind.Assignment),
        '.' when IsDigit(Peek(1)) => ReadNumber(),
        _ when IsDigit(first) => ReadNumber(),
        _ when IsWordPart(first) => ReadWord(),
        _ => Advance(1, SqlTokenKind.Symbol),
    };

    private SqlTokenKind Advance(int count, SqlTokenKind kind)
    {
        _position += count;
        return kind;
    }

    private SqlTokenKind ReadWhitespace()
    {
        while (_position < _sql.Length && IsBlank(_sql[_position]))
            _position++;

        return SqlTokenKind.Whitespace;
    }

    private SqlTokenKind ReadWord()
    {
        SkipWordParts();
        return SqlTokenKind.Word;
    }

    /// <summary>Digits may begin a number (<c>12</c>, <c>0x1F</c>, <c>.5</c>, <c>1e-3</c>) or a word (<c>2nd_city</c>).</summary>
    private SqlTokenKind ReadNumber()
    {
        int start = _position;
        while (IsDigit(Peek(0)))
            _position++;

        if (_position == start + 1 && _sql[start] == '0' && Peek(0) is 'x' or 'b' && SkipRadixDigits())
            return SqlTokenKind.Number;

        if (Peek(0) == '.')
        {
            _position++;
            while (IsDigit(Peek(0)))
                _position++;
        }

        if (Peek(0) is 'e' or 'E' && SkipExponent())
            return SqlTokenKind.Number;

        // A word may begin with digits, but not go on after a fraction: 1.5a is the number 1.5 and the word a.
        bool isWord = IsWordPart(Peek(0)) && _sql.Slice(start, _position - start).IndexOf('.') < 0;
        return isWord ? ReadWord() : SqlTokenKind.Number;
    }

    private bool SkipRadixDigits()
    {
        int digits = _position + 1;
        int end = digits;
        while (end < _sql.Length && IsHexDigit(_sql[end]))
            end++;

        if (end == digits || (end < _sql.Length && IsWordPart(_sql[end])))
            return false;

        _position = end;
        return true;
    }

    private bool SkipExponent()
    {
        int digits = Peek(1) is '+' or '-' ? 2 : 1;
        if (!IsDigit(Peek(digits)))
            return false;

        _position += digits;
        while (IsDigit(Peek(0)))
            _position++;

        return true;
    }

    /// <summary>A quote inside is doubled or, except in backticks, escaped by a backslash.</summary>
    private SqlTokenKind ReadQuoted(int openingLength, SqlTokenKind kind)
    {
        char quote = _sql[_position + openingLength - 1];
        _position += openingLength;
        while (_position < _sql.Length)
        {
            char current = _sql[_position];
            if (current == '\\' && quote != '`')
            {
                _position = Math.Min(_position + 2, _sql.Length);
            }
            else if (current != quote)
            {
                _position++;
            }
            else if (Peek(1) == quote)
            {
                _position += 2;
            }
            else
            {
                _position++;
                return kind;
            }
        }

        return SqlTokenKind.Unterminated;
    }

    /// <summary>Two dashes open a comment only before a blank, a control character or the end: <c>5--1</c> is six.</summary>
    private readonly bool StartsDashComment() =>
        Peek(1) == '-' && (_position + 2 >= _sql.Length || IsBlank(_sql[_position + 2]));

    private SqlTokenKind ReadLineComment()
    {
        int length = _sql.Slice(_position).IndexOf('\n');
        _position = length < 0 ? _sql.Length : _position + length + 1;
        return SqlTokenKind.Comment;
    }

    private SqlTokenKind ReadBlockComment()
    {
        SqlTokenKind kind = (Peek(2), Peek(3)) switch
        {
            ('!', _) => SqlTokenKind.ExecutableComment,
            ('M', '!') => SqlTokenKind.ExecutableComment,
            ('+', _) => SqlTokenKind.Hint,
            _ => SqlTokenKind.Comment,
        };

        int end = _sql.Slice(_position + 2).IndexOf("*/".AsSpan());
        if (end < 0)
        {
            _position = _sql.Length;
            return SqlTokenKind.Unterminated;
        }

        _position += end + 4;
        return kind;
    }

    private SqlTokenKind ReadVariable()
    {
        if (Peek(1) == '@')
        {
            _position += 2;
            SkipVariableName();
            return SqlTokenKind.SystemVariable;
        }

        if (Peek(1) is '\'' or '"' or '`')
            return ReadQuoted(2, SqlTokenKind.AtName);

        _position++;
        return SkipVariableName() ? SqlTokenKind.AtName : SqlTokenKind.Symbol;
    }

    private bool SkipVariableName()
    {
        int start = _position;
        while (IsWordPart(Peek(0)) || Peek(0) == '.')
            _position++;

        return _position > start;
    }

    private void SkipWordParts()
    {
        while (IsWordPart(Peek(0)))
            _position++;
    }

    private readonly char Peek(int offset) => _position + offset < _sql.Length ? _sql[_position + offset] : '\0';

    private static bool IsDigit(char value) => value is >= '0' and <= '9';

    private static bool IsHexDigit(char value) => IsDigit(value) || value is (>= 'a' and <= 'f') or (>= 'A' and <= 'F');

    private static bool IsBlank(char value) => value is <= ' ' or '\u007F';

    private static bool IsWordPart(char value) =>
        IsDigit(value) || value is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_' or '$' or >= '\u0080';
}
