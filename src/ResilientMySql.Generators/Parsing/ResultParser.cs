using Microsoft.CodeAnalysis;
using ResilientMySql.Generators.Diagnostics;
using ResilientMySql.Generators.Model;

namespace ResilientMySql.Generators.Parsing;

/// <summary>Reads a method's return type, and the attributes that say what becomes of the rows.</summary>
internal sealed class ResultParser(MethodDeclaration declaration, Reports reports)
{
    private const string QueryShapes =
        "T, T?, List<T>, IReadOnlyList<T>, T[], IEnumerable<T>, IAsyncEnumerable<T>, Rows<T>, a tuple of several result sets, ResilientMySqlDataReader, Stream?, TextReader? or a ValueTask of one of these, where T is a scalar or a row";

    private const string ExecuteShapes = "int, void, ValueTask<int> or ValueTask";
    private const string ProcedureShapes = "void, ValueTask, or what a [Query] over its result set would return";

    private Location Location => declaration.Syntax.ReturnType.GetLocation();

    private AttributeData[] Marks => [.. declaration.Symbol.GetReturnTypeAttributes()];

    public ResultModel? Parse()
    {
        ITypeSymbol type = declaration.Symbol.ReturnType;
        if (KnownTypes.IsTask(type))
        {
            string task = Displays.InMessage(type);
            reports.Add(Descriptors.TaskReturnType, Location, declaration.Name, "Value" + task, task);
            return null;
        }

        if (declaration.Symbol.RefKind is not RefKind.None)
            return ReportUnsupported();

        bool isAsync = KnownTypes.IsValueTask(type);
        ITypeSymbol? awaited = isAsync ? KnownTypes.ArgumentOf(type) : type;
        ResultModel? result = declaration.Kind switch
        {
            StatementKind.Execute => ParseExecute(awaited, isAsync),
            StatementKind.Procedure when awaited is null or { SpecialType: SpecialType.System_Void } => new ResultModel(ResultShape.Nothing, isAsync, "void", null),
            _ => ParseQuery(awaited, isAsync),
        };

        if (result is not null)
            CheckAttributes(result.Shape);

        return result;
    }

    private ResultModel? ParseExecute(ITypeSymbol? type, bool isAsync)
    {
        if (declaration.Has("LastInsertId"))
        {
            bool isId = type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64;
            return isId ? new ResultModel(ResultShape.InsertId, isAsync, Displays.InCode(type!), null) : ReportUnsupported("int, uint, long, ulong or a ValueTask of one of these");
        }

        return type switch
        {
            null or { SpecialType: SpecialType.System_Void } => new ResultModel(ResultShape.Nothing, isAsync, "void", null),
            { SpecialType: SpecialType.System_Int32 } => new ResultModel(ResultShape.RowsAffected, isAsync, "int", null),
            _ => ReportUnsupported(),
        };
    }

    private ResultModel? ParseQuery(ITypeSymbol? type, bool isAsync)
    {
        if (type is null or { SpecialType: SpecialType.System_Void })
            return ReportUnsupported();

        bool isNullable = type.NullableAnnotation is NullableAnnotation.Annotated;
        if (declaration.Has("Exists"))
        {
            return type.SpecialType is SpecialType.System_Boolean
                ? new ResultModel(ResultShape.Exists, isAsync, "bool", null)
                : ReportUnsupported("bool or ValueTask<bool>");
        }

        if (ScalarTypes.Find(type, Marks, declaration.ContainingType) is null && CollectionOf(type) is var (shape, row))
            return shape is ResultShape.Rows && isAsync ? ReportAsynchronousRows() : isNullable || (isAsync && shape is ResultShape.Enumerable or ResultShape.AsyncEnumerable) ? ReportUnsupported() : Rows(shape, isAsync, type, row);

        if (WholeOf(type) is { } whole)
        {
            // A reader is always there; a column's content is not, where there is no row or NULL in it.
            bool isWrong = whole is ResultShape.Reader ? isNullable : type.NullableAnnotation is NullableAnnotation.NotAnnotated;
            return isWrong ? ReportUnsupported() : new ResultModel(whole, isAsync, Displays.InCode(type), null);
        }

        if (type is INamedTypeSymbol { IsTupleType: true, TupleElements.Length: > 1 } tuple && tuple.TupleElements.Any(element => CollectionOf(element.Type) is not null))
            return Sets(tuple, isAsync);

        bool isSingle = declaration.Has("Single");
        return Rows(
            (isSingle, isNullable) switch
            {
                (false, false) => ResultShape.First,
                (false, true) => ResultShape.FirstOrDefault,
                (true, false) => ResultShape.Single,
                (true, true) => ResultShape.SingleOrDefault,
            },
            isAsync, type, type);
    }

    private ResultModel? Rows(ResultShape shape, bool isAsync, ITypeSymbol type, ITypeSymbol row)
    {
        bool livesOnStack = shape is ResultShape.Rows;
        bool isView = livesOnStack && ScalarTypes.View(row) is not null;
        if (!isView && !RowParser.CanBeRow(row, Marks, declaration.ContainingType))
            return ReportUnsupported();

        return ParseRow(row, livesOnStack) is { } model
            ? new ResultModel(shape, isAsync || shape is ResultShape.AsyncEnumerable, Displays.InCode(type), model)
            : null;
    }

    private ResultModel? Sets(INamedTypeSymbol tuple, bool isAsync)
    {
        var sets = new List<SetModel>();
        foreach (IFieldSymbol element in tuple.TupleElements)
        {
            (ResultShape Shape, ITypeSymbol Row)? rows = CollectionOf(element.Type);
            bool isNullable = element.Type.NullableAnnotation is NullableAnnotation.Annotated;
            if (rows is { Shape: ResultShape.Enumerable or ResultShape.AsyncEnumerable or ResultShape.Rows } || (rows is not null && isNullable))
                return ReportUnsupported();

            ITypeSymbol row = rows?.Row ?? element.Type;
            ResultShape shape = rows?.Shape ?? (isNullable ? ResultShape.FirstOrDefault : ResultShape.First);
            if (!RowParser.CanBeRow(row, [], declaration.ContainingType))
                return ReportUnsupported();

            if (ParseRow(row) is not { } model)
                return null;

            sets.Add(new SetModel(shape, model));
        }

        return new ResultModel(ResultShape.Sets, isAsync, Displays.InCode(tuple), null, new EquatableArray<SetModel>([.. sets]));
    }

    private RowModel? ParseRow(ITypeSymbol type, bool livesOnStack = false) =>
        new RowParser(reports, Location, declaration.ContainingType, livesOnStack).Parse(type, Marks);

    private static (ResultShape Shape, ITypeSymbol Row)? CollectionOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { IsSZArray: true, ElementType: { SpecialType: not SpecialType.System_Byte } element } => (ResultShape.Array, element),
        _ when KnownTypes.IsList(type) => (ResultShape.List, KnownTypes.ArgumentOf(type)!),
        _ when KnownTypes.IsReadOnlyList(type) => (ResultShape.ReadOnlyList, KnownTypes.ArgumentOf(type)!),
        _ when KnownTypes.IsEnumerable(type) && KnownTypes.ArgumentOf(type) is { } item => (ResultShape.Enumerable, item),
        _ when KnownTypes.IsRows(type) => (ResultShape.Rows, KnownTypes.ArgumentOf(type)!),
        _ when KnownTypes.IsAsyncEnumerable(type) && KnownTypes.ArgumentOf(type) is { } item => (ResultShape.AsyncEnumerable, item),
        _ => null,
    };

    private static ResultShape? WholeOf(ITypeSymbol type) => type switch
    {
        _ when KnownTypes.IsReader(type) => ResultShape.Reader,
        _ when KnownTypes.IsStream(type) => ResultShape.Stream,
        _ when KnownTypes.IsTextReader(type) => ResultShape.Text,
        _ => null,
    };

    /// <summary>An attribute that changes nothing is a misunderstanding.</summary>
    private void CheckAttributes(ResultShape shape)
    {
        Check("Single", shape is ResultShape.Single or ResultShape.SingleOrDefault, "it does not return one row");
        Check("Exists", shape is ResultShape.Exists, "it has no result set");
        Check("LastInsertId", shape is ResultShape.InsertId, "it inserts nothing");
        if (shape is ResultShape.Rows && declaration.Has("GenerateAsync"))
        {
            ReportAsynchronousRows();
            return;
        }

        string? obstacle = Siblings.FindObstacle(declaration);
        Check("GenerateAsync", obstacle is null, obstacle ?? "");
    }

    private void Check(string attribute, bool fits, string why)
    {
        if (!fits && declaration.Find(attribute) is { } data)
            reports.Add(Descriptors.AttributeWithoutEffect, declaration.LocationOf(data), attribute, declaration.Name, why);
    }

    private ResultModel? ReportAsynchronousRows()
    {
        reports.Add(Descriptors.AsynchronousRows, Location, declaration.Name);
        return null;
    }

    private ResultModel? ReportUnsupported(string? shapes = null)
    {
        shapes ??= declaration.Kind switch
        {
            StatementKind.Query => QueryShapes,
            StatementKind.Execute => ExecuteShapes,
            _ => ProcedureShapes,
        };

        reports.Add(
            Descriptors.UnsupportedReturnType, Location, declaration.Name, Displays.InMessage(declaration.Symbol.ReturnType), declaration.Kind.ToString(), shapes);

        return null;
    }
}
