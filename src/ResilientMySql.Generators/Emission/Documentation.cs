using System.Text;

namespace ResilientMySql.Generators.Emission;

/// <summary>Writes the doc comment that shows a method's SQL.</summary>
internal static class Documentation
{
    private static readonly char[] LineEnds = ['\n', '\r', '\u0085', '\u2028', '\u2029'];

    public static void Write(SourceWriter writer, string sql)
    {
        string[] lines = [.. sql.Split(LineEnds, StringSplitOptions.RemoveEmptyEntries).Select(Escape)];
        if (lines.Length == 1)
        {
            writer.Line($"/// <summary>Runs <c>{lines[0]}</c>.</summary>");
            return;
        }

        writer.Line("/// <summary>Runs");
        writer.Line("/// <code>");
        foreach (string line in lines)
            writer.Line("/// " + line);

        writer.Line("/// </code>");
        writer.Line("/// </summary>");
    }

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (char character in text)
        {
            escaped.Append(character switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                _ when char.IsControl(character) || char.IsSurrogate(character) || character >= '\uFFFE' => " ",
                _ => character.ToString(),
            });
        }

        return escaped.ToString();
    }
}
