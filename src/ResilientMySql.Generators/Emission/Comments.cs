using System.Text;

namespace ResilientMySql.Generators.Emission;

/// <summary>Makes any text fit for a comment.</summary>
internal static class Comments
{
    /// <summary>On one line.</summary>
    public static string InLine(string text) => new([.. text.Select(character => IsBreak(character) ? ' ' : character)]);

    /// <summary>As the text of an XML element, on one line.</summary>
    public static string InXml(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (char character in text)
        {
            escaped.Append(character switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                _ when IsBreak(character) || char.IsSurrogate(character) || character >= '\uFFFE' => " ",
                _ => character.ToString(),
            });
        }

        return escaped.ToString();
    }

    private static bool IsBreak(char character) => char.IsControl(character) || character is '\u2028' or '\u2029';
}
