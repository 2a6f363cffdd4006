using ResilientMySql.Generators.Model;

namespace ResilientMySql.Generators.Emission;

/// <summary>Writes the doc comment that shows a method's SQL, and says what becomes of it.</summary>
internal static class Documentation
{
    private static readonly char[] LineEnds = ['\n', '\r', '\u0085', '\u2028', '\u2029'];

    public static void Write(SourceWriter writer, ResultModel result, StatementModel statement)
    {
        string[] lines = [.. statement.Sql.Split(LineEnds, StringSplitOptions.RemoveEmptyEntries).Select(Comments.InXml)];
        if (lines.Length == 1)
        {
            writer.Line($"/// <summary>Runs <c>{lines[0]}</c>.</summary>");
        }
        else
        {
            writer.Line("/// <summary>Runs");
            writer.Line("/// <code>");
            foreach (string line in lines)
                writer.Line("/// " + line);

            writer.Line("/// </code>");
            writer.Line("/// </summary>");
        }

        if ((statement.Procedure is { Targets.Count: 0 } ? "The values of the OUT and INOUT arguments." : Rule(result.Shape)) is { } rule)
            writer.Line($"/// <returns>{rule}</returns>");

        writer.Line($"/// <remarks>{Comments.InXml(statement.Repetition)}</remarks>");
    }

    /// <summary>What the shape of the result means.</summary>
    private static string? Rule(ResultShape shape) => shape switch
    {
        ResultShape.First => "The first row; an InvalidOperationException where there is none.",
        ResultShape.FirstOrDefault => "The first row, or null where there is none.",
        ResultShape.Single => "The only row; an InvalidOperationException where there is none, or more than one.",
        ResultShape.SingleOrDefault => "The only row, or null where there is none; an InvalidOperationException where there is more than one.",
        ResultShape.Exists => "Whether there is any row.",
        ResultShape.List or ResultShape.ReadOnlyList or ResultShape.Array => "All rows, in the server's order.",
        ResultShape.Enumerable or ResultShape.AsyncEnumerable => "The rows one by one; each enumeration runs the statement anew.",
        ResultShape.Rows => "The rows one by one, for one foreach, which gives their session back; the statement has run by then.",
        ResultShape.Sets => "The result sets, in the order of the statements.",
        ResultShape.Reader => "The open reader; disposing of it gives its session back.",
        ResultShape.Stream or ResultShape.Text => "The first column of the first row, or null where there is no row or it is NULL; disposing of it gives its session back.",
        ResultShape.RowsAffected => "The number of rows affected.",
        ResultShape.InsertId => "The id that AUTO_INCREMENT gave to the first row inserted; 0 where it gave none.",
        _ => null,
    };
}
