using Microsoft.CodeAnalysis;

namespace ResilientMySql.Generators.Parsing;

/// <summary>Recognizes the types that decide a method's shape, by name: a compilation may lack any of them.</summary>
internal static class KnownTypes
{
    public const string QueryAttribute = "ResilientMySql.Queries.QueryAttribute";
    public const string ExecuteAttribute = "ResilientMySql.Queries.ExecuteAttribute";

    public static bool IsCancellationToken(ITypeSymbol type) => Is(type, "System.Threading", "CancellationToken");

    public static bool IsTask(ITypeSymbol type) => Is(type, "System.Threading.Tasks", "Task");

    public static bool IsValueTask(ITypeSymbol type) => Is(type, "System.Threading.Tasks", "ValueTask");

    public static bool IsList(ITypeSymbol type) => Is(type, "System.Collections.Generic", "List");

    public static bool IsReadOnlyList(ITypeSymbol type) => Is(type, "System.Collections.Generic", "IReadOnlyList");

    public static bool IsExecuteAttribute(ITypeSymbol? type) => Is(type, "ResilientMySql.Queries", "ExecuteAttribute");

    public static bool IsQueryAttribute(ITypeSymbol? type) => Is(type, "ResilientMySql.Queries", "QueryAttribute");

    public static bool IsDataSource(ITypeSymbol? type)
    {
        while (type is not null && !Is(type, "ResilientMySql", "ResilientMySqlDataSource"))
            type = type.BaseType;

        return type is not null;
    }

    /// <summary>The only type argument of <paramref name="type"/>, or null.</summary>
    public static ITypeSymbol? ArgumentOf(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeArguments.Length: 1 } generic ? generic.TypeArguments[0] : null;

    /// <summary>What <c>Nullable&lt;T&gt;</c> wraps; any other type as it is.</summary>
    public static ITypeSymbol WithoutNullable(ITypeSymbol type) =>
        type.OriginalDefinition.SpecialType is SpecialType.System_Nullable_T ? ArgumentOf(type)! : type;

    private static bool Is(ITypeSymbol? type, string containingNamespace, string name) =>
        type is INamedTypeSymbol { ContainingType: null } && type.Name == name
        && type.ContainingNamespace.ToDisplayString() == containingNamespace;
}
