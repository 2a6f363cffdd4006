using System.Text;
using ResilientMySql.Generators.Diagnostics;
using ResilientMySql.Statements;

namespace ResilientMySql.Generators.Parsing;

/// <summary>Reads a statement's text: each <c>@name</c> becomes a placeholder, everything else stays as it is.</summary>
internal static class SqlParser
{
    public static ParsedSql? Parse(MethodDeclaration declaration, Reports reports)
    {
        var source = SqlSource.Of(declaration);
        var commandText = new StringBuilder();
        var parameters = new List<SqlParameter>();
        bool hasStatement = false;
        bool isValid = true;

        var lexer = new SqlLexer(source.Text.AsSpan());
        while (lexer.TryRead(out SqlToken token))
        {
            hasStatement |= !token.IsTrivia && token.Kind is not SqlTokenKind.Semicolon;
            string text = source.Text.Substring(token.Start, token.Length);
            if (IsParameter(token.Kind, text))
            {
                commandText.Append('?');
                parameters.Add(new SqlParameter(text.Substring(1), source.Locate(token.Start, token.Length)));
                continue;
            }

            commandText.Append(text);
            isValid &= Check(declaration, source, token, text, reports);
        }

        if (!hasStatement)
            reports.Add(Descriptors.EmptySql, source.Location, declaration.Name);

        return hasStatement && isValid ? new ParsedSql(source.Text, commandText.ToString(), parameters) : null;
    }

    /// <summary>A name in quotes (<c>@`total`</c>) is a user variable and never a parameter.</summary>
    private static bool IsParameter(SqlTokenKind kind, string text) =>
        kind is SqlTokenKind.AtName && text[1] is not ('\'' or '"' or '`');

    private static bool Check(MethodDeclaration declaration, SqlSource source, SqlToken token, string text, Reports reports)
    {
        if (token.Kind is SqlTokenKind.Unterminated)
            reports.Add(Descriptors.UnterminatedSql, source.Locate(token.Start, token.Length), Unterminated(text));
        else if (token.Kind is SqlTokenKind.Placeholder)
            reports.Add(Descriptors.PositionalPlaceholder, source.Locate(token.Start, token.Length), declaration.Name);
        else
            return true;

        return false;
    }

    private static string Unterminated(string text) => text.TrimStart('@')[0] switch
    {
        '/' => "comment",
        '`' => "quoted identifier",
        _ => "quoted string",
    };
}
