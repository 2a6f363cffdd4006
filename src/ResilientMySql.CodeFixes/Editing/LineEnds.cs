using Microsoft.CodeAnalysis.Text;

namespace ResilientMySql.CodeFixes.Editing;

/// <summary>How a file ends its lines and begins them.</summary>
internal static class LineEnds
{
    /// <summary>The end of the first line, and thereby of most.</summary>
    public static string Of(SourceText text)
    {
        TextLine first = text.Lines[0];
        return first.EndIncludingLineBreak > first.End
            ? text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak))
            : "\n";
    }

    /// <summary>The blanks that the line of <paramref name="position"/> begins with.</summary>
    public static string IndentationAt(SourceText text, int position)
    {
        string line = text.Lines.GetLineFromPosition(position).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }
}
