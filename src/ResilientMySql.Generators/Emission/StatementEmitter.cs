using ResilientMySql.Generators.Model;

namespace ResilientMySql.Generators.Emission;

/// <summary>Writes the struct that binds a statement's arguments and reads its rows.</summary>
internal static class StatementEmitter
{
    private const string Queries = "global::ResilientMySql.Queries.";
    private const int LongestLine = 120;

    public static void Write(SourceWriter writer, StatementModel statement)
    {
        string parameters = string.Join(", ", statement.Arguments.Select(argument => $"{argument.Type} {argument.FieldName}"));
        string contract = statement.Result.Row is { } result ? $"IQuery<{result.Type}>" : "IStatement";
        string constructor = parameters.Length == 0 ? "" : $"({parameters})";
        writer.Open($"private readonly struct {statement.TypeName}{constructor} : {Queries}{contract}");
        WriteCommandText(writer, statement.CommandText);
        WriteBind(writer, statement);
        if (statement.Result.Row is { } row)
            WriteRow(writer, statement.RowType, row);

        writer.Close();
    }

    private static void WriteCommandText(SourceWriter writer, string commandText)
    {
        string[] lines = SqlLiteral.Lines(commandText);
        const string header = "public static string CommandText =>";
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

    private static void WriteBind(SourceWriter writer, StatementModel statement)
    {
        string[] calls = [.. statement.Bindings.Select(Call)];
        string constraint = $"where {statement.SinkType} : struct, {Queries}IParameterSink";
        writer.Line();
        writer.Line($"public void Bind<{statement.SinkType}>(ref {statement.SinkType} sink)");
        if (calls.Length == 1)
        {
            writer.Continuation(constraint + " =>");
            writer.Continuation(calls[0] + ";");
            return;
        }

        writer.Continuation(constraint);
        writer.OpenBlock();
        foreach (string call in calls)
            writer.Line(call + ";");

        writer.Close();
    }

    private static string Call(BindingModel binding)
    {
        string cast = binding.Scalar.EnumType is null ? "" : $"({Number(binding.Scalar)})";
        return $"sink.{binding.Scalar.Kind}({cast}{binding.FieldName})";
    }

    private static string Number(ScalarModel scalar) => "global::System." + scalar.Kind + (scalar.IsNullable ? "?" : "");

    private static void WriteRow(SourceWriter writer, string rowType, RowModel row)
    {
        bool isScalar = row.Columns[0].Member is null;
        if (!isScalar)
            WriteMembers(writer, row);

        string[] values = [.. row.Columns.Select((column, ordinal) => Value(column.Scalar, ordinal))];
        writer.Line();
        writer.Line($"public static {row.Type} Read<{rowType}>(ref {rowType} row)");
        writer.Continuation($"where {rowType} : struct, {Queries}IRow =>");
        if (isScalar)
            writer.Continuation(values[0] + ";");
        else
            WriteConstruction(writer, values);
    }

    private static void WriteConstruction(SourceWriter writer, string[] values)
    {
        string line = string.Join(", ", values);
        if (line.Length <= LongestLine)
        {
            writer.Continuation($"new({line});");
            return;
        }

        writer.Continuation("new(");
        for (int ordinal = 0; ordinal < values.Length; ordinal++)
            writer.Continuation("    " + values[ordinal] + (ordinal < values.Length - 1 ? "," : ");"));
    }

    private static void WriteMembers(SourceWriter writer, RowModel row)
    {
        string names = string.Join(", ", row.Columns.Select(column => $"\"{column.Member}\""));
        writer.Line();
        writer.Line($"private static readonly string[] MemberNames = [{names}];");
        writer.Line();
        writer.Line("public static global::System.ReadOnlySpan<string> Members => MemberNames;");
    }

    private static string Value(ScalarModel scalar, int ordinal)
    {
        string cast = scalar.EnumType is null ? "" : $"({scalar.EnumType})";
        string value = $"{cast}row.{scalar.Kind}({ordinal})";
        return scalar.IsNullable ? $"row.IsNull({ordinal}) ? null : {value}" : value;
    }
}
