using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ResilientMySql.Generators.Parsing;

/// <summary>Maps each character of a string literal's value to where the source spells it.</summary>
internal static class LiteralOffsets
{
    /// <summary>The offset in the file of each character and of the value's end; null for a literal of another kind.</summary>
    public static int[]? Of(SyntaxToken token)
    {
        string source = token.Text;
        List<int>? offsets = token.Kind() switch
        {
            SyntaxKind.SingleLineRawStringLiteralToken => OfRaw(source),
            SyntaxKind.MultiLineRawStringLiteralToken => OfRawLines(source),
            SyntaxKind.StringLiteralToken => source.StartsWith("@", StringComparison.Ordinal) ? OfVerbatim(source) : OfRegular(source),
            _ => null,
        };

        return offsets is not null && offsets.Count == token.ValueText.Length + 1
            ? [.. offsets.Select(offset => token.SpanStart + offset)]
            : null;
    }

    private static List<int> OfRaw(string source)
    {
        int quotes = CountQuotes(source);
        return [.. Enumerable.Range(quotes, Math.Max(0, source.Length - (2 * quotes) + 1))];
    }

    /// <summary>The lines between the first and the last, each without the blanks that the last one begins with.</summary>
    private static List<int> OfRawLines(string source)
    {
        int lastLine = source.LastIndexOf('\n') + 1;
        int indentation = source.IndexOf('"', lastLine) - lastLine;
        int end = lastLine - (source[lastLine - 2] == '\r' ? 2 : 1);
        int position = source.IndexOf('\n') + 1;

        var offsets = new List<int>();
        while (position <= end)
        {
            int lineEnd = source.IndexOf('\n', position) + 1;
            int first = Math.Min(position + indentation, EndOfText(source, lineEnd));
            offsets.AddRange(Enumerable.Range(first, Math.Max(0, Math.Min(lineEnd, end) - first)));
            position = lineEnd;
        }

        offsets.Add(end);
        return offsets;
    }

    private static int EndOfText(string source, int lineEnd) =>
        lineEnd >= 2 && source[lineEnd - 2] == '\r' ? lineEnd - 2 : lineEnd - 1;

    private static List<int> OfVerbatim(string source)
    {
        var offsets = new List<int>();
        int position = 2;
        for (int end = source.Length - 1; position < end; position += source[position] == '"' ? 2 : 1)
            offsets.Add(position);

        offsets.Add(position);
        return offsets;
    }

    private static List<int> OfRegular(string source)
    {
        var offsets = new List<int>();
        int position = 1;
        for (int end = source.Length - 1; position < end;)
        {
            offsets.Add(position);
            if (IsSurrogatePair(source, position))
                offsets.Add(position);

            position += source[position] == '\\' ? EscapeLength(source, position) : 1;
        }

        offsets.Add(position);
        return offsets;
    }

    /// <summary>An eight-digit escape above U+FFFF is two characters of the value.</summary>
    private static bool IsSurrogatePair(string source, int position) =>
        source[position] == '\\' && source[position + 1] == 'U'
        && source.Length >= position + 6 && source.Substring(position + 2, 4) is not "0000";

    private static int EscapeLength(string source, int position) => source[position + 1] switch
    {
        'u' => 6,
        'U' => 10,
        'x' => 2 + source.Skip(position + 2).Take(4).TakeWhile(IsHexDigit).Count(),
        _ => 2,
    };

    private static bool IsHexDigit(char value) => value is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F');

    private static int CountQuotes(string source) => source.TakeWhile(character => character == '"').Count();
}
