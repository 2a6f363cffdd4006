using System.Globalization;
using ResilientMySql.Benchmarks.Reports;

namespace ResilientMySql.Benchmarks.Generator;

/// <summary>Says what came out of <c>./bench generator</c>.</summary>
internal static class GeneratorDocument
{
    private const string Method = """
        A project with so many query methods, fifty in a class: scalars, rows, lists and writes in turn. *Compile* translates it with
        what was generated for it, and is what the others are held against. *Everything* generates all of it anew, as a build does;
        *keystroke* is an edit in a file without queries, *SQL edit* one in the text of one query, both on a generator that has run
        before, as in an editor. All but *compile* include what binding costs that the generator asks of the compiler. Times are
        medians over the rounds, in which all take turns; ratios are those of the medians, with the lowest and the highest ratio of
        single rounds behind them. One thread asks; the compiler uses more.
        """;

    public static string Of(IReadOnlyList<GeneratorResult> results, int rounds)
    {
        var table = new MarkdownTable(["methods", "", "ms", "µs a method", "of a compile"], texts: 2);
        foreach (IGrouping<int, GeneratorResult> project in results.GroupBy(static result => result.Methods))
        {
            GeneratorResult compile = project.Single(static result => result.Operation is GeneratorOperation.Compile);
            foreach (GeneratorResult result in project)
                table.Add([Figures.Whole(result.Methods), NameOf(result.Operation), Milliseconds(result.Median), Figures.Whole(result.MedianPerMethod.TotalMicroseconds), result.Over(compile).ToString()]);
        }

        return $"{Method}\n\n{rounds} rounds.\n\n{table}";
    }

    private static string NameOf(GeneratorOperation operation) => operation switch
    {
        GeneratorOperation.Compile => "compile",
        GeneratorOperation.Everything => "everything",
        GeneratorOperation.Keystroke => "keystroke",
        GeneratorOperation.SqlEdit => "SQL edit",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Milliseconds(TimeSpan time) => time.TotalMilliseconds.ToString("N1", CultureInfo.InvariantCulture);
}
