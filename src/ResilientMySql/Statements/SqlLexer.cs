using static ResilientMySql.Statements.SqlCharacters;

namespace ResilientMySql.Statements;

/// <summary>
/// Cuts SQL text into tokens by the lexical rules that MySQL and MariaDB share.
/// </summary>
/// <remarks>
/// Total and linear: the tokens cover the text from end to end, whatever it holds, and nothing throws or allocates. Source:
/// MySQL Reference Manual, "Language Structure"; where it is silent, the servers themselves. The generator compiles this file
/// too, hence the plain C#.
/// </remarks>
internal ref struct SqlLexer
{
    private readonly ReadOnlySpan<char> _sql;
    private readonly LexicalMode _mode;
    private int _position;
    private NamePart _namePart;

    public SqlLexer(ReadOnlySpan<char> sql, LexicalMode mode = LexicalMode.None)
    {
        this = default;
        _sql = sql;
        _mode = mode;
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
        SqlTokenKind kind = ReadPart(_sql[start]);
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

    /// <summary>Right behind a word and a dot, digits begin a word: <c>t.1e5</c> is a column, not a number.</summary>
    private SqlTokenKind ReadPart(char first)
    {
        NamePart part = _namePart;
        _namePart = NamePart.None;
        if (part is NamePart.AfterDot)
            return ReadWord();

        if (part is NamePart.AfterWord && first == '.' && IsWordPart(Peek(1)))
        {
            _namePart = NamePart.AfterDot;
            return Advance(1, SqlTokenKind.Symbol);
        }

        return ReadKind(first);
    }

    private readonly bool HasAnsiQuotes => (_mode & LexicalMode.AnsiQuotes) != 0;

    private SqlTokenKind ReadKind(char first) => first switch
    {
        _ when IsBlank(first) => ReadWhitespace(),
        '\'' => ReadQuoted(1, SqlTokenKind.String),
        '"' => ReadQuoted(1, HasAnsiQuotes ? SqlTokenKind.QuotedIdentifier : SqlTokenKind.DoubleQuoted),
        '`' => ReadQuoted(1, SqlTokenKind.QuotedIdentifier),
        '#' => ReadLineComment(),
        '-' when StartsDashComment() => ReadLineComment(),
        '/' when Peek(1) == '*' => ReadBlockComment(),
        '\\' when Peek(1) == 'N' => Advance(2, SqlTokenKind.Word),
        '@' => ReadVariable(),
        '?' => Advance(1, SqlTokenKind.Placeholder),
        ';' => Advance(1, SqlTokenKind.Semicolon),
        ':' when Peek(1) == '=' => Advance(2, SqlTokenKind.Assignment),
        _ when IsDigit(first) || (first == '.' && IsDigit(Peek(1))) => ReadNumber(),
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
        while (IsWordPart(Peek(0)))
            _position++;

        _namePart = NamePart.AfterWord;
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
        bool isHex = Peek(0) == 'x';
        int digits = _position + 1;
        int end = digits;
        while (end < _sql.Length && (isHex ? IsHexDigit(_sql[end]) : _sql[end] is '0' or '1'))
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

    /// <summary>A quote inside is doubled or, in strings, escaped by a backslash.</summary>
    private SqlTokenKind ReadQuoted(int openingLength, SqlTokenKind kind)
    {
        char quote = _sql[_position + openingLength - 1];
        bool escapes = (_mode & LexicalMode.NoBackslashEscapes) == 0 && (quote == '\'' || (quote == '"' && !HasAnsiQuotes));
        _position += openingLength;
        while (_position < _sql.Length)
        {
            char current = _sql[_position];
            if (current == '\\' && escapes)
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
    private readonly bool StartsDashComment() => Peek(1) == '-' && IsBlank(Peek(2));

    private SqlTokenKind ReadLineComment()
    {
        int length = _sql.Slice(_position).IndexOf('\n');
        _position = length < 0 ? _sql.Length : _position + length + 1;
        return SqlTokenKind.Comment;
    }

    private SqlTokenKind ReadBlockComment()
    {
        if (StartsExecutableComment())
            return ReadExecutableComment();

        int length = _sql.Slice(_position + 2).IndexOf("*/".AsSpan());
        if (length < 0)
        {
            _position = _sql.Length;
            return SqlTokenKind.Unterminated;
        }

        ReadOnlySpan<char> content = _sql.Slice(_position + 2, length);
        _position += length + 4;
        if (content.Length == 0 || content[0] != '+')
            return SqlTokenKind.Comment;

        // A quote that stays open might hide the end of the hint from a server.
        return HasOpenQuote(content) ? SqlTokenKind.ExecutableComment : SqlTokenKind.Hint;
    }

    private readonly bool StartsExecutableComment() =>
        Peek(0) == '/' && Peek(1) == '*' && (Peek(2) == '!' || (Peek(2) == 'M' && Peek(3) == '!'));

    /// <summary>
    /// The content is SQL: a <c>*/</c> in its strings and comments does not end it. (A server that leaves the content out, for
    /// its version, looks for the end in another way; callers must not rely on where it ends.)
    /// </summary>
    private SqlTokenKind ReadExecutableComment()
    {
        int depth = 0;
        while (_position < _sql.Length)
        {
            if (StartsExecutableComment())
            {
                depth++;
                _position += Peek(2) == '!' ? 3 : 4;
            }
            else if (Peek(0) != '*' || Peek(1) != '/')
            {
                ReadKind(_sql[_position]);
            }
            else
            {
                _position += 2;
                if (--depth == 0)
                {
                    _namePart = NamePart.None;
                    return SqlTokenKind.ExecutableComment;
                }
            }
        }

        return SqlTokenKind.Unterminated;
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

    private readonly char Peek(int offset) => _position + offset < _sql.Length ? _sql[_position + offset] : '\0';

    /// <summary>Where in a name like <c>schema.2nd_table</c> the next character stands.</summary>
    private enum NamePart
    {
        None,
        AfterWord,
        AfterDot,
    }
}
