namespace ResilientMySql.Integration.Statements;

/// <summary>Texts in which it depends on sql_mode and version what is quoted, commented out or run; the same for the same seed.</summary>
internal sealed class QuoteSoup(int seed)
{
    private static readonly string[] Pieces =
    [
        "'", "'", "\"", "\"", "`", "\\", "\\'", "\\\"", "''", "\"\"", "'\\'", "'\\\\'", "\"\\\"", "/*", "*/", "/*!", "/*!99999 ", "/*+ ", "/*M! ", "-- ", "--", "#",
        "\n", " ", " ", ", ", ", ", "1", "a", "@v := 1", "@v := 2", "DO @v := 3", ";", "; ", "(", ")", "\\N", "'x'", "\"a\"", "`a`", "$$", "N", "_utf8mb4", "g(1)",
        "corpus.", "corpus.1sum(1)", "1sum(1)", "0bad(1)", "1e5(1)", "é(1)", ".", "1.", "0x", "e", "+", "@", "now", "now",
    ];

    /// <summary>What closes in one mode what it opens in another, and something to hide there.</summary>
    private static readonly string[] Traps =
    [
        "'a\\'", "\"a\\\"", ", @v := 1", "; DO @v := 2", " -- '", " -- \"", " # '", " /* '", " */", "'", "\"", ", 1", "\\'", "''",
    ];

    private readonly Random _random = new(seed);

    /// <summary>The next text; most are refused.</summary>
    public string Next()
    {
        bool isTrap = _random.Next(2) == 0;
        string[] pieces = isTrap ? Traps : Pieces;
        string text = (isTrap ? 0 : _random.Next(3)) switch
        {
            0 => "SELECT ",
            1 => "SELECT a FROM t WHERE 1 OR ",
            _ => " ",
        };
        for (int i = _random.Next(1, isTrap ? 6 : 9); i > 0; i--)
            text += pieces[_random.Next(pieces.Length)];

        return text;
    }
}
