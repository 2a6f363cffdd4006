namespace ResilientMySql.Statements;

/// <summary>A stretch of SQL text and what it is; offsets count UTF-16 units from the start of the text.</summary>
internal readonly record struct SqlToken(SqlTokenKind Kind, int Start, int Length)
{
    public int End => Start + Length;

    /// <summary>Whether the server skips this token: blanks, comments and hints.</summary>
    public bool IsTrivia => Kind is SqlTokenKind.Whitespace or SqlTokenKind.Comment or SqlTokenKind.Hint;

    public ReadOnlySpan<char> In(ReadOnlySpan<char> sql) => sql.Slice(Start, Length);
}
