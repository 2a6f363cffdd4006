using ResilientMySql.Generators.Diagnostics;
using ResilientMySql.Generators.Model;

namespace ResilientMySql.Generators.Binding;

/// <summary>
/// Binds a stored procedure to the method that calls it. One without OUT arguments is a statement like any other; of another the OUT
/// and INOUT arguments fill the method's out and ref parameters or, where its list is written, the members of the result.
/// </summary>
internal static class ProcedureBinder
{
    public static BoundSql Bind(DeclarationModel declaration, string text)
    {
        if (WrittenProcedure.Read(text) is not { } written)
            return new BoundSql(null, [new SqlProblem(Descriptors.BadProcedure, 0, 0, null, declaration.Name)]);

        CallModel call = declaration.Call;
        List<(ArgumentDirection Direction, string Name, int Start)> arguments =
            written.Arguments ?? [.. call.Parameters.Select(parameter => (parameter.Direction, parameter.Name, 0))];

        int outputs = arguments.Count(argument => argument.Direction is not ArgumentDirection.In);
        return outputs == 0
            ? BindInputs(declaration, written, arguments)
            : BindOutputs(declaration, text, written, arguments, outputs);
    }

    /// <summary>The text that is bound is not the author's, so that its problems are moved to where the author wrote the argument.</summary>
    private static BoundSql BindInputs(
        DeclarationModel declaration, WrittenProcedure written, List<(ArgumentDirection Direction, string Name, int Start)> arguments)
    {
        string text = $"CALL {written.Name}(";
        var origins = new Dictionary<int, int>();
        foreach ((_, string name, int start) in arguments)
        {
            text += origins.Count == 0 ? "" : ", ";
            origins.Add(text.Length, start);
            text += "@" + name;
        }

        BoundSql bound = SqlBinder.Bind(declaration, text + ")");
        bool isWritten = written.Arguments is not null;
        return bound with
        {
            Problems = [.. bound.Problems.Select(problem => isWritten && origins.TryGetValue(problem.Start, out int origin)
                ? problem with { Start = origin }
                : problem with { Start = 0, Length = 0 })],
        };
    }

    private static BoundSql BindOutputs(
        DeclarationModel declaration, string text, WrittenProcedure written, List<(ArgumentDirection Direction, string Name, int Start)> arguments, int outputs)
    {
        CallModel call = declaration.Call;
        var names = new NameBinder(call, declaration.Name);
        var problems = new List<SqlProblem>();
        var bound = new List<ParameterModel>();
        foreach ((ArgumentDirection direction, string name, int start) in arguments.Where(argument => argument.Direction is not ArgumentDirection.Out))
        {
            (BoundName? found, SqlProblem? problem) = names.Find(name, start);
            if (problem is not null)
                problems.Add(problem);
            else if (found is { Property: null, Parameter.List: null })
                bound.Add(found.Parameter);
        }

        problems.AddRange(call.Parameters
            .Where(parameter => parameter.Direction is not ArgumentDirection.Out && !bound.Contains(parameter))
            .Select(parameter => new SqlProblem(Descriptors.UnusedParameter, 0, 0, parameter.Name, parameter.Name)));

        ParameterModel[] targets = [.. call.Parameters.Where(parameter => parameter.Direction is not ArgumentDirection.In)];
        RowModel? row = written.Arguments is null ? RowOf(targets) : call.Result?.Row;
        if (Misfit(call, row, targets, outputs, written.Arguments is not null) is { } why)
            problems.Add(new SqlProblem(Descriptors.MisfitOutArguments, 0, 0, null, declaration.Name, outputs, written.Arguments is null ? targets.Length : row?.Width ?? 0, why));

        if (problems.Count > 0 || row is null || bound.Any(parameter => parameter.Scalar is null))
            return new BoundSql(null, problems);

        var procedure = new ProcedureModel(written.Name, Directions(arguments, row), row, new EquatableArray<string>([.. targets.Select(target => Parsing.Names.Escape(target.Name))]));
        return new BoundSql(StatementBuilder.Build(call, text, procedure, bound), []);
    }

    /// <summary>The values of out and ref parameters: one by itself, several as a tuple.</summary>
    private static RowModel? RowOf(ParameterModel[] targets)
    {
        if (targets.Any(target => target.Scalar is null))
            return null;

        MemberModel[] members = [.. targets.Select(target => new MemberModel("", target.Scalar))];
        string type = targets.Length == 1 ? targets[0].Type : $"({string.Join(", ", targets.Select(target => target.Type))})";
        return new RowModel(targets.Length == 1 ? RowKind.Scalar : RowKind.Tuple, type, type, new EquatableArray<MemberModel>(members));
    }

    private static string? Misfit(CallModel call, RowModel? row, ParameterModel[] targets, int outputs, bool isWritten)
    {
        if (call.Result is null)
            return null;

        if (!isWritten)
            return call.Result is { Shape: ResultShape.Nothing, IsAsync: false } ? null : "a method with out or ref parameters is synchronous and returns void";

        if (targets.Length > 0)
            return "where the arguments are written out, the values come as the result, not through out or ref parameters";

        bool isRow = call.Result.Shape is ResultShape.First or ResultShape.FirstOrDefault;
        return isRow && row?.Width == outputs ? null : "return a scalar, a tuple or a record with a member for each";
    }

    private static EquatableArray<ProcedureArgumentModel> Directions(List<(ArgumentDirection Direction, string Name, int Start)> arguments, RowModel row)
    {
        var values = new Queue<ScalarModel>(Scalars(row));
        return new EquatableArray<ProcedureArgumentModel>([.. arguments.Select(argument =>
            new ProcedureArgumentModel(argument.Direction, argument.Direction is ArgumentDirection.In ? null : values.Dequeue().Kind))]);
    }

    private static IEnumerable<ScalarModel> Scalars(RowModel row) =>
        row.Members.SelectMany(member => member.Row is null ? [member.Scalar!] : Scalars(member.Row));
}
