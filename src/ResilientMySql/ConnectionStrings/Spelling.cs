namespace ResilientMySql.ConnectionStrings;

/// <summary>Guesses which keyword was meant by a word that is none. Pure.</summary>
internal static class Spelling
{
    // One slip in so many letters; with more of them everything looks like everything.
    private const int LettersPerSlip = 3;

    /// <summary>The nearest name, or null where none is near. Of names equally near, the one that is written back.</summary>
    public static string? Nearest(string word, IEnumerable<Keyword> keywords)
    {
        string letters = LettersOf(word);
        (string name, int distance) = keywords
            .SelectMany(static keyword => keyword.AllNames)
            .Select(name => (name, distance: Distance(letters, LettersOf(name))))
            .MinBy(static candidate => candidate.distance);
        return distance <= Math.Max(1, letters.Length / LettersPerSlip) && distance < letters.Length ? name : null;
    }

    /// <summary>
    /// How many letters were left out, added, mistaken or swapped with their neighbour on the way from one word to the other
    /// (optimal string alignment).
    /// </summary>
    internal static int Distance(string from, string to)
    {
        var distances = new int[from.Length + 1, to.Length + 1];
        for (int i = 0; i <= from.Length; i++)
        {
            for (int j = 0; j <= to.Length; j++)
                distances[i, j] = i == 0 || j == 0 ? i + j : Step(distances, from, to, i, j);
        }

        return distances[from.Length, to.Length];
    }

    private static int Step(int[,] distances, string from, string to, int i, int j)
    {
        int mistaken = distances[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
        int least = Math.Min(mistaken, Math.Min(distances[i - 1, j], distances[i, j - 1]) + 1);
        bool isSwapped = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
        return isSwapped ? Math.Min(least, distances[i - 2, j - 2] + 1) : least;
    }

    private static string LettersOf(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
