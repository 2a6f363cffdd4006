namespace ResilientMySql.Statements;

/// <summary>The classes of characters that the lexer tells apart.</summary>
internal static class SqlCharacters
{
    public static bool IsDigit(char value) => value is >= '0' and <= '9';

    public static bool IsHexDigit(char value) => IsDigit(value) || value is (>= 'a' and <= 'f') or (>= 'A' and <= 'F');

    /// <summary>Blanks and control characters; those that the servers do not take for blanks, they refuse.</summary>
    public static bool IsBlank(char value) => value is <= ' ' or '\u007F';

    public static bool IsWordPart(char value) =>
        IsDigit(value) || value is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_' or '$' or >= '\u0080';

    /// <summary>Whether one of the three quotes is opened in the text and not closed.</summary>
    public static bool HasOpenQuote(ReadOnlySpan<char> text)
    {
        char open = '\0';
        foreach (char current in text)
        {
            if (open == '\0')
                open = current is '\'' or '"' or '`' ? current : open;
            else if (current == open)
                open = '\0';
        }

        return open != '\0';
    }
}
