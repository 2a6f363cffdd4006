using ResilientMySql.Generators.Model;

namespace ResilientMySql.Generators.Emission;

/// <summary>Writes the file that implements one method.</summary>
internal static class MethodEmitter
{
    public static string Emit(MethodModel method)
    {
        DeclarationModel declaration = method.Declaration;
        var writer = new SourceWriter();
        FileHeader.Open(writer, declaration.Namespace, declaration.Containers);
        if (method.Statement is { } statement)
            WriteMembers(writer, declaration, statement);
        else
            WriteThrowing(writer, method);

        FileHeader.Close(writer, declaration.Containers);
        return writer.ToString();
    }

    private static void WriteMembers(SourceWriter writer, DeclarationModel declaration, StatementModel statement)
    {
        CallModel call = declaration.Call;
        if (!declaration.IsDocumented)
            Documentation.Write(writer, call.Result!, statement);

        WriteMethod(writer, declaration.Signature, call, statement);
        if (declaration.Sibling is { } sibling)
        {
            CallModel asynchronous = Asynchronous(call, sibling);
            writer.Line();
            Documentation.Write(writer, asynchronous.Result!, statement);
            WriteMethod(writer, sibling.Signature, asynchronous, statement);
        }

        writer.Line();
        writer.Line(GeneratedCode.Attribute);
        StatementEmitter.Write(writer, call, statement);
    }

    private static void WriteMethod(SourceWriter writer, string signature, CallModel call, StatementModel statement)
    {
        writer.Line(GeneratedCode.Attribute);
        CallEmitter.Write(writer, signature, call, statement);
    }

    private static CallModel Asynchronous(CallModel call, SiblingModel sibling)
    {
        ResultModel result = call.Result!;
        ResultShape shape = result.Shape is ResultShape.Enumerable ? ResultShape.AsyncEnumerable : result.Shape;
        return call with { Result = result with { IsAsync = true, Shape = shape }, CancellationToken = sibling.CancellationToken };
    }

    private static void WriteThrowing(SourceWriter writer, MethodModel method)
    {
        string body = $"throw new global::System.NotSupportedException(\"This method was built with errors: {string.Join(", ", method.Mistakes)}.\");";
        writer.Line(GeneratedCode.Attribute);
        writer.Line(method.Declaration.Signature + " =>");
        writer.Continuation(body);
        if (method.Declaration.Sibling is { } sibling)
        {
            writer.Line();
            writer.Line(GeneratedCode.Attribute);
            writer.Line(sibling.Signature + " =>");
            writer.Continuation(body);
        }
    }
}
