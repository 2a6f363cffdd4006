using ResilientMySql.Statements;

namespace ResilientMySql.Generators.Findings.Reading;

/// <summary>
/// Where MySqlConnector sees parameters in a text. It reads by simpler rules than the servers do: what ends a parameter, a string or a
/// quoted name is consumed with it, so that a quote or comment that opens at once behind one is overlooked.
/// </summary>
internal static class DriverReading
{
    /// <param name="sql">The text that the driver is given.</param>
    /// <param name="escapes">Whether backslashes escape in strings: unless the server has NO_BACKSLASH_ESCAPES.</param>
    public static IReadOnlyList<Placeholder> Find(string sql, bool escapes)
    {
        var found = new List<Placeholder>();
        int position = 0;
        while (position < sql.Length)
        {
            position = sql[position] switch
            {
                '\'' or '"' or '`' => SkipQuoted(sql, position, escapes) + 1,
                '#' => SkipLine(sql, position),
                '-' when OpensDashComment(sql, position) => SkipLine(sql, position + 3),
                '/' when Follows(sql, position, '*') => SkipComment(sql, position),
                '?' => ReadQuestionMark(sql, position, found),
                '@' => ReadAt(sql, position, escapes, found),
                _ => position + 1,
            };
        }

        return found;
    }

    /// <summary>The position behind the closing quote, one past the end where there is none.</summary>
    private static int SkipQuoted(string sql, int position, bool escapes)
    {
        char quote = sql[position++];
        while (position < sql.Length)
        {
            if (sql[position] == '\\' && escapes && quote != '`')
                position += 2;
            else if (sql[position] != quote)
                position++;
            else if (Follows(sql, position, quote))
                position += 2;
            else
                return position + 1;
        }

        return sql.Length + 1;
    }

    private static int SkipLine(string sql, int position)
    {
        int end = position < sql.Length ? sql.IndexOf('\n', position) : -1;
        return end < 0 ? sql.Length : end + 1;
    }

    private static bool OpensDashComment(string sql, int position) =>
        position + 2 < sql.Length && sql[position + 1] == '-' && SqlCharacters.IsBlank(sql[position + 2]);

    /// <summary>The driver takes the character behind an asterisk with it, so that <c>**/</c> closes nothing.</summary>
    private static int SkipComment(string sql, int position)
    {
        position += 2;
        while (position < sql.Length)
        {
            if (sql[position] != '*')
                position++;
            else if (Follows(sql, position, '/'))
                return position + 2;
            else
                position += 2;
        }

        return sql.Length;
    }

    private static int ReadQuestionMark(string sql, int position, List<Placeholder> found)
    {
        int end = SkipName(sql, position + 1);
        found.Add(new Placeholder(position, end - position));
        return end + 1;
    }

    private static int ReadAt(string sql, int position, bool escapes, List<Placeholder> found)
    {
        int next = position + 1;
        if (next < sql.Length && sql[next] is '\'' or '"' or '`')
        {
            int close = SkipQuoted(sql, next, escapes);
            if (close <= sql.Length)
                found.Add(new Placeholder(position, close - position));

            return close + 1;
        }

        int end = SkipName(sql, next);
        if (end > next)
            found.Add(new Placeholder(position, end - position));

        return end + 1;
    }

    private static int SkipName(string sql, int position)
    {
        while (position < sql.Length && (SqlCharacters.IsWordPart(sql[position]) || sql[position] == '.'))
            position++;

        return position;
    }

    private static bool Follows(string sql, int position, char value) => position + 1 < sql.Length && sql[position + 1] == value;
}
