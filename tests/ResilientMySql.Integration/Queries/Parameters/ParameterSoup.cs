namespace ResilientMySql.Integration.Queries.Parameters;

/// <summary>
/// Texts in which it takes some reading to tell what is a parameter; the same for the same seed. About half of them a server accepts.
/// </summary>
internal sealed class ParameterSoup(int seed)
{
    public static readonly string[] Names = ["p1", "p2"];

    /// <summary>Items of a select list, each by itself understood by both servers, in the default mode at least.</summary>
    private static readonly string[] Items =
    [
        "@p1", "@p2", "@P1", "@p1", "@p2", "'a'", "'@p1'", "'?'", "'it''s @p2'", "'\\'@p1'", "'\\\\'", "\"b\"", "\"@p2\"", "\"\"\"@p1\"", "\"\\\"@p1\"", "c", "`c`",
        "t.c", "1", "1e5", "0x1F", "@@sql_mode", "@@session.sql_mode", "@other", "@`other`", "@'p1'", "@\"p2\"", "@`p1`", "NULL", "\\N", "_utf8mb4'@p1'",
        "/* @p1 */ 1", "/*! @p2, */ 1", "/*! 1, */ @p1", "/*M! @p1, */ 2", "/*!99999 ' */ 1", "/*+ @p1 */ @p2", "/** x */ 3", "/** x **/ @p1", "/***/ @p2 /* */",
        "1 -- @p1\n", "1 # @p2 '\n", "1 --\n + @p1", "1--1", "1 - -@p1", "5 --\t'\n", "@p1 -- it's\n", "@p1-- it's\n", "@p1/* ' */", "@p2# \"\n", "'x'/* @p1 */",
        "'x' 'y'", "'x'\"y\"", "'x''y'", "'x'@p1", "(@p1)", "-@p2", "@p1+@p2", "@p1.c", "é", "'é@p1'", "@é", "'\\' -- ', @p1", "\"\\\" -- \", @p1", "' @p1 ''", "?",
    ];

    /// <summary>What hardly ever makes a statement, and opens or closes what others have.</summary>
    private static readonly string[] Pieces =
    [
        "'", "\"", "`", "\\", "''", "\\'", "/*", "*/", "/*!", "/*M!", "*", "/", "--", "-- ", "#", "\n", "@", "@@", "@p1", "@p2", "@p1@p2", "?", "?p1", ";", " ", "a", ".", "$", "N",
    ];

    private readonly Random _random = new(seed);

    public string Next()
    {
        if (_random.Next(6) == 0)
            return "SELECT " + string.Concat(Enumerable.Range(0, _random.Next(2, 10)).Select(_ => One(Pieces)));

        string list = string.Join(One([", ", ", ", ",", " , "]), Enumerable.Range(0, _random.Next(1, 6)).Select(_ => One(Items)));
        return $"SELECT {list}{One(["", " ", "\n"])} FROM (SELECT 1 AS c, 2 AS `é`) t{One(["", "", "", ";", " -- @p1", " /* @p2 */"])}";
    }

    private string One(string[] choices) => choices[_random.Next(choices.Length)];
}
