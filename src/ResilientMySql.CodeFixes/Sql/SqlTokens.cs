using ResilientMySql.Statements;

namespace ResilientMySql.CodeFixes.Sql;

/// <summary>What the lexer makes of a text, as a list.</summary>
internal static class SqlTokens
{
    public static IReadOnlyList<SqlToken> Of(string sql)
    {
        var tokens = new List<SqlToken>();
        var lexer = new SqlLexer(sql.AsSpan());
        while (lexer.TryReadSignificant(out SqlToken token))
            tokens.Add(token);

        return tokens;
    }

    /// <summary>A name in quotes (<c>@`total`</c>) is a user variable and never a parameter.</summary>
    public static bool IsParameter(SqlToken token, string sql) =>
        token.Kind is SqlTokenKind.AtName && token.Length > 1 && sql[token.Start + 1] is not ('\'' or '"' or '`');

    /// <summary>The name of a parameter, without its @.</summary>
    public static string NameOf(SqlToken parameter, string sql) => sql.Substring(parameter.Start + 1, parameter.Length - 1);

    public static bool IsWord(SqlToken token, string sql, string word) =>
        token.Kind is SqlTokenKind.Word && token.Length == word.Length
        && string.Compare(sql, token.Start, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0;

    public static bool IsSymbol(SqlToken token, string sql, char symbol) => token.Kind is SqlTokenKind.Symbol && sql[token.Start] == symbol;

    /// <summary>The name that a word or an identifier in backticks stands for; null for any other token.</summary>
    public static string? IdentifierOf(SqlToken token, string sql) => token.Kind switch
    {
        SqlTokenKind.Word => sql.Substring(token.Start, token.Length),
        SqlTokenKind.QuotedIdentifier => sql.Substring(token.Start + 1, token.Length - 2).Replace("``", "`"),
        _ => null,
    };
}
