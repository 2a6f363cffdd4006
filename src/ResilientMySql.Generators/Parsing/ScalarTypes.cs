using Microsoft.CodeAnalysis;
using ResilientMySql.Generators.Model;

namespace ResilientMySql.Generators.Parsing;

/// <summary>The types that one value of SQL maps to.</summary>
internal static class ScalarTypes
{
    /// <summary>The scalar that <paramref name="type"/> is, or null.</summary>
    /// <param name="type">The type of a parameter, a member or a result.</param>
    /// <param name="marks">The attributes there, which may ask for a conversion; those of the type itself count too.</param>
    /// <param name="container">The type that generated code will be in: what a conversion names must be visible there; null where that does not matter.</param>
    public static ScalarModel? Find(ITypeSymbol type, IEnumerable<AttributeData> marks, INamedTypeSymbol? container)
    {
        bool isNullable = type.NullableAnnotation is NullableAnnotation.Annotated;
        type = KnownTypes.WithoutQuestionMark(type);
        AttributeData[] all = [.. marks, .. type.GetAttributes()];
        return Conversions.IsAskedFor(all)
            ? Conversions.Find(type, isNullable, all, container)
            : Plain(type, isNullable);
    }

    /// <summary>The same without any conversion but that of an enum to its number.</summary>
    public static ScalarModel? Plain(ITypeSymbol type, bool isNullable)
    {
        if (type is INamedTypeSymbol { EnumUnderlyingType: { } number })
        {
            return KindOf(number) is { } underlying
                ? new ScalarModel(underlying, isNullable, new ConversionModel(ConversionKind.EnumNumber, Displays.InCode(type)))
                : null;
        }

        return KindOf(type) is { } kind ? new ScalarModel(kind, isNullable) : null;
    }

    /// <summary>A view of the column's bytes where they were received, which only a row on the stack can hold.</summary>
    public static ScalarModel? View(ITypeSymbol type) =>
        KnownTypes.ViewOf(type) is ("ReadOnlySpan", SpecialType.System_Byte) ? new ScalarModel(ScalarKind.Utf8, IsNullable: false) : null;

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
        SpecialType.System_Char => ScalarKind.Char,
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
        INamedTypeSymbol { ContainingType: null, ContainingNamespace: { Name: "MySqlConnector", ContainingNamespace.IsGlobalNamespace: true } } => type.Name switch
        {
            "MySqlGeometry" => ScalarKind.Geometry,
            "MySqlDecimal" => ScalarKind.MySqlDecimal,
            "MySqlDateTime" => ScalarKind.MySqlDateTime,
            _ => null,
        },
        _ => null,
    };
}
