using ResilientMySql.Generators.Findings.Reading;
using ResilientMySql.Statements;

namespace ResilientMySql.Generators.Findings.Rules;

/// <summary>
/// A text in which the driver would see other parameters than there are, or in which it depends on the server's sql_mode which ones
/// there are. Told instead of sent: values would reach the wrong places.
/// </summary>
internal static class DriverReadingRule
{
    private static readonly LexicalMode[] OtherModes =
        [LexicalMode.NoBackslashEscapes, LexicalMode.AnsiQuotes, LexicalMode.NoBackslashEscapes | LexicalMode.AnsiQuotes];

    public static void Find(StatementFacts facts, FindingList findings)
    {
        SentText usual = SentText.Of(facts.Sql, LexicalMode.None, facts.IsUserVariable);
        if (FindDifference(usual, escapes: true, facts) is { } difference)
        {
            findings.Add(FindingIds.DriverReadsOtherwise, difference.Start, difference.Length, TextAt(facts, difference));
            return;
        }

        // Only a backslash is read in different ways.
        if (facts.Sql.IndexOf('\\') < 0)
            return;

        foreach (LexicalMode mode in OtherModes)
        {
            if (FindDifferenceIn(mode, usual, facts) is not { } place)
                continue;

            findings.Add(FindingIds.DependsOnSqlMode, place.Start, place.Length, TextAt(facts, place), NameOf(mode));
            return;
        }
    }

    private static Placeholder? FindDifferenceIn(LexicalMode mode, SentText usual, StatementFacts facts)
    {
        // What such a server refuses as a whole does no harm.
        if (LexicalReading.IsRefused(usual.Text.AsSpan(), mode))
            return null;

        SentText other = SentText.Of(usual.Text, mode, facts.IsUserVariable);
        Placeholder? moved = FirstOf(usual.Placeholders, other.Written);
        if (moved is { } place)
            return usual.OriginOf(place);

        return FindDifference(usual, escapes: (mode & LexicalMode.NoBackslashEscapes) == 0, facts);
    }

    /// <summary>The first place, as written, that is a parameter for the driver and is none, or the other way round.</summary>
    private static Placeholder? FindDifference(SentText sent, bool escapes, StatementFacts facts)
    {
        IEnumerable<Placeholder> seen = DriverReading.Find(sent.Text, escapes)
            .Where(place => !IsUserVariable(sent.Text.Substring(place.Start, place.Length), facts));

        return FirstOf(sent.Placeholders, [.. seen]) is { } place ? sent.OriginOf(place) : null;
    }

    private static Placeholder? FirstOf(IReadOnlyList<Placeholder> expected, IReadOnlyList<Placeholder> seen)
    {
        IEnumerable<Placeholder> differences = expected.Except(seen).Concat(seen.Except(expected)).OrderBy(place => place.Start);
        return differences.Select(static place => (Placeholder?)place).FirstOrDefault();
    }

    /// <summary>Whether it is no parameter, and known not to be one; of a quoted name that is one's too, another rule tells.</summary>
    private static bool IsUserVariable(string text, StatementFacts facts)
    {
        if (text[0] != '@')
            return false;

        bool isQuoted = text[1] is '\'' or '"' or '`';
        string name = isQuoted ? text.Substring(2, text.Length - 3) : text.Substring(1);
        return facts.IsUserVariable(name) || (isQuoted && facts.HasParameter(name));
    }

    private static string TextAt(StatementFacts facts, Placeholder place) => facts.Sql.Substring(place.Start, place.Length);

    private static string NameOf(LexicalMode mode) => mode switch
    {
        LexicalMode.NoBackslashEscapes => "NO_BACKSLASH_ESCAPES",
        LexicalMode.AnsiQuotes => "ANSI_QUOTES",
        _ => "NO_BACKSLASH_ESCAPES and ANSI_QUOTES",
    };
}
