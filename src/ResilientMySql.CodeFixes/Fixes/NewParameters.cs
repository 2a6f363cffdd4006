using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ResilientMySql.Generators.Parsing;

namespace ResilientMySql.CodeFixes.Fixes;

/// <summary>How a parameter that only the SQL knows is declared.</summary>
internal static class NewParameters
{
    public static bool IsName(string name) => SyntaxFacts.IsValidIdentifier(name);

    /// <summary>Whether the method has the parameter; case does not matter in the names of MySQL's variables.</summary>
    public static bool Exists(MethodTarget target, string name) =>
        target.Symbol.Parameters.Any(parameter => parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a parameter is one value: no list and no object, and not the time limit.</summary>
    public static bool IsValue(IParameterSymbol parameter) =>
        ScalarTypes.Find(parameter.Type, parameter.GetAttributes(), parameter.ContainingType) is not null
        && KnownTypes.FindAttribute(parameter.GetAttributes(), "CommandTimeout") is null;

    /// <summary>Its type is a guess: a key is a number, anything else a text.</summary>
    public static string Declare(string name) => (IsKey(name) ? "int " : "string ") + Escape(name);

    public static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    private static bool IsKey(string name) =>
        name.Equals("id", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("Id", StringComparison.Ordinal)
        || name.EndsWith("_id", StringComparison.OrdinalIgnoreCase);
}
