using ResilientMySql.Generators.Model;

namespace ResilientMySql.Generators.Emission;

/// <summary>Writes the methods that give a statement's arguments to a sink, in the order of the placeholders.</summary>
internal static class BindEmitter
{
    private const string ListSizes = Runtime.Queries + "ListSizes.";

    /// <param name="writer">Where to.</param>
    /// <param name="name">The method's name.</param>
    /// <param name="sinkType">The sink's type parameter.</param>
    /// <param name="parameters">What comes before the sink: empty, or with a comma at its end.</param>
    /// <param name="bindings">What is bound.</param>
    public static void Write(SourceWriter writer, string name, string sinkType, string parameters, IReadOnlyList<BindingModel> bindings)
    {
        string constraint = $"where {sinkType} : struct, {Runtime.Queries}IParameterSink";
        writer.Line();
        writer.Line($"public void {name}<{sinkType}>({parameters}ref {sinkType} sink)");
        if (bindings.Count == 1 && !IsLoop(bindings[0]))
        {
            writer.Continuation(constraint + " =>");
            writer.Continuation(Call(bindings[0], "value") + ";");
            return;
        }

        writer.Continuation(constraint);
        writer.OpenBlock();
        for (int place = 0; place < bindings.Count; place++)
            WriteBinding(writer, bindings[place], "value" + place);

        writer.Close();
    }

    private static bool IsLoop(BindingModel binding) => binding is { List: not null, Property: null };

    private static void WriteBinding(SourceWriter writer, BindingModel binding, string local)
    {
        if (!IsLoop(binding))
        {
            writer.Line(Call(binding, local) + ";");
            return;
        }

        string count = $"{binding.FieldName}.{binding.List!.Count}";
        writer.Line($"for (int place = 0; place < {ListSizes}Places({count}); place++)");
        writer.Continuation($"sink.{binding.Scalar.Kind}({Values.Sent(binding.Scalar, $"{binding.FieldName}[{ListSizes}Item(place, {count})]", local)});");
    }

    private static string Call(BindingModel binding, string local)
    {
        string item = binding.List is null ? binding.FieldName : binding.FieldName + "[row]";
        string value = binding.Property is null ? item : $"{item}.{Parsing.Names.Escape(binding.Property)}";
        return $"sink.{binding.Scalar.Kind}({Values.Sent(binding.Scalar, value, local)})";
    }
}
