using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ResilientMySql.Generators.Diagnostics;
using ResilientMySql.Generators.Model;

namespace ResilientMySql.Generators.Parsing;

/// <summary>Reads an attributed method: first whether a body can be added at all, then what it is to do.</summary>
internal static class MethodParser
{
    /// <summary>The first with primary constructors of structs and collection expressions, which what is generated is made of.</summary>
    private const LanguageVersion OldestLanguage = LanguageVersion.CSharp12;

    /// <summary>The method to implement; null where no generated part could be added to it.</summary>
    public static DeclarationModel? Parse(AttributedMember member, Reports reports)
    {
        if (member.Symbol is not IMethodSymbol symbol)
            return null; // The compiler tells of it.

        StatementKind[] kinds = [.. symbol.GetAttributes().Select(attribute => KnownTypes.StatementKindOf(attribute.AttributeClass)).OfType<StatementKind>().Distinct()];
        if (kinds.Length > 1 && kinds.Min() != member.Kind)
            return null; // The first of them tells of it.

        if (!CanBePartial(symbol) && symbol.IsPartialDefinition)
            return null; // The compiler tells of it.

        if (!CanBePartial(symbol) || !CanBeImplemented(symbol) || member.Syntax is not MethodDeclarationSyntax syntax)
        {
            reports.Add(Descriptors.MethodNotPartial, symbol.Locations[0], symbol.Name);
            return null;
        }

        var declaration = new MethodDeclaration(symbol, syntax, member.Kind, member.Attribute, member.SemanticModel);
        if (ContainerParser.FindUnextendable(declaration) is { } container)
        {
            reports.Add(Descriptors.ContainerNotPartial, declaration.Location, container, symbol.Name);
            return null;
        }

        bool isOld = LanguageOf(syntax) < OldestLanguage;
        if (isOld)
            reports.Add(Descriptors.OldLanguage, declaration.Location, symbol.Name, OldestLanguage.ToDisplayString(), LanguageOf(syntax).ToDisplayString());

        string discriminator = SignatureParser.Discriminator(symbol);
        if (IsRepeated(declaration, discriminator))
            return null; // The compiler tells of it.

        if (kinds.Length > 1)
            reports.Add(Descriptors.BothAttributes, declaration.Location, declaration.Name);
        else if (symbol.IsGenericMethod)
            reports.Add(Descriptors.GenericMethod, declaration.Location, declaration.Name);

        // Of a method like that nothing else can be said.
        CallModel call = CallParser.Parse(declaration, discriminator, reports.Diagnostics.Count > 0 ? new Reports() : reports);
        DeclarationModel model = Model(declaration, discriminator, call, reports);
        return isOld ? WithoutNewSyntax(model) : model;
    }

    /// <summary>C# knows no partial method that implements an interface's by its name.</summary>
    public static bool CanBePartial(IMethodSymbol symbol) => symbol.MethodKind is not MethodKind.ExplicitInterfaceImplementation;

    private static bool CanBeImplemented(IMethodSymbol symbol) =>
        symbol.IsPartialDefinition && (symbol.PartialImplementationPart is null || IsGenerated(symbol.PartialImplementationPart));

    /// <summary>The analyzer sees the compilation with what the generator has added.</summary>
    public static bool IsGenerated(IMethodSymbol implementation) => implementation.GetAttributes().Any(attribute =>
        attribute.AttributeClass?.Name == "GeneratedCodeAttribute" && attribute.ConstructorArguments.FirstOrDefault().Value is GeneratedCode.Tool);

    /// <summary>Whether the method is declared before, too.</summary>
    public static bool IsRepeated(MethodDeclaration declaration, string discriminator)
    {
        IMethodSymbol first = declaration.ContainingType.GetMembers(declaration.Name).OfType<IMethodSymbol>()
            .First(member => SignatureParser.Discriminator(member) == discriminator);

        // Once the method is implemented, its type lists the implementation.
        return !SymbolEqualityComparer.Default.Equals(first.PartialDefinitionPart ?? first, declaration.Symbol);
    }

    /// <summary>The body that throws is to compile all the same, where a namespace has braces yet.</summary>
    private static DeclarationModel WithoutNewSyntax(DeclarationModel model) => model.Namespace.Length == 0
        ? model
        : model with { Namespace = "", Containers = new EquatableArray<string>(["namespace " + model.Namespace, .. model.Containers]) };

    private static LanguageVersion LanguageOf(SyntaxNode syntax) => ((CSharpParseOptions)syntax.SyntaxTree.Options).LanguageVersion;

    private static DeclarationModel Model(MethodDeclaration declaration, string discriminator, CallModel call, Reports reports) => new()
    {
        HintName = SignatureParser.HintName(declaration.Symbol),
        Discriminator = discriminator,
        Namespace = Displays.InCode(declaration.ContainingType.ContainingNamespace),
        Containers = ContainerParser.Headers(declaration.ContainingType),
        Name = declaration.Name,
        Kind = declaration.Kind,
        Signature = SignatureParser.Signature(declaration),
        Sibling = declaration.Has("GenerateAsync") && call.Result is { Shape: not ResultShape.Rows } result && Siblings.FindObstacle(declaration) is null ? SignatureParser.Sibling(declaration, result) : null,
        IsDocumented = SignatureParser.IsDocumented(declaration.Syntax),
        Call = call,
        Registration = RegistrationParser.Find(declaration.ContainingType),
        Mistakes = reports.Ids(),
    };
}
