using ResilientMySql.Generators.Findings.Reading;
using ResilientMySql.Queries;

namespace ResilientMySql.Generators.Findings.Rules;

/// <summary>The select list against the members that it fills: how many, and by which names.</summary>
internal static class ColumnsRule
{
    public static void Find(SqlText text, QueryBlock query, StatementFacts facts, FindingList findings)
    {
        if (facts.Members is not { } members || facts.Result is TakenResult.Raw or TakenResult.SeveralSets or TakenResult.Existence)
            return;

        if (query.Has("INTO") || query.Columns.Count == 0 || query.Columns.Any(column => column.Range.IsEmpty))
            return;

        if (query.Columns.FirstOrDefault(column => column.IsStar) is { } star)
        {
            findings.Add(FindingIds.SelectStar, star.Range, text.TextOf(star.Range));
            return;
        }

        if (query.Columns.Count > members.Count)
            findings.Add(FindingIds.SurplusColumns, query.Columns[members.Count].Range, Count(query.Columns.Count, "column"), Count(members.Count, "value"));
        else if (query.Columns.Count < members.Count)
            findings.Add(FindingIds.MissingColumns, query.Columns[query.Columns.Count - 1].Range, Count(query.Columns.Count, "column"), NamesFrom(members, query.Columns.Count));
        else
            FindNames(query, members, findings);
    }

    private static void FindNames(QueryBlock query, IReadOnlyList<MemberFact> members, FindingList findings)
    {
        for (int ordinal = 0; ordinal < members.Count; ordinal++)
        {
            SelectColumn column = query.Columns[ordinal];
            if (column.Name is { } name && members[ordinal].Name is { } member && !Fits(name, member))
                findings.Add(FindingIds.ColumnName, column.Range, name, member);
        }
    }

    /// <summary>A row inside the row has members like <c>Country.Name</c>; a column may be named after all of it, or after its last part.</summary>
    private static bool Fits(string column, string member) =>
        ColumnNames.AreSame(column.AsSpan(), member.Replace(".", "").AsSpan())
        || ColumnNames.AreSame(column.AsSpan(), member.Substring(member.LastIndexOf('.') + 1).AsSpan());

    private static string NamesFrom(IReadOnlyList<MemberFact> members, int first)
    {
        string[] names = [.. members.Skip(first).Select(member => member.Name).OfType<string>().Select(name => $"'{name}'")];
        return names.Length == 0 ? Count(members.Count - first, "value") : string.Join(", ", names);
    }

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
