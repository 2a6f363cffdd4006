using ResilientMySql.Generators.Model;

namespace ResilientMySql.Generators.Emission;

/// <summary>Writes the struct that gathers several result sets into a tuple.</summary>
internal static class SetsEmitter
{
    /// <summary>The struct's name, inside the statement's struct.</summary>
    public const string TypeName = "Results";

    public static void Write(SourceWriter writer, string rowType, ResultModel result)
    {
        writer.Line();
        writer.Open($"public struct {TypeName} : {Runtime.Queries}IResultSets<{result.Type}>");
        for (int set = 0; set < result.Sets.Count; set++)
            WriteFields(writer, result.Sets[set], set);

        writer.Line();
        writer.Line($"public static int Count => {result.Sets.Count};");
        WriteMembers(writer, result);
        WriteAdd(writer, rowType, result);
        writer.Line();
        writer.Line($"public {result.Type} Complete() =>");
        writer.Continuation($"({string.Join(", ", result.Sets.Select(Completed))});");
        for (int set = 0; set < result.Sets.Count; set++)
        {
            writer.Line();
            RowEmitter.WriteRead(writer, "private static", "Read" + set, rowType, result.Sets[set].Row);
        }

        writer.Close();
    }

    private static bool IsCollection(SetModel set) => set.Shape is ResultShape.List or ResultShape.ReadOnlyList or ResultShape.Array;

    private static void WriteFields(SourceWriter writer, SetModel set, int number)
    {
        if (IsCollection(set))
        {
            writer.Line($"private global::System.Collections.Generic.List<{set.Row.Type}>? _set{number};");
            return;
        }

        writer.Line($"private {set.Row.Type} _set{number};");
        if (set.Shape is ResultShape.First)
            writer.Line($"private bool _has{number};");
    }

    private static void WriteMembers(SourceWriter writer, ResultModel result)
    {
        int[] named = [.. Enumerable.Range(0, result.Sets.Count).Where(set => result.Sets[set].Row.ColumnNames.Count > 0)];
        writer.Line();
        if (named.Length == 0)
        {
            writer.Line("public static global::System.ReadOnlySpan<string> MembersOf(int ordinal) => [];");
            return;
        }

        foreach (int set in named)
            writer.Line($"private static readonly string[] Members{set} = [{RowEmitter.Names(result.Sets[set].Row)}];");

        writer.Line();
        writer.Line("public static global::System.ReadOnlySpan<string> MembersOf(int ordinal) => ordinal switch");
        writer.OpenBlock();
        foreach (int set in named)
            writer.Line($"{set} => Members{set},");

        writer.Line("_ => [],");
        writer.Close(";");
    }

    private static void WriteAdd(SourceWriter writer, string rowType, ResultModel result)
    {
        writer.Line();
        writer.Line($"public bool Add<{rowType}>(int ordinal, ref {rowType} row)");
        writer.Continuation($"where {rowType} : struct, {Runtime.Queries}IRow");
        writer.OpenBlock();
        writer.Line("switch (ordinal)");
        writer.OpenBlock();
        for (int set = 0; set < result.Sets.Count; set++)
            WriteCase(writer, result.Sets[set], set, set == result.Sets.Count - 1);

        writer.Close();
        writer.Close();
    }

    private static void WriteCase(SourceWriter writer, SetModel set, int number, bool isLast)
    {
        writer.Line(isLast ? "default:" : $"case {number}:");
        if (IsCollection(set))
        {
            writer.Continuation($"(_set{number} ??= []).Add(Read{number}(ref row));");
            writer.Continuation("return true;");
            return;
        }

        writer.Continuation($"_set{number} = Read{number}(ref row);");
        if (set.Shape is ResultShape.First)
            writer.Continuation($"_has{number} = true;");

        writer.Continuation("return false;");
    }

    private static string Completed(SetModel set, int number) => set.Shape switch
    {
        ResultShape.Array => $"_set{number}?.ToArray() ?? []",
        ResultShape.List or ResultShape.ReadOnlyList => $"_set{number} ?? []",
        ResultShape.First => $"_has{number} ? _set{number} : throw new global::System.InvalidOperationException(\"Result set {number + 1} has no row.\")",
        _ => $"_set{number}",
    };
}
