namespace ResilientMySql.Queries;

/// <summary>When a column and a member have the same name. The generator compiles this file too.</summary>
internal static class ColumnNames
{
    /// <summary>Without regard to case and underscores: city_id is CityId.</summary>
    public static bool AreSame(ReadOnlySpan<char> column, ReadOnlySpan<char> member)
    {
        int next = 0;
        foreach (char letter in column)
        {
            if (letter == '_')
                continue;

            while (next < member.Length && member[next] == '_')
                next++;

            if (next == member.Length || char.ToUpperInvariant(letter) != char.ToUpperInvariant(member[next++]))
                return false;
        }

        return member[next..].Trim('_').IsEmpty;
    }
}
