using ResilientMySql.Benchmarks.Reports;

namespace ResilientMySql.Benchmarks.Http.Aims;

/// <summary>The section of a document that says what was aimed at, and what was reached.</summary>
internal static class AimsTable
{
    public static string Of(IReadOnlyCollection<CheckedAim> aims)
    {
        var table = new MarkdownTable(["where", "aim", "measured", "reached"], texts: 2);
        foreach (CheckedAim aim in aims)
            table.Add([aim.Where, aim.Aim, aim.Measured, aim.IsReached ? "yes" : "**no**"]);

        return $"## Aims\n\n{aims.Count(static aim => aim.IsReached)} of {aims.Count} are reached in this run.\n\n{table}";
    }
}
