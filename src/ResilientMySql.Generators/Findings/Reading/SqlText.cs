using ResilientMySql.Statements;

namespace ResilientMySql.Generators.Findings.Reading;

/// <summary>The significant tokens of a text, by number, with how deep in parentheses each one stands.</summary>
internal sealed class SqlText
{
    private readonly int[] _depths;
    private readonly int[] _closings;

    public SqlText(string sql)
    {
        Sql = sql;
        var all = new List<SqlToken>();
        var lexer = new SqlLexer(sql.AsSpan());
        while (lexer.TryRead(out SqlToken token))
            all.Add(token);

        All = all;
        Tokens = [.. all.Where(token => !token.IsTrivia)];
        _depths = new int[Tokens.Count];
        _closings = new int[Tokens.Count];
        MatchParentheses();
        Statements = [.. Split()];
    }

    public string Sql { get; }

    /// <summary>Every token, comments and blanks included.</summary>
    public IReadOnlyList<SqlToken> All { get; }

    /// <summary>The tokens that the server does not skip; what is numbered here.</summary>
    public IReadOnlyList<SqlToken> Tokens { get; }

    /// <summary>The statements between the semicolons; empty ones are left out.</summary>
    public IReadOnlyList<TokenRange> Statements { get; }

    public SqlTokenKind KindOf(int index) => Tokens[index].Kind;

    /// <summary>How many parentheses are open around the token; a parenthesis stands outside of itself.</summary>
    public int DepthOf(int index) => _depths[index];

    /// <summary>The number of the parenthesis that closes the one that opens here; the number of tokens where none does.</summary>
    public int ClosingOf(int index) => _closings[index];

    public string TextOf(int index) => Sql.Substring(Tokens[index].Start, Tokens[index].Length);

    public string TextOf(TokenRange range) => Sql.Substring(StartOf(range), LengthOf(range));

    public int StartOf(TokenRange range) => Tokens[range.First].Start;

    public int LengthOf(TokenRange range) => Tokens[range.End - 1].End - Tokens[range.First].Start;

    public bool IsWord(int index, string word) =>
        index >= 0 && index < Tokens.Count && KindOf(index) is SqlTokenKind.Word && Tokens[index].In(Sql.AsSpan()).Equals(word.AsSpan(), StringComparison.OrdinalIgnoreCase);

    public bool IsAnyWord(int index, params string[] words) => words.Any(word => IsWord(index, word));

    public bool IsSymbol(int index, char symbol) =>
        index >= 0 && index < Tokens.Count && KindOf(index) is SqlTokenKind.Symbol && Sql[Tokens[index].Start] == symbol;

    /// <summary>Whether the token follows the one before it without anything between.</summary>
    public bool Touches(int index) => index > 0 && index < Tokens.Count && Tokens[index].Start == Tokens[index - 1].End;

    /// <summary>Whether a name stands here, bare or in backticks.</summary>
    public bool IsName(int index) => index >= 0 && index < Tokens.Count && KindOf(index) is SqlTokenKind.Word or SqlTokenKind.QuotedIdentifier;

    /// <summary>The name without its quotes.</summary>
    public string NameOf(int index)
    {
        string text = TextOf(index);
        return text[0] is '`' or '"' or '\'' && text.Length > 1
            ? text.Substring(1, text.Length - 2).Replace(new string(text[0], 2), text.Substring(0, 1))
            : text;
    }

    /// <summary>The first of the words in the range, at the depth of its first token; -1 where there is none.</summary>
    public int Find(TokenRange range, params string[] words)
    {
        for (int index = range.First; index < range.End; index++)
        {
            if (DepthOf(index) == DepthOf(range.First) && IsAnyWord(index, words) && !IsSymbol(index - 1, '.'))
                return index;
        }

        return -1;
    }

    /// <summary>The range in parts, cut at the commas of its own depth.</summary>
    public IEnumerable<TokenRange> SplitAtCommas(TokenRange range)
    {
        if (range.IsEmpty)
            yield break;

        int first = range.First;
        for (int index = range.First; index < range.End; index++)
        {
            if (!IsSymbol(index, ',') || DepthOf(index) != DepthOf(range.First))
                continue;

            yield return new TokenRange(first, index);
            first = index + 1;
        }

        yield return new TokenRange(first, range.End);
    }

    private void MatchParentheses()
    {
        var open = new Stack<int>();
        for (int index = 0; index < Tokens.Count; index++)
        {
            _closings[index] = Tokens.Count;
            if (IsSymbol(index, ')') && open.Count > 0)
                _closings[open.Pop()] = index;

            _depths[index] = open.Count;
            if (IsSymbol(index, '('))
                open.Push(index);
        }
    }

    private IEnumerable<TokenRange> Split()
    {
        int first = 0;
        for (int index = 0; index <= Tokens.Count; index++)
        {
            if (index < Tokens.Count && KindOf(index) is not SqlTokenKind.Semicolon)
                continue;

            if (index > first)
                yield return new TokenRange(first, index);

            first = index + 1;
        }
    }
}
