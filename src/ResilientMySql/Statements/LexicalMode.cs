namespace ResilientMySql.Statements;

/// <summary>The modes of <c>sql_mode</c> under which the same characters make other tokens.</summary>
[Flags]
internal enum LexicalMode
{
    /// <summary>The default: backslashes escape in strings, and double quotes make strings.</summary>
    None = 0,

    /// <summary>A backslash is a character like any other.</summary>
    NoBackslashEscapes = 1,

    /// <summary>Double quotes make identifiers, in which nothing escapes.</summary>
    AnsiQuotes = 2,
}
