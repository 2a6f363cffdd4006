namespace ResilientMySql.Generators.Findings.Reading;

/// <summary>The query that a statement's result set comes from: its first SELECT outside of parentheses, and its clauses.</summary>
internal sealed class QueryBlock
{
    private static readonly string[] Options =
    [
        "ALL", "DISTINCT", "DISTINCTROW", "HIGH_PRIORITY", "STRAIGHT_JOIN", "SQL_SMALL_RESULT", "SQL_BIG_RESULT", "SQL_BUFFER_RESULT",
        "SQL_CACHE", "SQL_NO_CACHE", "SQL_CALC_FOUND_ROWS",
    ];

    private static readonly string[] AfterList =
    [
        "FROM", "INTO", "WHERE", "GROUP", "HAVING", "WINDOW", "ORDER", "LIMIT", "FOR", "LOCK", "PROCEDURE",
        "UNION", "INTERSECT", "EXCEPT",
    ];

    private static readonly string[] Operators = ["UNION", "INTERSECT", "EXCEPT"];

    private readonly SqlText _text;
    private readonly TokenRange _block;

    private QueryBlock(SqlText text, TokenRange whole, int select)
    {
        _text = text;
        int first = select + 1;
        while (first < whole.End && text.IsAnyWord(first, Options))
            first++;

        Whole = new TokenRange(select, whole.End);
        int listEnd = Next(new TokenRange(first, whole.End), AfterList);
        Columns = SelectList.Read(text, new TokenRange(first, listEnd));
        int operation = text.Find(Whole, Operators);
        IsCombined = operation >= 0;
        _block = new TokenRange(select, IsCombined ? operation : whole.End);
        From = Clause("FROM", "WHERE", "GROUP", "HAVING", "WINDOW", "ORDER", "LIMIT", "FOR", "LOCK", "INTO", "PROCEDURE");
        Where = Clause("WHERE", "GROUP", "HAVING", "WINDOW", "ORDER", "LIMIT", "FOR", "LOCK", "INTO", "PROCEDURE");
    }

    /// <summary>From the SELECT to the end of the statement.</summary>
    public TokenRange Whole { get; }

    public IReadOnlyList<SelectColumn> Columns { get; }

    /// <summary>Whether it is one of several, joined by UNION and its like.</summary>
    public bool IsCombined { get; }

    /// <summary>What stands behind FROM; empty where there is none.</summary>
    public TokenRange From { get; }

    /// <summary>What stands behind WHERE; empty where there is none.</summary>
    public TokenRange Where { get; }

    public bool Has(string clause) => _text.Find(Whole, clause) >= 0;

    /// <summary>The number of the word that opens the clause, or -1.</summary>
    public int IndexOf(string clause) => _text.Find(Whole, clause);

    /// <summary>The query of a SELECT, with or without common table expressions; null for every other statement.</summary>
    public static QueryBlock? Of(SqlText text, TokenRange statement)
    {
        if (text.IsWord(statement.First, "SELECT"))
            return new QueryBlock(text, statement, statement.First);

        int select = text.IsWord(statement.First, "WITH") ? text.Find(statement, "SELECT", "UPDATE", "DELETE", "INSERT", "REPLACE") : -1;
        return text.IsWord(select, "SELECT") ? new QueryBlock(text, statement, select) : null;
    }

    private TokenRange Clause(string word, params string[] ends)
    {
        int start = _text.Find(_block, word);
        return start < 0 ? new TokenRange(_block.End, _block.End) : new TokenRange(start + 1, Next(new TokenRange(start + 1, _block.End), ends));
    }

    private int Next(TokenRange range, string[] words)
    {
        for (int index = range.First; index < range.End; index++)
        {
            bool isName = index == range.First || _text.IsSymbol(index - 1, '.') || _text.IsSymbol(index - 1, ',') || _text.IsWord(index - 1, "AS")
                || (_text.IsWord(index, "FOR") && _text.IsWord(index - 1, "VALUE")); // MariaDB's NEXT VALUE FOR s
            if (_text.DepthOf(index) == _text.DepthOf(Whole.First) && !isName && _text.IsAnyWord(index, words))
                return index;
        }

        return range.End;
    }
}
