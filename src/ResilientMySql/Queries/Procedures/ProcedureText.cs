using System.Globalization;

namespace ResilientMySql.Queries.Procedures;

/// <summary>The statements that call a procedure and ask for what it gives. Pure.</summary>
/// <remarks>
/// All of it is one text, so that a call is one round trip. The variables stand in comments that servers run (<c>/*!…*/</c>): the
/// driver takes any other <c>@name</c> for a parameter.
/// </remarks>
internal static class ProcedureText
{
    /// <summary>The name of the first column of the arguments, by which they are told from what the procedure selects.</summary>
    public const string Mark = "resilient out";

    /// <summary>
    /// <c>SET @v2 = ?; CALL name(?, @v2, @v3); SELECT @v2, @v3</c>: the placeholders of INOUT arguments come first.
    /// </summary>
    public static string For(string name, ReadOnlySpan<ProcedureArgument> arguments)
    {
        List<string> set = [];
        List<string> call = [];
        List<string> select = [];
        for (int i = 0; i < arguments.Length; i++)
        {
            string variable = string.Create(CultureInfo.InvariantCulture, $"@`resilient{i}`");
            ProcedureArgument direction = arguments[i] & ProcedureArgument.InOut;
            if (direction is ProcedureArgument.InOut)
                set.Add($"/*!{variable} =*/ ?");

            bool isOut = direction is ProcedureArgument.Out or ProcedureArgument.InOut;
            call.Add(isOut ? $"/*!{variable}*/" : "?");
            if (isOut)
                select.Add($"/*!{Typed(variable, arguments[i])}*/{(select.Count == 0 ? $" AS `{Mark}`" : "")}");
        }

        string preamble = set.Count == 0 ? "" : $"SET {string.Join(", ", set)}; ";
        return $"{preamble}CALL {name}({string.Join(", ", call)}); SELECT {string.Join(", ", select)}";
    }

    private static string Typed(string variable, ProcedureArgument argument) => (argument & ~ProcedureArgument.InOut) switch
    {
        ProcedureArgument.None => variable,
        ProcedureArgument.Date => $"CAST({variable} AS DATE)",
        ProcedureArgument.Time => $"CAST({variable} AS TIME(6))",
        ProcedureArgument.DateTime => $"CAST({variable} AS DATETIME(6))",
        _ => throw new ArgumentException($"An argument is read as one type: {argument}."),
    };
}
