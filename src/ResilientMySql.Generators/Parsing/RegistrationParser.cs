using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ResilientMySql.Generators.Diagnostics;
using ResilientMySql.Generators.Model;

namespace ResilientMySql.Generators.Parsing;

/// <summary>Reads what is to be registered, and the methods that are to do it.</summary>
internal static class RegistrationParser
{
    /// <summary>A class as a service; null for what nobody can ask a provider for.</summary>
    public static RegistrationModel? Find(INamedTypeSymbol type)
    {
        bool isService = type is { TypeKind: TypeKind.Class, IsStatic: false, IsAbstract: false } && !IsHidden(type);
        if (!isService)
            return null;

        IEnumerable<string> interfaces = type.AllInterfaces
            .Where(candidate => !IsHidden(candidate) && !HasStaticAbstract(candidate) && candidate.ContainingNamespace.ToDisplayString().Split('.')[0] != "System")
            .Select(Displays.InCode)
            .OrderBy(name => name, StringComparer.Ordinal);

        return new RegistrationModel(Displays.InCode(type), new EquatableArray<string>([.. interfaces]), RunsOnConnection(type));
    }

    /// <summary>A method with <c>[RegisterQueries]</c>; null where no body can be added to it.</summary>
    public static RegistrarModel? ParseRegistrar(IMethodSymbol method, SyntaxNode node, SemanticModel semanticModel, Reports reports)
    {
        if (!MethodParser.CanBePartial(method) || method.GetAttributes().Any(attribute => KnownTypes.StatementKindOf(attribute.AttributeClass) is not null))
            return null; // The compiler tells of it, or the statement does.

        bool isPartial = method.IsPartialDefinition && (method.PartialImplementationPart is null || MethodParser.IsGenerated(method.PartialImplementationPart));
        if (!isPartial || node is not MethodDeclarationSyntax syntax)
        {
            reports.Add(Descriptors.MethodNotPartial, method.Locations[0], method.Name);
            return null;
        }

        var declaration = new MethodDeclaration(method, syntax, StatementKind.Execute, method.GetAttributes()[0], semanticModel);
        if (ContainerParser.FindUnextendable(declaration) is { } container)
        {
            reports.Add(Descriptors.ContainerNotPartial, declaration.Location, container, method.Name);
            return null;
        }

        string discriminator = SignatureParser.Discriminator(method);
        if (MethodParser.IsRepeated(declaration, discriminator))
            return null; // The compiler tells of it.

        bool fits = method is { IsGenericMethod: false, Parameters.Length: 1 }
            && method.Parameters[0] is { RefKind: RefKind.None } services && IsServiceCollection(services.Type) && (method.ReturnsVoid || IsServiceCollection(method.ReturnType));

        if (!fits)
            reports.Add(Descriptors.BadRegistrar, declaration.Location, method.Name);

        return new RegistrarModel
        {
            HintName = SignatureParser.HintName(method),
            Discriminator = discriminator,
            Namespace = Displays.InCode(method.ContainingType.ContainingNamespace),
            Containers = ContainerParser.Headers(method.ContainingType),
            Signature = SignatureParser.Signature(declaration),
            Services = fits ? Names.Escape(method.Parameters[0].Name) : "",
            ReturnsServices = !method.ReturnsVoid,
            IsMistaken = !fits,
        };
    }

    private static bool IsServiceCollection(ITypeSymbol type) =>
        type.ToDisplayString() == "Microsoft.Extensions.DependencyInjection.IServiceCollection";

    /// <summary>Whether another class of the assembly cannot name it, or only with type arguments.</summary>
    private static bool IsHidden(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? part = type; part is not null; part = part.ContainingType)
        {
            if (part.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal) || part.IsFileLocal)
                return true;

            if (part.TypeParameters.Length > 0 && part.TypeArguments.Any(argument => argument.TypeKind is TypeKind.TypeParameter))
                return true;
        }

        return false;
    }

    /// <summary>C# takes such an interface for no type argument.</summary>
    private static bool HasStaticAbstract(INamedTypeSymbol contract) =>
        contract.AllInterfaces.Add(contract).Any(part => part.GetMembers().Any(member => member is { IsStatic: true, IsAbstract: true }));

    private static bool RunsOnConnection(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? part = type; part is not null; part = part.BaseType)
        {
            IEnumerable<ITypeSymbol> held = part.GetMembers().Where(member => !member.IsStatic).Select(member => member switch
            {
                IFieldSymbol field => field.Type,
                IPropertySymbol property => property.Type,
                _ => null,
            }).OfType<ITypeSymbol>();

            IEnumerable<ITypeSymbol> passed = part.InstanceConstructors.Where(PrimaryConstructors.Contain).SelectMany(constructor => constructor.Parameters).Select(parameter => parameter.Type);
            if (held.Concat(passed).Any(candidate => KnownTypes.HostKindOf(candidate) is HostKind.Connection or HostKind.Transaction))
                return true;
        }

        return false;
    }
}
