using Microsoft.CodeAnalysis;

namespace ResilientMySql.Generators.Parsing;

/// <summary>Tells whether a synchronous method can have an asynchronous sibling.</summary>
internal static class Siblings
{
    /// <summary>What keeps the sibling from being declared, as the end of a sentence; null where nothing does.</summary>
    public static string? FindObstacle(MethodDeclaration declaration)
    {
        if (declaration.IsAsync || declaration.Symbol.Parameters.Any(parameter => parameter.RefKind is RefKind.Ref or RefKind.Out))
            return "it is asynchronous itself, or has ref or out parameters";

        if (declaration.Symbol.IsGenericMethod)
            return "it is generic";

        if (declaration.Symbol.IsOverride)
            return "it overrides a method, whose own sibling it would hide";

        string name = declaration.Name + "Async";
        return declaration.ContainingType.GetMembers(name).Any(member => IsInTheWay(member, declaration.Symbol)) ? $"'{name}' is there already" : null;
    }

    private static bool IsInTheWay(ISymbol member, IMethodSymbol method)
    {
        if (member is not IMethodSymbol other)
            return true;

        // The analyzer sees the sibling itself, which is generated and no part of a method.
        if (other is { IsPartialDefinition: false, PartialDefinitionPart: null } && MethodParser.IsGenerated(other))
            return false;

        return other.Arity == 0 && other.Parameters.Length == method.Parameters.Length + 1
            && KnownTypes.IsCancellationToken(other.Parameters[other.Parameters.Length - 1].Type)
            && method.Parameters.All(parameter => HaveSameType(parameter, other.Parameters[parameter.Ordinal]));
    }

    /// <summary>In, ref and out do not tell overloads apart from each other, but from none.</summary>
    private static bool HaveSameType(IParameterSymbol first, IParameterSymbol second) =>
        (first.RefKind is RefKind.None) == (second.RefKind is RefKind.None) && SymbolEqualityComparer.Default.Equals(first.Type, second.Type);
}
