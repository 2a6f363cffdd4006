namespace ResilientMySql.Generators.Model;

/// <summary>What one row of the result set is read as.</summary>
/// <param name="Kind">How it is made.</param>
/// <param name="Type">The type with its question mark.</param>
/// <param name="ConstructedType">The type without it.</param>
/// <param name="Members">In the order of the columns; one without a name for a scalar.</param>
/// <param name="LivesOnStack">Whether it is a ref struct.</param>
internal sealed record RowModel(RowKind Kind, string Type, string ConstructedType, EquatableArray<MemberModel> Members, bool LivesOnStack = false)
{
    /// <summary>How many columns it takes.</summary>
    public int Width => Members.Sum(member => member.Row?.Width ?? 1);

    /// <summary>The name that each column is held against, <c>Country.CountryId</c> for a row inside a row; empty where there are none.</summary>
    public IReadOnlyList<string> ColumnNames
    {
        get
        {
            string[] names = [.. Members.SelectMany(Names)];
            return names.Contains("") ? [] : names;
        }
    }

    private static IEnumerable<string> Names(MemberModel member) => member.Row is null
        ? [member.Name]
        : member.Row.ColumnNames.Select(name => member.Name.Length == 0 ? name : $"{member.Name}.{name}").DefaultIfEmpty("");
}
