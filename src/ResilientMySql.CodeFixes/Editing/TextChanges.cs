using Microsoft.CodeAnalysis.Text;

namespace ResilientMySql.CodeFixes.Editing;

/// <summary>Puts the changes of several edits together.</summary>
internal static class TextChanges
{
    /// <summary>
    /// In the order of the text, the same change once (two methods make the same type partial), and of those that overlap the
    /// first.
    /// </summary>
    public static IReadOnlyList<TextChange> Merge(IEnumerable<TextChange> changes)
    {
        var merged = new List<TextChange>();
        foreach (TextChange change in changes.Distinct().OrderBy(change => change.Span.Start).ThenBy(change => change.Span.End))
        {
            if (merged.Count == 0 || merged[merged.Count - 1].Span.End <= change.Span.Start)
                merged.Add(change);
        }

        return merged;
    }

    public static TextChange Insert(int position, string text) => new(new TextSpan(position, 0), text);

    public static TextChange Remove(TextSpan span) => new(span, "");
}
