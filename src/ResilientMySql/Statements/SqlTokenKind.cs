namespace ResilientMySql.Statements;

/// <summary>What a stretch of SQL text is, by MySQL's lexical rules.</summary>
internal enum SqlTokenKind
{
    /// <summary>Blanks, tabs, line ends and other control characters.</summary>
    Whitespace,

    /// <summary>A comment that no server runs: <c>/* … */</c>, <c>#…</c> or <c>-- …</c>.</summary>
    Comment,

    /// <summary>An optimizer hint: <c>/*+ … */</c>.</summary>
    Hint,

    /// <summary>
    /// A comment whose content servers run: <c>/*! … */</c>, or <c>/*M! … */</c> on MariaDB. Also a hint in which a quote stays
    /// open, since its end is in doubt.
    /// </summary>
    ExecutableComment,

    /// <summary>A bare word: keyword, identifier or function name; also <c>\N</c>, the short form of NULL.</summary>
    Word,

    /// <summary>An identifier in backticks.</summary>
    QuotedIdentifier,

    /// <summary>Text in single quotes.</summary>
    String,

    /// <summary>Text in double quotes: a string, or an identifier where sql_mode has ANSI_QUOTES.</summary>
    DoubleQuoted,

    /// <summary>A number, in any of the dialect's notations without quotes.</summary>
    Number,

    /// <summary><c>@name</c>: a user variable for the server, a named parameter for the driver.</summary>
    AtName,

    /// <summary>
    /// <c>@@name</c>: a system variable, with its scope if one is given (<c>@@session.name</c>). A name in quotes is a token of
    /// its own, and the variable then ends with <c>@</c> or a dot.
    /// </summary>
    SystemVariable,

    /// <summary>A positional placeholder: <c>?</c>.</summary>
    Placeholder,

    /// <summary><c>:=</c>, which assigns to a user variable inside any statement.</summary>
    Assignment,

    /// <summary><c>;</c>, which separates statements.</summary>
    Semicolon,

    /// <summary>Any other single character.</summary>
    Symbol,

    /// <summary>A quote or comment that is opened and never closed; it runs to the end of the text.</summary>
    Unterminated,
}
