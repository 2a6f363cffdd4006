using Microsoft.CodeAnalysis;
using ResilientMySql.Generators.Diagnostics;
using ResilientMySql.Generators.Model;

namespace ResilientMySql.Generators.Parsing;

/// <summary>Reads a method's return type.</summary>
internal static class ResultParser
{
    private const string QueryShapes = "T, T?, List<T>, IReadOnlyList<T> or a ValueTask of one of these, where T is a scalar or a row";
    private const string ExecuteShapes = "int, void, ValueTask<int> or ValueTask";

    public static bool IsAsync(IMethodSymbol method) => KnownTypes.IsValueTask(method.ReturnType) || KnownTypes.IsTask(method.ReturnType);

    public static ResultModel? Parse(MethodDeclaration declaration, Reports reports)
    {
        ITypeSymbol type = declaration.Symbol.ReturnType;
        if (KnownTypes.IsTask(type))
        {
            string task = Displays.InMessage(type);
            reports.Add(Descriptors.TaskReturnType, declaration.Syntax.ReturnType.GetLocation(), declaration.Name, "Value" + task, task);
            return null;
        }

        bool isAsync = KnownTypes.IsValueTask(type);
        ITypeSymbol? awaited = isAsync ? KnownTypes.ArgumentOf(type) : type;
        if (declaration.Symbol.RefKind is not RefKind.None)
            return ReportUnsupported(declaration, reports);

        return declaration.Kind switch
        {
            StatementKind.Execute => ParseExecute(declaration, awaited, isAsync, reports),
            StatementKind.Query => ParseQuery(declaration, awaited, isAsync, reports),
            _ => throw new InvalidOperationException(),
        };
    }

    private static ResultModel? ParseExecute(MethodDeclaration declaration, ITypeSymbol? type, bool isAsync, Reports reports) => type switch
    {
        null => new ResultModel(ResultShape.Nothing, isAsync, Row: null),
        { SpecialType: SpecialType.System_Void } => new ResultModel(ResultShape.Nothing, isAsync, Row: null),
        { SpecialType: SpecialType.System_Int32 } => new ResultModel(ResultShape.RowsAffected, isAsync, Row: null),
        _ => ReportUnsupported(declaration, reports),
    };

    private static ResultModel? ParseQuery(MethodDeclaration declaration, ITypeSymbol? type, bool isAsync, Reports reports)
    {
        if (type is null)
            return ReportUnsupported(declaration, reports);

        bool isNullable = type.NullableAnnotation is NullableAnnotation.Annotated;
        ResultShape? shape = type switch
        {
            _ when KnownTypes.IsList(type) => isNullable ? null : ResultShape.List,
            _ when KnownTypes.IsReadOnlyList(type) => isNullable ? null : ResultShape.ReadOnlyList,
            _ => isNullable ? ResultShape.FirstOrDefault : ResultShape.First,
        };

        ITypeSymbol row = shape is ResultShape.List or ResultShape.ReadOnlyList ? KnownTypes.ArgumentOf(type)! : type;
        if (shape is null || !RowParser.CanBeRow(row))
            return ReportUnsupported(declaration, reports);

        RowModel? model = RowParser.Parse(row, declaration.Syntax.ReturnType.GetLocation(), reports);
        return model is null ? null : new ResultModel(shape.Value, isAsync, model);
    }

    private static ResultModel? ReportUnsupported(MethodDeclaration declaration, Reports reports)
    {
        string shapes = declaration.Kind is StatementKind.Query ? QueryShapes : ExecuteShapes;
        reports.Add(
            Descriptors.UnsupportedReturnType, declaration.Syntax.ReturnType.GetLocation(),
            declaration.Name, Displays.InMessage(declaration.Symbol.ReturnType), declaration.Kind.ToString(), shapes);

        return null;
    }
}
