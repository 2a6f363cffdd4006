using Microsoft.CodeAnalysis;
using ResilientMySql.Generators.Model;

namespace ResilientMySql.Generators.Parsing;

/// <summary>Reads <c>[ByName]</c>, <c>[Json&lt;…&gt;]</c> and <c>[Convert&lt;…&gt;]</c>.</summary>
internal static class Conversions
{
    private static readonly string[] Names = ["ByName", "Json", "Convert"];

    public static bool IsAskedFor(IEnumerable<AttributeData> marks) => Names.Any(name => KnownTypes.FindAttribute(marks, name) is not null);

    /// <summary>The scalar that the value is stored as; null where what was asked for does not fit the type.</summary>
    public static ScalarModel? Find(ITypeSymbol type, bool isNullable, IReadOnlyList<AttributeData> marks, INamedTypeSymbol? container)
    {
        // What stands beside the value goes before what stands beside its type: the marks are in that order.
        AttributeData mark = marks.First(mark => IsAskedFor([mark]));
        if (container is not null && Visibility.FindHidden([mark], container) is not null)
            return null;

        ITypeSymbol? via = mark.AttributeClass is { TypeArguments.Length: 1 } generic ? generic.TypeArguments[0] : null;
        return mark.AttributeClass!.Name switch
        {
            "ByNameAttribute" => ByName(type, isNullable),
            "JsonAttribute" => Json(type, isNullable, via),
            _ => Converted(type, isNullable, via),
        };
    }

    /// <summary>What is wrong with the conversion that was asked for, as the end of a sentence.</summary>
    public static string Mistake(IEnumerable<AttributeData> marks) => KnownTypes.FindAttribute(marks, "ByName") is not null
        ? "[ByName] is for enums without [Flags]"
        : KnownTypes.FindAttribute(marks, "Json") is not null
            ? "[Json] needs a source-generated JsonSerializerContext that the query can see"
            : "[Convert] needs an IColumnConverter of that type and of one that a column maps to, with public methods, that the query can see";

    private static ScalarModel? ByName(ITypeSymbol type, bool isNullable)
    {
        bool isSimple = type.TypeKind is TypeKind.Enum && type.GetAttributes().All(attribute => attribute.AttributeClass?.Name != "FlagsAttribute");
        return isSimple ? new ScalarModel(ScalarKind.String, isNullable, new ConversionModel(ConversionKind.EnumName, Displays.InCode(type))) : null;
    }

    private static ScalarModel? Json(ITypeSymbol type, bool isNullable, ITypeSymbol? context) =>
        context is { IsAbstract: false } && KnownTypes.IsSerializerContext(context)
            ? new ScalarModel(ScalarKind.String, isNullable, new ConversionModel(ConversionKind.Json, Displays.InCode(type), Displays.InCode(context)))
            : null;

    private static ScalarModel? Converted(ITypeSymbol type, bool isNullable, ITypeSymbol? converter)
    {
        INamedTypeSymbol? contract = converter?.AllInterfaces.FirstOrDefault(candidate =>
            KnownTypes.IsColumnConverter(candidate) && SymbolEqualityComparer.Default.Equals(candidate.TypeArguments[0], type));

        bool isCallable = contract?.GetMembers().All(member =>
            converter!.FindImplementationForInterfaceMember(member) is { DeclaredAccessibility: Accessibility.Public }) ?? false;

        return isCallable && ScalarTypes.Plain(contract!.TypeArguments[1], isNullable) is { Conversion: null } column
            ? column with { Conversion = new ConversionModel(ConversionKind.Converter, Displays.InCode(type), Displays.InCode(converter!)) }
            : null;
    }
}
