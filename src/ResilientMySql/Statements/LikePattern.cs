namespace ResilientMySql.Statements;

/// <summary>SQL's LIKE for ASCII names: <c>%</c> for any run, <c>_</c> for any character, backslash to escape either.</summary>
internal static class LikePattern
{
    /// <summary>Whether the pattern covers the whole name, without regard to case.</summary>
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name)
    {
        int p = 0, n = 0, resumePattern = -1, resumeName = 0;
        while (n < name.Length)
        {
            if (p < pattern.Length && pattern[p] == '%')
            {
                resumePattern = ++p;
                resumeName = n;
            }
            else if (p < pattern.Length && MatchesOne(pattern, ref p, name[n]))
            {
                n++;
            }
            else if (resumePattern >= 0)
            {
                p = resumePattern;
                n = ++resumeName;
            }
            else
            {
                return false;
            }
        }

        return pattern[p..].Trim('%').IsEmpty;
    }

    private static bool MatchesOne(ReadOnlySpan<char> pattern, ref int p, char letter)
    {
        bool isEscaped = pattern[p] == '\\' && p + 1 < pattern.Length;
        int at = isEscaped ? p + 1 : p;
        bool matches = (!isEscaped && pattern[at] == '_') || char.ToUpperInvariant(pattern[at]) == char.ToUpperInvariant(letter);
        if (matches)
            p = at + 1;

        return matches;
    }
}
