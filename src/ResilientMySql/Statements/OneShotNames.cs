namespace ResilientMySql.Statements;

/// <summary>The names under which a session tells what it did just before.</summary>
internal static class OneShotNames
{
    /// <summary>What the system variable in <paramref name="token"/> (<c>@@session.identity</c>) tells.</summary>
    public static OneShotState OfVariable(ReadOnlySpan<char> token) => OfName(token[(token.LastIndexOfAny('@', '.') + 1)..]);

    /// <summary>What a variable of this name tells.</summary>
    public static OneShotState OfName(ReadOnlySpan<char> name) => name switch
    {
        _ when Is(name, "identity") || Is(name, "last_insert_id") || Is(name, "insert_id") => OneShotState.InsertId,
        _ when Is(name, "warning_count") || Is(name, "error_count") => OneShotState.LastStatement,
        _ when Is(name, "pseudo_thread_id") || Is(name, "last_gtid") || Is(name, "gtid_owned") || Is(name, "gtid_next")
            || Is(name, "gtid_seq_no") || Is(name, "rand_seed1") || Is(name, "rand_seed2") => OneShotState.Identity,
        _ => OneShotState.None,
    };

    /// <summary>Whether one of the variables matches the pattern of <c>SHOW VARIABLES LIKE</c>, given with its quotes.</summary>
    public static bool MatchAny(ReadOnlySpan<char> quotedPattern)
    {
        ReadOnlySpan<char> pattern = quotedPattern[1..^1];
        ReadOnlySpan<string> names =
        [
            "identity", "last_insert_id", "insert_id", "warning_count", "error_count", "pseudo_thread_id", "last_gtid",
            "gtid_owned", "gtid_next", "gtid_seq_no", "rand_seed1", "rand_seed2",
        ];
        foreach (string name in names)
        {
            if (LikePattern.Matches(pattern, name))
                return true;
        }

        return false;
    }

    /// <summary>What a text that is not understood mentions, were it in a string.</summary>
    public static OneShotState MentionedIn(ReadOnlySpan<char> text)
    {
        var found = OneShotState.None;
        if (Mentions(text, "insert_id") || Mentions(text, "identity"))
            found |= OneShotState.InsertId;

        if (Mentions(text, "row_count") || Mentions(text, "warning") || Mentions(text, "error") || Mentions(text, "diagnostics"))
            found |= OneShotState.LastStatement;

        if (Mentions(text, "found_rows"))
            found |= OneShotState.FoundRows;

        if (Mentions(text, "connection_id") || Mentions(text, "thread_id") || Mentions(text, "lastval")
            || Mentions(text, "previous") || Mentions(text, "currval") || Mentions(text, "gtid") || Mentions(text, "kill"))
        {
            found |= OneShotState.Identity;
        }

        return found;
    }

    private static bool Mentions(ReadOnlySpan<char> text, string name) => text.Contains(name, StringComparison.OrdinalIgnoreCase);

    private static bool Is(ReadOnlySpan<char> text, string word) => text.Equals(word, StringComparison.OrdinalIgnoreCase);
}
