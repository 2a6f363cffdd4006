namespace ResilientMySql.Queries;

/// <summary>When a column and a member have the same name. The generator compiles this file too.</summary>
internal static class ColumnNames
{
    /// <summary>
    /// Without regard to case and underscores: city_id is CityId. A member of a member may be called like itself, or like both:
    /// Country.CountryId is country_id or country_country_id.
    /// </summary>
    public static bool AreSame(ReadOnlySpan<char> column, ReadOnlySpan<char> member) =>
        AreSpelledTheSame(column, member[(member.LastIndexOf('.') + 1)..]) || AreSpelledTheSame(column, member);

    private static bool AreSpelledTheSame(ReadOnlySpan<char> column, ReadOnlySpan<char> member)
    {
        int next = 0;
        foreach (char letter in column)
        {
            if (letter == '_')
                continue;

            while (next < member.Length && member[next] is '_' or '.')
                next++;

            if (next == member.Length || char.ToUpperInvariant(letter) != char.ToUpperInvariant(member[next++]))
                return false;
        }

        return member[next..].Trim("_.".AsSpan()).IsEmpty;
    }
}
