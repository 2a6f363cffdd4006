using Microsoft.CodeAnalysis;
using ResilientMySql.Generators.Parsing;

namespace ResilientMySql.CodeFixes.Sql;

/// <summary>Takes a method's result apart.</summary>
internal static class RowTypes
{
    /// <summary>What one row is read as: <c>City</c> of <c>ValueTask&lt;List&lt;City&gt;&gt;</c>.</summary>
    public static ITypeSymbol Of(ITypeSymbol result)
    {
        while (InnerOf(result) is { } inner)
            result = inner;

        return result;
    }

    private static ITypeSymbol? InnerOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array when !SqlTypes.IsPlain(array) => array.ElementType,
        _ when IsWrapper(type) => KnownTypes.ArgumentOf(type),
        _ => null,
    };

    private static bool IsWrapper(ITypeSymbol type) =>
        KnownTypes.IsValueTask(type) || KnownTypes.IsTask(type) || KnownTypes.IsList(type) || KnownTypes.IsReadOnlyList(type)
        || KnownTypes.IsEnumerable(type) || KnownTypes.IsAsyncEnumerable(type) || KnownTypes.IsRows(type);
}
