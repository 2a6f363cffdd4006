namespace ResilientMySql.Statements;

/// <summary>What a statement may leave on its session that a reset does not clear (docs/decisions/0014). Pure.</summary>
internal static class IndelibleState
{
    private static readonly string[] Words = ["ROLE", "XA", "RESOURCE", "PROFILING", "PROFILING_HISTORY_SIZE", "OPTIMIZER_TRACE"];

    /// <summary>
    /// Whether the text of a statement that changes its session names any of it: a role, a branch of a distributed transaction, a
    /// resource group, recorded statements. Wherever it stands, for strings are prepared and comments run; what a routine does
    /// is not seen.
    /// </summary>
    public static bool IsNamedIn(ReadOnlySpan<char> sql)
    {
        foreach (string word in Words)
        {
            if (HasWord(sql, word))
                return true;
        }

        return false;
    }

    private static bool HasWord(ReadOnlySpan<char> text, string word)
    {
        for (int at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase))
        {
            ReadOnlySpan<char> after = text[(at + word.Length)..];
            if ((at == 0 || !IsPartOfName(text[at - 1])) && (after.IsEmpty || !IsPartOfName(after[0])))
                return true;

            text = after;
        }

        return false;
    }

    private static bool IsPartOfName(char character) => char.IsLetterOrDigit(character) || character is '_' or '$';
}
