using ResilientMySql.Generators.Effects;
using ResilientMySql.Generators.Model;
using ResilientMySql.Generators.Parsing;

namespace ResilientMySql.Generators.Binding;

/// <summary>Puts together what is emitted for a statement whose names are bound.</summary>
internal static class StatementBuilder
{
    /// <summary>A stored procedure that gives values back through its arguments.</summary>
    public static StatementModel Build(CallModel call, string text, ProcedureModel procedure, IEnumerable<ParameterModel> bound)
    {
        ParameterModel[] parameters = [.. call.Parameters.Where(parameter => parameter.Direction is not ArgumentDirection.Out)];
        Dictionary<string, string> fields = FieldNames(parameters, call);
        return new StatementModel
        {
            Sql = "CALL " + text,
            CommandText = "",
            Repetition = CompileTimeEffects.Sentence("CALL " + text, DeclarationFacts.HostOf(call), call.IdempotenceReason),
            Arguments = new EquatableArray<ArgumentModel>([.. parameters.Select(parameter => new ArgumentModel(parameter.Type, fields[parameter.Name], parameter))]),
            Bindings = new EquatableArray<BindingModel>([.. bound.Select(parameter => new BindingModel(fields[parameter.Name], null, parameter.Scalar!, null))]),
            Procedure = procedure,
        };
    }

    public static StatementModel Build(CallModel call, string sql, string commandText, List<BoundName> bound, BulkGroups groups)
    {
        Dictionary<string, string> fields = FieldNames(call.Parameters, call);
        BindingModel[] bindings = [.. bound.Select(name => new BindingModel(fields[name.Parameter.Name], name.Property?.Name, name.Scalar!, name.Parameter.List))];
        return new StatementModel
        {
            Sql = sql,
            CommandText = commandText,
            // The runtime repeats no bulk insert, whatever its author promises.
            Repetition = CompileTimeEffects.Sentence(commandText, DeclarationFacts.HostOf(call), groups.Found is null ? call.IdempotenceReason : null),
            Arguments = new EquatableArray<ArgumentModel>([.. call.Parameters.Select(parameter => new ArgumentModel(parameter.Type, fields[parameter.Name], parameter))]),
            Bindings = new EquatableArray<BindingModel>(bindings),
            Bulk = groups.Found is { } group ? Bulk(commandText, group, bindings) : null,
        };
    }

    /// <summary>Also of methods whose parameters have the same name, which the compiler tells of.</summary>
    private static Dictionary<string, string> FieldNames(IEnumerable<ParameterModel> parameters, CallModel call) =>
        parameters.GroupBy(parameter => parameter.Name).ToDictionary(group => group.Key, group => FieldName(group.First(), call));

    /// <summary>The parameter's own name, where nothing in the struct has it.</summary>
    private static string FieldName(ParameterModel parameter, CallModel call) => Names.Escape(Names.Unused(parameter.Name, name =>
        Names.IsMemberOfStatement(name) || name == call.Names.Statement || name == call.Names.Sink || name == call.Names.Row
        || call.Parameters.Any(other => other.Name == name && other != parameter)));

    private static BulkModel Bulk(string commandText, (BoundName Rows, int Start, int End, int BindingsBefore, int Bindings) group, BindingModel[] bindings) => new(
        bindings.Skip(group.BindingsBefore).First(binding => binding.List is not null && binding.Property is not null),
        commandText.Substring(0, group.Start),
        commandText.Substring(group.Start, group.End - group.Start),
        commandText.Substring(group.End),
        group.BindingsBefore,
        group.Bindings);
}
