namespace ResilientMySql.Queries;

/// <summary>When a column is named like a member. The generator compiles this file too.</summary>
internal static class ColumnNames
{
    /// <summary>A member of a member may be called like itself, or like both: Country.CountryId is country_id or country_country_id.</summary>
    public static bool Fit(ReadOnlySpan<char> column, ReadOnlySpan<char> member) =>
        AreSame(column, member[(member.LastIndexOf('.') + 1)..]) || AreSame(column, member);

    /// <summary>Without regard to case, underscores and dots: city_id is CityId.</summary>
    private static bool AreSame(ReadOnlySpan<char> column, ReadOnlySpan<char> member)
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

        return member[next..].Trim("_.").IsEmpty;
    }
}
