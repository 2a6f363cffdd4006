using ResilientMySql.Generators.Model;

namespace ResilientMySql.Generators.Emission;

/// <summary>Writes a method's body: the one call that hands the statement to the runtime.</summary>
internal static class CallEmitter
{
    /// <param name="writer">Where to.</param>
    /// <param name="signature">The method's declaration up to its body.</param>
    /// <param name="call">What the method runs; its sibling has another result and another token.</param>
    /// <param name="statement">What it runs it with.</param>
    public static void Write(SourceWriter writer, string signature, CallModel call, StatementModel statement)
    {
        string body = Body(call, statement);
        if (statement.Procedure is { Targets: { Count: > 0 } targets })
        {
            // Values that the procedure gives back go where the method's own parameters say.
            writer.Open(signature);
            writer.Line($"{(targets.Count == 1 ? targets[0] : $"({string.Join(", ", targets)})")} = {body};");
            writer.Close();
            return;
        }

        if (Awaited(call.Result!, statement) is not { } from)
        {
            writer.Line(signature + " =>");
            writer.Continuation(Cast(call.Result!) is { } cast ? $"unchecked(({cast}){body});" : body + ";");
            return;
        }

        // Not an async method itself, for those take no in parameters.
        string result = call.Result!.Shape is ResultShape.InsertId ? $"unchecked(({call.Result.Type})await task.ConfigureAwait(false))" : "await task.ConfigureAwait(false)";
        writer.Open(signature);
        writer.Line($"return {call.Names.Converter}({body});");
        writer.Line();
        writer.Line($"static async {Runtime.ValueTask(call.Result.Type)} {call.Names.Converter}({Runtime.ValueTask(from)} task) =>");
        writer.Continuation(result + ";");
        writer.Close();
    }

    /// <summary>What the runtime's task is of, where that is not what the method's is of.</summary>
    private static string? Awaited(ResultModel result, StatementModel statement) => result switch
    {
        { IsAsync: false } => null,
        { Shape: ResultShape.ReadOnlyList } => $"global::System.Collections.Generic.List<{result.Row!.Type}>",
        { Shape: ResultShape.Nothing } => "int",
        { Shape: ResultShape.InsertId, Type: not "long" } => "long",
        { Shape: ResultShape.Reader } when !result.Type.EndsWith(".ResilientMySqlDataReader", StringComparison.Ordinal) => "global::ResilientMySql.ResilientMySqlDataReader",
        _ => null,
    };

    private static string? Cast(ResultModel result) => result is { Shape: ResultShape.InsertId, Type: not "long" } ? result.Type : null;

    private static string Body(CallModel call, StatementModel statement)
    {
        ResultModel result = call.Result!;
        string[] types = [call.Names.Statement, .. statement.Procedure is { } procedure ? [procedure.Row.Type] : TypesAfterStatement(call.Names.Statement, result)];
        string method = (statement.Procedure is null ? Method(result, statement) : "ProcedureRunner.Call") + (result.IsAsync ? "Async" : "");
        string arguments = string.Join(", ", statement.Arguments.Select(argument => Passing.Of(argument.Parameter)));
        string cancellation = result.IsAsync ? ", " + call.CancellationToken : "";
        return $"{Runtime.Queries}{method}<{string.Join(", ", types)}>({Target(call)}, new({arguments}){cancellation})";
    }

    private static string Target(CallModel call) => call.Timeout is null
        ? call.Host!.Expression
        : $"((global::ResilientMySql.Queries.QueryTarget){call.Host!.Expression}).WithTimeout({call.Timeout})";

    private static IEnumerable<string> TypesAfterStatement(string statementType, ResultModel result) => result switch
    {
        { Shape: ResultShape.Sets } => [$"{statementType}.{SetsEmitter.TypeName}", result.Type],
        { Row: { } row } => [row.Type],
        _ => [],
    };

    private static string Method(ResultModel result, StatementModel statement) => result.Shape switch
    {
        ResultShape.First => "QueryRunner.First",
        ResultShape.FirstOrDefault => "QueryRunner.FirstOrDefault",
        ResultShape.Single => "QueryRunner.Single",
        ResultShape.SingleOrDefault => "QueryRunner.SingleOrDefault",
        ResultShape.Exists => "QueryRunner.Exists",
        ResultShape.List or ResultShape.ReadOnlyList => "QueryRunner.ToList",
        ResultShape.Array => "QueryRunner.ToArray",
        ResultShape.Enumerable or ResultShape.AsyncEnumerable => "StreamRunner.Enumerate",
        ResultShape.Rows => "StreamRunner.Open",
        ResultShape.Sets => "ResultSetsRunner.Read",
        ResultShape.Reader => "ReaderRunner.OpenReader",
        ResultShape.Stream => "ReaderRunner.OpenStream",
        ResultShape.Text => "ReaderRunner.OpenText",
        ResultShape.InsertId => "StatementRunner.InsertId",
        _ when statement.Bulk is not null => "BulkRunner.Insert",
        _ => "StatementRunner.Execute",
    };
}
