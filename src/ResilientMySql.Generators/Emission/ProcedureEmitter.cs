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
        foreach (string argument in procedure.Arguments)
            writer.Continuation(string.Join(" | ", argument.Split('|').Select(flag => $"{Argument}.{flag}")) + ",");

        writer.Line("];");
        BindEmitter.Write(writer, "Bind", call.Names.Sink, "", statement.Bindings);
        writer.Line();
        RowEmitter.WriteRead(writer, "public static", "ReadOut", call.Names.Row, procedure.Row);
    }
}
