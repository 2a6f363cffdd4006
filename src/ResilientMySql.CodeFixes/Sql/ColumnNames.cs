using System.Text;

namespace ResilientMySql.CodeFixes.Sql;

/// <summary>Columns and the members that they fill.</summary>
internal static class ColumnNames
{
    /// <summary>Without regard to case and underscores, as the runtime holds columns against members: city_id is CityId.</summary>
    public static bool IsSame(string column, string member) =>
        column.Replace("_", "").Equals(member.Replace("_", ""), StringComparison.OrdinalIgnoreCase);

    /// <summary>How databases write a member's name: <c>CityId</c> is <c>city_id</c>, <c>URLPath</c> is <c>url_path</c>.</summary>
    public static string Of(string member)
    {
        var column = new StringBuilder();
        for (int index = 0; index < member.Length; index++)
        {
            if (IsStartOfWord(member, index) && column.Length > 0 && column[column.Length - 1] != '_')
                column.Append('_');

            column.Append(char.ToLowerInvariant(member[index]));
        }

        return column.ToString();
    }

    /// <summary>The name of a parameter for a column or a member: <c>city_id</c> and <c>CityId</c> are <c>cityId</c>.</summary>
    public static string Parameter(string name)
    {
        string pascal = Pascal(name);
        int capitals = pascal.TakeWhile(char.IsUpper).Count();
        int lower = capitals > 1 && capitals < pascal.Length ? capitals - 1 : capitals;
        return pascal.Substring(0, lower).ToLowerInvariant() + pascal.Substring(lower);
    }

    /// <summary>The name of a member for a column: <c>city_id</c> is <c>CityId</c>.</summary>
    public static string Pascal(string name) => string.Concat(
        name.Split(['_'], StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1)));

    private static bool IsStartOfWord(string member, int index) =>
        char.IsUpper(member[index])
        && (index == 0 || !char.IsUpper(member[index - 1]) || (index + 1 < member.Length && char.IsLower(member[index + 1])));
}
