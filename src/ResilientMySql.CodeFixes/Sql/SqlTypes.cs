using Microsoft.CodeAnalysis;
using ResilientMySql.Generators.Model;
using ResilientMySql.Generators.Parsing;

namespace ResilientMySql.CodeFixes.Sql;

/// <summary>Which types one value of SQL maps to, as the generator decides it.</summary>
internal static class SqlTypes
{
    /// <summary>Whether the driver and others take and give such values as the generated method does: not by JSON, nor by a converter.</summary>
    public static bool IsPlain(ITypeSymbol type, IEnumerable<AttributeData>? marks = null) =>
        ScalarTypes.Find(type, marks ?? [], container: null) is { Conversion: null or { Kind: ConversionKind.EnumNumber } };
}
