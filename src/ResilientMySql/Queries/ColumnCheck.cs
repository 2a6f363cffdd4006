using MySqlConnector;

namespace ResilientMySql.Queries;

/// <summary>Holds a result set's columns against the members that they are about to fill.</summary>
internal static class ColumnCheck
{
    /// <exception cref="InvalidOperationException">A column is missing, superfluous, or named like no member in its place.</exception>
    public static void Verify(MySqlDataReader reader, ReadOnlySpan<string> members, string sql)
    {
        if (members.IsEmpty)
            return;

        if (reader.FieldCount != members.Length)
            throw new InvalidOperationException($"The statement returns {reader.FieldCount} columns, and its row type takes {members.Length}: {sql}");

        for (int ordinal = 0; ordinal < members.Length; ordinal++)
        {
            string column = reader.GetName(ordinal);
            if (!IsNameOf(column, members[ordinal]))
            {
                throw new InvalidOperationException(
                    $"Column {ordinal} is '{column}', and its row type expects '{members[ordinal]}' there. Reorder the select list, or name the column with AS: {sql}");
            }
        }
    }

    /// <summary>A member of a member may be called like itself, or like both: Country.CountryId is country_id or country_country_id.</summary>
    internal static bool IsNameOf(ReadOnlySpan<char> column, ReadOnlySpan<char> member) =>
        IsSameName(column, member[(member.LastIndexOf('.') + 1)..]) || IsSameName(column, member);

    /// <summary>Without regard to case, underscores and dots: city_id is CityId.</summary>
    private static bool IsSameName(ReadOnlySpan<char> column, ReadOnlySpan<char> member)
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
