namespace ResilientMySql.Statements;

/// <summary>Finds texts that may name user variables, <c>@name</c>. Pure.</summary>
internal static class UserVariables
{
    /// <summary>Whether one may be named, in whichever mode the server reads the text; what a server may run of a comment can be anything.</summary>
    public static bool MayBeIn(ReadOnlySpan<char> sql)
    {
        if (!sql.Contains('@') && !sql.Contains("/*".AsSpan(), StringComparison.Ordinal))
            return false;

        foreach (LexicalMode mode in LexicalReading.Modes)
        {
            if (MayBeIn(sql, mode))
                return true;
        }

        return false;
    }

    private static bool MayBeIn(ReadOnlySpan<char> sql, LexicalMode mode)
    {
        var lexer = new SqlLexer(sql, mode);
        while (lexer.TryReadSignificant(out SqlToken token))
        {
            if (token.Kind is SqlTokenKind.AtName or SqlTokenKind.ExecutableComment)
                return true;
        }

        return false;
    }
}
