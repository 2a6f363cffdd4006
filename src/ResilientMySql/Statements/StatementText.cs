using System.Text;

namespace ResilientMySql.Statements;

/// <summary>Makes statements fit for error messages and logs.</summary>
internal static class StatementText
{
    private const int Longest = 100;

    /// <summary>The statement on one line, cut short, with <c>?</c> in the place of every string and number.</summary>
    public static string WithoutValues(string sql)
    {
        var text = new StringBuilder();
        var lexer = new SqlLexer(sql);
        while (text.Length < Longest && lexer.TryRead(out SqlToken token))
        {
            switch (token.Kind)
            {
                case SqlTokenKind.Whitespace:
                    text.Append(' ');
                    break;
                case SqlTokenKind.Comment or SqlTokenKind.Hint:
                    break;
                case SqlTokenKind.String or SqlTokenKind.DoubleQuoted or SqlTokenKind.Number or SqlTokenKind.Unterminated
                    or SqlTokenKind.ExecutableComment:
                    text.Append('?');
                    break;
                default:
                    text.Append(token.In(sql));
                    break;
            }
        }

        if (text.Length > Longest)
            text.Length = Longest;

        return text.ToString().Trim();
    }
}
