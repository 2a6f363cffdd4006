using ResilientMySql.Statements;

namespace ResilientMySql.Integration.Queries.Parameters;

/// <summary>How the server reads quotes, and how the driver does, which only its connection string tells.</summary>
/// <param name="SqlMode">The session's sql_mode.</param>
/// <param name="DriverEscapes">Whether the driver takes backslashes for escapes: without <c>No Backslash Escapes</c>.</param>
internal sealed record QuoteSettings(string SqlMode, bool DriverEscapes)
{
    /// <summary>How the server cuts texts.</summary>
    public LexicalMode LexicalMode =>
        (SqlMode.Contains("BACKSLASH", StringComparison.Ordinal) ? LexicalMode.NoBackslashEscapes : LexicalMode.None)
        | (SqlMode.Contains("ANSI", StringComparison.Ordinal) ? LexicalMode.AnsiQuotes : LexicalMode.None);

    /// <summary>All that there are, those in which the connection string was forgotten among them.</summary>
    public static IReadOnlyList<QuoteSettings> All { get; } =
    [
        new("", DriverEscapes: true),
        new("ANSI_QUOTES", DriverEscapes: true),
        new("NO_BACKSLASH_ESCAPES", DriverEscapes: false),
        new("NO_BACKSLASH_ESCAPES", DriverEscapes: true),
        new("NO_BACKSLASH_ESCAPES,ANSI_QUOTES", DriverEscapes: false),
        new("NO_BACKSLASH_ESCAPES,ANSI_QUOTES", DriverEscapes: true),
    ];
}
