using ResilientMySql.Generators.Model;

namespace ResilientMySql.Generators.Emission;

/// <summary>Writes the struct of a stored procedure that gives values back through its arguments.</summary>
internal static class ProcedureEmitter
{
    private const string Argument = Runtime.Queries + "ProcedureArgument";

    public static void Write(SourceWriter writer, CallModel call, StatementModel statement, ProcedureModel procedure)
    {
        StatementEmitter.WriteText(writer, "Name", procedure.Name);
        writer.Line();
        writer.Line($"public static global::System.ReadOnlySpan<{Argument}> Arguments =>");
        writer.Line("[");
        foreach (ProcedureArgumentModel argument in procedure.Arguments)
            writer.Continuation($"{Argument}.{argument.Direction}{Temporal(argument.Value)},");

        writer.Line("];");
        BindEmitter.Write(writer, "Bind", call.Names.Sink, "", statement.Bindings);
        writer.Line();
        RowEmitter.WriteRead(writer, "public static", "ReadOut", call.Names.Row, procedure.Row);
    }

    /// <summary>A variable of the session, as which the value comes, knows no dates and times of its own.</summary>
    private static string Temporal(ScalarKind? value) => value switch
    {
        ScalarKind.DateOnly => $" | {Argument}.Date",
        ScalarKind.TimeOnly or ScalarKind.TimeSpan => $" | {Argument}.Time",
        ScalarKind.DateTime or ScalarKind.DateTimeOffset => $" | {Argument}.DateTime",
        _ => "",
    };
}
