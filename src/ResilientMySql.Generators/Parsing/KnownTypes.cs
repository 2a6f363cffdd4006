using Microsoft.CodeAnalysis;
using ResilientMySql.Generators.Model;

namespace ResilientMySql.Generators.Parsing;

/// <summary>Recognizes the types that decide a method's shape, by name: a compilation may lack any of them.</summary>
internal static class KnownTypes
{
    public const string QueryAttribute = "ResilientMySql.Queries.QueryAttribute";
    public const string ExecuteAttribute = "ResilientMySql.Queries.ExecuteAttribute";
    public const string ProcedureAttribute = "ResilientMySql.Queries.ProcedureAttribute";

    public const string RegisterQueriesAttribute = "ResilientMySql.Queries.RegisterQueriesAttribute";

    private const string Collections = "System.Collections.Generic";
    private const string Queries = "ResilientMySql.Queries";

    public static bool IsCancellationToken(ITypeSymbol type) => Is(type, "System.Threading", "CancellationToken");

    public static bool IsTimeSpan(ITypeSymbol type) => Is(type, "System", "TimeSpan");

    public static bool IsTask(ITypeSymbol type) => Is(type, "System.Threading.Tasks", "Task");

    public static bool IsValueTask(ITypeSymbol type) => Is(type, "System.Threading.Tasks", "ValueTask");

    public static bool IsList(ITypeSymbol type) => Is(type, Collections, "List") && ArgumentOf(type) is not null;

    /// <summary>The interfaces that a List satisfies without letting anybody change it.</summary>
    public static bool IsReadOnlyList(ITypeSymbol type) =>
        (Is(type, Collections, "IReadOnlyList") || Is(type, Collections, "IReadOnlyCollection")) && ArgumentOf(type) is not null;

    public static bool IsEnumerable(ITypeSymbol type) => Is(type, Collections, "IEnumerable");

    public static bool IsAsyncEnumerable(ITypeSymbol type) => Is(type, Collections, "IAsyncEnumerable");

    /// <summary>The rows on the stack, which may be of a type that only lives there.</summary>
    public static bool IsRows(ITypeSymbol type) => Is(type, Queries, "Rows") && ArgumentOf(type) is not null;

    public static bool IsReader(ITypeSymbol type) => Is(type, "ResilientMySql", "ResilientMySqlDataReader") || Is(type, "System.Data.Common", "DbDataReader");

    public static bool IsStream(ITypeSymbol type) => Is(type, "System.IO", "Stream");

    public static bool IsTextReader(ITypeSymbol type) => Is(type, "System.IO", "TextReader");

    /// <summary>A view of characters or bytes somewhere else: its name, and whether it is of characters; null for any other type.</summary>
    public static (string Name, SpecialType Item)? ViewOf(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "ReadOnlySpan" or "Span" or "ReadOnlyMemory" or "Memory", ContainingType: null } && IsIn(type, "System")
        && ArgumentOf(type) is { SpecialType: SpecialType.System_Char or SpecialType.System_Byte } item
            ? (type.Name, item.SpecialType)
            : null;

    public static StatementKind? StatementKindOf(ITypeSymbol? attribute) => attribute switch
    {
        _ when Is(attribute, Queries, "QueryAttribute") => StatementKind.Query,
        _ when Is(attribute, Queries, "ExecuteAttribute") => StatementKind.Execute,
        _ when Is(attribute, Queries, "ProcedureAttribute") => StatementKind.Procedure,
        _ => null,
    };

    public static bool IsRegisterQueriesAttribute(ITypeSymbol? attribute) => Is(attribute, Queries, nameof(RegisterQueriesAttribute));

    /// <summary>What a statement can run on, or null.</summary>
    public static HostKind? HostKindOf(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (Is(type, "ResilientMySql", "ResilientMySqlDataSource"))
                return HostKind.DataSource;

            if (Is(type, "ResilientMySql", "ResilientMySqlConnection"))
                return HostKind.Connection;

            if (Is(type, "ResilientMySql", "ResilientMySqlTransaction"))
                return HostKind.Transaction;
        }

        return null;
    }

    /// <summary>The attribute of that name among the library's own, or null.</summary>
    public static AttributeData? FindAttribute(IEnumerable<AttributeData> attributes, string name) =>
        attributes.FirstOrDefault(attribute => Is(attribute.AttributeClass, Queries, name + "Attribute"));

    public static bool IsColumnConverter(INamedTypeSymbol type) => Is(type, Queries, "IColumnConverter");

    public static bool IsSerializerContext(ITypeSymbol? type)
    {
        while (type is not null && !Is(type, "System.Text.Json.Serialization", "JsonSerializerContext"))
            type = type.BaseType;

        return type is not null;
    }

    /// <summary>The only type argument of <paramref name="type"/>, or null.</summary>
    public static ITypeSymbol? ArgumentOf(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeArguments.Length: 1 } generic ? generic.TypeArguments[0] : null;

    /// <summary>What <c>Nullable&lt;T&gt;</c> wraps; any other type as it is.</summary>
    public static ITypeSymbol WithoutNullable(ITypeSymbol type) =>
        type.OriginalDefinition.SpecialType is SpecialType.System_Nullable_T ? ArgumentOf(type)! : type;

    /// <summary>The type without the question mark, be it a reference or a value.</summary>
    public static ITypeSymbol WithoutQuestionMark(ITypeSymbol type) =>
        WithoutNullable(type).WithNullableAnnotation(NullableAnnotation.NotAnnotated);

    private static bool Is(ITypeSymbol? type, string containingNamespace, string name) =>
        type is INamedTypeSymbol { ContainingType: null } && type.Name == name && IsIn(type, containingNamespace);

    private static bool IsIn(ITypeSymbol type, string containingNamespace) => type.ContainingNamespace.ToDisplayString() == containingNamespace;
}
