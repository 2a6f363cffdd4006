using System.Globalization;
using System.Text;

namespace ResilientMySql.Generators.Emission;

/// <summary>Writes any text as a C# string literal, as close to the text itself as C# allows.</summary>
internal static class SqlLiteral
{
    /// <summary>The literal in lines; the first follows what is before it, the others stand below, all equally indented.</summary>
    public static string[] Lines(string text)
    {
        if (text.IndexOfAny(['"', '\\', '\n']) < 0 || !text.All(CanBeRaw) || HasLoneSurrogate(text))
            return [Regular(text)];

        string quotes = new('"', Math.Max(3, LongestRunOfQuotes(text) + 1));
        bool isOneLine = text.IndexOf('\n') < 0 && text[0] != '"' && text[text.Length - 1] != '"';
        return isOneLine ? [quotes + text + quotes] : [quotes, .. text.Split('\n'), quotes];
    }

    /// <summary>The literal in one line.</summary>
    public static string Regular(string text)
    {
        var literal = new StringBuilder("\"");
        foreach (char character in text)
            literal.Append(Escaped(character));

        return literal.Append('"').ToString();
    }

    private static string Escaped(char character) => character switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ when IsPlain(character) => character.ToString(),
        _ => "\\u" + ((int)character).ToString("x4", CultureInfo.InvariantCulture),
    };

    private static bool CanBeRaw(char character) => character is '\n' or '\t' || IsPlain(character) || char.IsSurrogate(character);

    /// <summary>Shown as it is by every editor and taken as it is by the compiler.</summary>
    private static bool IsPlain(char character) => char.GetUnicodeCategory(character) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static bool HasLoneSurrogate(string text)
    {
        for (int index = 0; index < text.Length; index++)
        {
            if (char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
                index++;
            else if (char.IsSurrogate(text[index]))
                return true;
        }

        return false;
    }

    private static int LongestRunOfQuotes(string text)
    {
        int longest = 0;
        int current = 0;
        foreach (char character in text)
        {
            current = character == '"' ? current + 1 : 0;
            longest = Math.Max(longest, current);
        }

        return longest;
    }
}
