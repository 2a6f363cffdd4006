using Microsoft.CodeAnalysis;
using ResilientMySql.Generators.Diagnostics;
using ResilientMySql.Generators.Model;

namespace ResilientMySql.Generators.Parsing;

/// <summary>
/// Finds what a method runs on. A parameter of the method goes before all else, a transaction before a connection before a data
/// source. Then comes a field, else a property, of the type or the nearest of its bases; else a parameter of the primary
/// constructor. A field goes first because the others usually only fill or show it.
/// </summary>
internal static class HostFinder
{
    public static HostModel? Find(MethodDeclaration declaration, Reports reports)
    {
        List<ISymbol> candidates = Candidates(declaration);
        if (candidates.Count == 1)
            return Model(candidates[0], declaration, reports);

        if (candidates.Count > 1)
        {
            string names = string.Join(", ", candidates.Select(candidate => $"'{candidate.Name}'"));
            reports.Add(Descriptors.AmbiguousDataSource, declaration.Location, declaration.Name, names);
            return null;
        }

        string advice = declaration.Symbol.IsStatic ? "a static field or property of that type" : "a field, a property or a primary constructor parameter of that type";
        reports.Add(Descriptors.NoDataSource, declaration.Location, declaration.Name, declaration.ContainingType.Name, advice);
        return null;
    }

    private static List<ISymbol> Candidates(MethodDeclaration declaration)
    {
        List<ISymbol> parameters = [.. declaration.Symbol.Parameters.Where(parameter => KnownTypes.HostKindOf(parameter.Type) is not null)];
        if (parameters.Count > 0)
        {
            HostKind? first = parameters.Min(KindOf);
            return parameters.FindAll(parameter => KindOf(parameter) == first);
        }

        for (INamedTypeSymbol? type = declaration.ContainingType; type is not null; type = type.BaseType)
        {
            var members = type.GetMembers().Where(member => IsReachable(member, declaration)).ToList();
            List<ISymbol> fields = members.FindAll(member => member is IFieldSymbol && KindOf(member) is not null);
            List<ISymbol> found = fields.Count > 0
                ? fields
                : members.FindAll(member => member is IPropertySymbol { GetMethod: not null, IsIndexer: false } && KindOf(member) is not null);

            if (found.Count > 0)
                return found;
        }

        return declaration.Symbol.IsStatic ? [] : PrimaryConstructorParameters(declaration.ContainingType);
    }

    private static HostKind? KindOf(ISymbol symbol) => symbol switch
    {
        IParameterSymbol parameter => KnownTypes.HostKindOf(parameter.Type),
        IFieldSymbol field => KnownTypes.HostKindOf(field.Type),
        IPropertySymbol property => KnownTypes.HostKindOf(property.Type),
        _ => null,
    };

    private static bool IsNullable(ISymbol symbol) => symbol switch
    {
        IParameterSymbol parameter => parameter.NullableAnnotation is NullableAnnotation.Annotated,
        IFieldSymbol field => field.NullableAnnotation is NullableAnnotation.Annotated,
        IPropertySymbol property => property.NullableAnnotation is NullableAnnotation.Annotated,
        _ => false,
    };

    private static bool IsReachable(ISymbol member, MethodDeclaration declaration) =>
        member is { IsImplicitlyDeclared: false, CanBeReferencedByName: true } or IPropertySymbol { IsIndexer: false, CanBeReferencedByName: true }
        && (member.IsStatic || !declaration.Symbol.IsStatic)
        && declaration.SemanticModel.Compilation.IsSymbolAccessibleWithin(member, declaration.ContainingType);

    private static List<ISymbol> PrimaryConstructorParameters(INamedTypeSymbol type)
    {
        IMethodSymbol? primary = type.InstanceConstructors.FirstOrDefault(PrimaryConstructors.Contain);
        return primary is null ? [] : [.. primary.Parameters.Where(parameter => KindOf(parameter) is not null)];
    }

    private static HostModel? Model(ISymbol host, MethodDeclaration declaration, Reports reports)
    {
        HostKind kind = KindOf(host)!.Value;
        // The runtime refuses null by itself.
        string name = Names.Escape(host.Name) + (IsNullable(host) ? "!" : "");
        IParameterSymbol? hiding = declaration.Symbol.Parameters.FirstOrDefault(parameter => parameter.Name == host.Name);
        if (hiding is null || SymbolEqualityComparer.Default.Equals(hiding, host))
            return new HostModel(kind, name);

        if (host is not IParameterSymbol)
            return new HostModel(kind, (host.IsStatic ? Displays.InCode(declaration.ContainingType) : "this") + "." + name);

        reports.Add(Descriptors.HiddenDataSource, hiding.Locations[0], hiding.Name);
        return null;
    }
}
