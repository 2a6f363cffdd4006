using ResilientMySql.Generators.Model;

namespace ResilientMySql.Generators.Emission;

/// <summary>Writes how a row becomes an object.</summary>
internal static class RowEmitter
{
    private const int LongestLine = 120;

    /// <summary>The method that reads a row, and the names that its columns are held against.</summary>
    public static void Write(SourceWriter writer, string rowType, RowModel row)
    {
        WriteNames(writer, row);
        writer.Line();
        WriteRead(writer, "public static", "Read", rowType, row);
    }

    public static void WriteRead(SourceWriter writer, string modifiers, string name, string rowType, RowModel row)
    {
        writer.Line($"{modifiers} {row.Type} {name}<{rowType}>({(row.LivesOnStack ? "scoped " : "")}ref {rowType} row)");
        writer.Continuation($"where {rowType} : struct, {Runtime.Queries}IRow =>");
        string[] lines = Lines(row);
        for (int index = 0; index < lines.Length; index++)
            writer.Continuation(lines[index] + (index == lines.Length - 1 ? ";" : ""));
    }

    private static void WriteNames(SourceWriter writer, RowModel row)
    {
        if (row.ColumnNames.Count == 0)
            return;

        writer.Line();
        writer.Line($"private static readonly string[] MemberNames = [{Names(row)}];");
        writer.Line();
        writer.Line("public static global::System.ReadOnlySpan<string> Members => MemberNames;");
    }

    public static string Names(RowModel row) => string.Join(", ", row.ColumnNames.Select(name => $"\"{name}\""));

    /// <summary>The object as an expression: in one line where it fits, otherwise with a line for each member.</summary>
    private static string[] Lines(RowModel row)
    {
        int ordinal = 0;
        string construction = row.Kind is RowKind.Constructed ? "new" : "";
        string line = Expression(row, construction, ref ordinal);
        if (row.Kind is RowKind.Scalar || line.Length <= LongestLine)
            return [line];

        ordinal = 0;
        (List<string> passed, List<string> assigned) = Members(row, ref ordinal);
        return [.. Block(construction + "(", passed, assigned.Count > 0 ? ")" : ")"), .. assigned.Count > 0 ? Block("{", assigned, "}") : []];
    }

    private static IEnumerable<string> Block(string open, List<string> items, string close)
    {
        if (items.Count == 0)
        {
            yield return open + close;
            yield break;
        }

        yield return open;
        for (int index = 0; index < items.Count; index++)
            yield return "    " + items[index] + (index < items.Count - 1 ? "," : close == "}" ? "," : close);

        if (close == "}")
            yield return close;
    }

    private static string Expression(RowModel row, string construction, ref int ordinal)
    {
        if (row.Kind is RowKind.Scalar)
            return Values.Read(row.Members[0].Scalar!, ordinal++);

        (List<string> passed, List<string> assigned) = Members(row, ref ordinal);
        string initializer = assigned.Count == 0 ? "" : $" {{ {string.Join(", ", assigned)} }}";
        return $"{construction}({string.Join(", ", passed)}){initializer}";
    }

    private static (List<string> Passed, List<string> Assigned) Members(RowModel row, ref int ordinal)
    {
        var passed = new List<string>();
        var assigned = new List<string>();
        foreach (MemberModel member in row.Members)
        {
            string value = Value(member, ref ordinal);
            if (member.IsAssigned)
                assigned.Add($"{Parsing.Names.Escape(member.Name)} = {value}");
            else
                passed.Add(value);
        }

        return (passed, assigned);
    }

    private static string Value(MemberModel member, ref int ordinal)
    {
        if (member.Row is not { } row)
            return Values.Read(member.Scalar!, ordinal++);

        int first = ordinal;
        string value = Expression(row, row.Kind is RowKind.Constructed ? "new " + row.ConstructedType : "", ref ordinal);
        if (!member.IsNullable)
            return value;

        string isAbsent = string.Join(" && ", Enumerable.Range(first, ordinal - first).Select(column => $"row.IsNull({column})"));
        return $"{isAbsent} ? null : {value}";
    }
}
