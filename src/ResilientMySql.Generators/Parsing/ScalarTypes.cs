using Microsoft.CodeAnalysis;
using ResilientMySql.Generators.Model;

namespace ResilientMySql.Generators.Parsing;

/// <summary>The types that one value of SQL maps to.</summary>
internal static class ScalarTypes
{
    /// <summary>The scalar that <paramref name="type"/> is, or null.</summary>
    public static ScalarModel? Find(ITypeSymbol type)
    {
        bool isNullable = type.NullableAnnotation is NullableAnnotation.Annotated;
        type = KnownTypes.WithoutNullable(type);
        if (type is INamedTypeSymbol { EnumUnderlyingType: { } number })
            return KindOf(number) is { } underlying ? new ScalarModel(underlying, isNullable, Displays.InCode(type)) : null;

        return KindOf(type) is { } kind ? new ScalarModel(kind, isNullable, null) : null;
    }

    private static ScalarKind? KindOf(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Boolean => ScalarKind.Boolean,
        SpecialType.System_SByte => ScalarKind.SByte,
        SpecialType.System_Byte => ScalarKind.Byte,
        SpecialType.System_Int16 => ScalarKind.Int16,
        SpecialType.System_UInt16 => ScalarKind.UInt16,
        SpecialType.System_Int32 => ScalarKind.Int32,
        SpecialType.System_UInt32 => ScalarKind.UInt32,
        SpecialType.System_Int64 => ScalarKind.Int64,
        SpecialType.System_UInt64 => ScalarKind.UInt64,
        SpecialType.System_Single => ScalarKind.Single,
        SpecialType.System_Double => ScalarKind.Double,
        SpecialType.System_Decimal => ScalarKind.Decimal,
        SpecialType.System_DateTime => ScalarKind.DateTime,
        SpecialType.System_String => ScalarKind.String,
        SpecialType.None => KindOfUnspecial(type),
        _ => null,
    };

    private static ScalarKind? KindOfUnspecial(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { IsSZArray: true, ElementType.SpecialType: SpecialType.System_Byte } => ScalarKind.Bytes,
        INamedTypeSymbol { ContainingType: null, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } => type.Name switch
        {
            "DateTimeOffset" => ScalarKind.DateTimeOffset,
            "DateOnly" => ScalarKind.DateOnly,
            "TimeOnly" => ScalarKind.TimeOnly,
            "TimeSpan" => ScalarKind.TimeSpan,
            "Guid" => ScalarKind.Guid,
            _ => null,
        },
        _ => null,
    };
}
