using Microsoft.CodeAnalysis;
using ResilientMySql.Generators.Diagnostics;

namespace ResilientMySql.Generators.Parsing;

/// <summary>
/// Finds what a method runs on: a field, else a property, of the type or the nearest of its bases; else a parameter of the
/// primary constructor. A field comes first because the others usually only fill or show it.
/// </summary>
internal static class DataSourceFinder
{
    /// <summary>The expression that reaches the data source from inside the method, or null.</summary>
    public static string? Find(MethodDeclaration declaration, Reports reports)
    {
        List<ISymbol> candidates = Candidates(declaration);
        if (candidates.Count == 1)
            return Expression(candidates[0], declaration, reports);

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
        for (INamedTypeSymbol? type = declaration.ContainingType; type is not null; type = type.BaseType)
        {
            var members = type.GetMembers().Where(member => IsReachable(member, declaration)).ToList();
            List<ISymbol> fields = members.FindAll(member => member is IFieldSymbol field && KnownTypes.IsDataSource(field.Type));
            List<ISymbol> found = fields.Count > 0 ? fields : members.FindAll(IsReadableDataSource);
            if (found.Count > 0)
                return found;
        }

        return declaration.Symbol.IsStatic ? [] : PrimaryConstructorParameters(declaration.ContainingType);
    }

    private static bool IsReachable(ISymbol member, MethodDeclaration declaration) =>
        member is { IsImplicitlyDeclared: false, CanBeReferencedByName: true } or IPropertySymbol { IsIndexer: false, CanBeReferencedByName: true }
        && (member.IsStatic || !declaration.Symbol.IsStatic)
        && declaration.SemanticModel.Compilation.IsSymbolAccessibleWithin(member, declaration.ContainingType);

    private static bool IsReadableDataSource(ISymbol member) =>
        member is IPropertySymbol { GetMethod: not null, IsIndexer: false } property && KnownTypes.IsDataSource(property.Type);

    private static List<ISymbol> PrimaryConstructorParameters(INamedTypeSymbol type)
    {
        IMethodSymbol? primary = type.InstanceConstructors.FirstOrDefault(PrimaryConstructors.Contain);
        return primary is null ? [] : [.. primary.Parameters.Where(parameter => KnownTypes.IsDataSource(parameter.Type))];
    }

    private static string? Expression(ISymbol dataSource, MethodDeclaration declaration, Reports reports)
    {
        string name = Names.Escape(dataSource.Name);
        IParameterSymbol? hiding = declaration.Symbol.Parameters.FirstOrDefault(parameter => parameter.Name == dataSource.Name);
        if (hiding is null)
            return name;

        if (dataSource is not IParameterSymbol)
            return (dataSource.IsStatic ? Displays.InCode(declaration.ContainingType) : "this") + "." + name;

        reports.Add(Descriptors.HiddenDataSource, hiding.Locations[0], hiding.Name);
        return null;
    }
}
