using ResilientMySql.Generators.Model;

namespace ResilientMySql.Generators.Emission;

/// <summary>Writes the struct that binds a statement's arguments and reads its rows.</summary>
internal static class StatementEmitter
{
    public static void Write(SourceWriter writer, CallModel call, StatementModel statement)
    {
        string parameters = string.Join(", ", statement.Arguments.Select(argument => $"{argument.Type} {argument.FieldName}"));
        string constructor = parameters.Length == 0 ? "" : $"({parameters})";
        writer.Open($"private readonly struct {call.Names.Statement}{constructor} : {Runtime.Queries}{Contract(call, statement)}");
        if (statement.Bulk is { } bulk)
            BulkEmitter.Write(writer, call, statement, bulk);
        else if (statement.Procedure is { } procedure)
            ProcedureEmitter.Write(writer, call, statement, procedure);
        else
            WriteStatement(writer, call, statement);

        writer.Close();
    }

    private static string Contract(CallModel call, StatementModel statement) => statement switch
    {
        { Bulk: not null } => "IBulkStatement",
        { Procedure: { } procedure } => $"IProcedure<{procedure.Row.Type}>",
        _ when call.Result!.Row is { } row => $"IQuery<{row.Type}>",
        _ => "IStatement",
    };

    private static void WriteStatement(SourceWriter writer, CallModel call, StatementModel statement)
    {
        WriteText(writer, "CommandText", statement.CommandText);
        if (call.IdempotenceReason is { } reason)
        {
            writer.Line();
            writer.Line($"public static bool IsDeclaredIdempotent => true; // {Comments.InLine(reason)}");
        }

        WriteLists(writer, statement);
        BindEmitter.Write(writer, "Bind", call.Names.Sink, "", statement.Bindings);
        if (call.Result!.Row is { } row)
            RowEmitter.Write(writer, call.Names.Row, row);

        if (call.Result.Shape is ResultShape.Sets)
            SetsEmitter.Write(writer, call.Names.Row, call.Result);
    }

    /// <summary>A static property that is a text.</summary>
    public static void WriteText(SourceWriter writer, string name, string text)
    {
        string[] lines = SqlLiteral.Lines(text);
        string header = $"public static string {name} =>";
        if (lines.Length == 1)
        {
            writer.Line($"{header} {lines[0]};");
            return;
        }

        writer.Line(header);
        foreach (string line in lines.Take(lines.Length - 1))
            writer.Continuation(line);

        writer.Continuation(lines[lines.Length - 1] + ";");
    }

    private static void WriteLists(SourceWriter writer, StatementModel statement)
    {
        int[] places = [.. Enumerable.Range(0, statement.Bindings.Count).Where(place => statement.Bindings[place].List is not null)];
        if (places.Length == 0)
            return;

        string[] counts = [.. places.Select(place => $"{statement.Bindings[place].FieldName}.{statement.Bindings[place].List!.Count}")];
        writer.Line();
        writer.Line($"public static global::System.ReadOnlySpan<int> Lists => [{string.Join(", ", places)}];");
        writer.Line();
        string count = counts.Distinct().Count() == 1
            ? counts[0]
            : $"list switch {{ {string.Join(", ", counts.Select((text, list) => list == counts.Length - 1 ? $"_ => {text}" : $"{list} => {text}"))} }}";

        writer.Line($"public int CountOf(int list) => {count};");
    }
}
