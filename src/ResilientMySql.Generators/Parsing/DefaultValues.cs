using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ResilientMySql.Generators.Parsing;

/// <summary>Writes the default values of parameters as code that means the same anywhere.</summary>
internal static class DefaultValues
{
    /// <summary>With the equals sign; empty where there is none.</summary>
    public static string Of(IParameterSymbol parameter) => parameter.HasExplicitDefaultValue
        ? " = " + Literal(KnownTypes.WithoutNullable(parameter.Type), parameter.ExplicitDefaultValue)
        : "";

    private static string Literal(ITypeSymbol type, object? value) => value switch
    {
        null => type.IsReferenceType ? "null" : "default",
        _ when type.TypeKind is TypeKind.Enum => $"({Displays.InCode(type)})({Primitive(value)})",
        float.NaN => "float.NaN",
        float.PositiveInfinity => "float.PositiveInfinity",
        float.NegativeInfinity => "float.NegativeInfinity",
        float number => number.ToString("R", CultureInfo.InvariantCulture) + "F",
        double.NaN => "double.NaN",
        double.PositiveInfinity => "double.PositiveInfinity",
        double.NegativeInfinity => "double.NegativeInfinity",
        double number => number.ToString("R", CultureInfo.InvariantCulture) + "D",
        decimal number => number.ToString(CultureInfo.InvariantCulture) + "M",
        _ => Primitive(value),
    };

    private static string Primitive(object value) =>
        SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false) ?? "default";
}
