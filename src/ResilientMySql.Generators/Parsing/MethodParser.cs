using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ResilientMySql.Generators.Diagnostics;
using ResilientMySql.Generators.Model;

namespace ResilientMySql.Generators.Parsing;

/// <summary>Reads an attributed method: first whether a body can be added at all, then what it is to do.</summary>
internal static class MethodParser
{
    private static readonly ParsedMethod Nothing = new(null, default);

    public static ParsedMethod Parse(GeneratorAttributeSyntaxContext context, StatementKind kind)
    {
        if (context.TargetSymbol is not IMethodSymbol symbol)
            return Nothing; // The compiler tells of it.

        bool hasBoth = HasBothAttributes(symbol);
        if (hasBoth && kind is StatementKind.Execute)
            return Nothing; // [Query] tells of it.

        var reports = new Reports();
        if (!CanBeImplemented(symbol) || context.TargetNode is not MethodDeclarationSyntax syntax)
        {
            reports.Add(Descriptors.MethodNotPartial, symbol.Locations[0], symbol.Name);
            return new ParsedMethod(null, reports.ToArray());
        }

        var declaration = new MethodDeclaration(symbol, syntax, kind, context.Attributes[0], context.SemanticModel);
        if (ContainerParser.FindUnextendable(declaration) is { } container)
        {
            reports.Add(Descriptors.ContainerNotPartial, declaration.Location, container, symbol.Name);
            return new ParsedMethod(null, reports.ToArray());
        }

        string discriminator = SignatureParser.Discriminator(symbol);
        if (IsRepeated(declaration, discriminator))
            return Nothing; // The compiler tells of it.

        StatementModel? statement = hasBoth
            ? ReportBothAttributes(declaration, reports)
            : StatementParser.Parse(declaration, discriminator, reports);

        return new ParsedMethod(Model(declaration, discriminator, statement, reports), reports.ToArray());
    }

    private static bool HasBothAttributes(IMethodSymbol symbol)
    {
        ImmutableArray<AttributeData> attributes = symbol.GetAttributes();
        return attributes.Any(attribute => KnownTypes.IsQueryAttribute(attribute.AttributeClass))
            && attributes.Any(attribute => KnownTypes.IsExecuteAttribute(attribute.AttributeClass));
    }

    private static bool CanBeImplemented(IMethodSymbol symbol) =>
        symbol is { IsPartialDefinition: true, PartialImplementationPart: null };

    private static bool IsRepeated(MethodDeclaration declaration, string discriminator)
    {
        IMethodSymbol first = declaration.ContainingType.GetMembers(declaration.Name).OfType<IMethodSymbol>()
            .First(member => SignatureParser.Discriminator(member) == discriminator);

        return !SymbolEqualityComparer.Default.Equals(first, declaration.Symbol);
    }

    private static StatementModel? ReportBothAttributes(MethodDeclaration declaration, Reports reports)
    {
        reports.Add(Descriptors.BothAttributes, declaration.Location, declaration.Name);
        return null;
    }

    private static MethodModel Model(MethodDeclaration declaration, string discriminator, StatementModel? statement, Reports reports) => new()
    {
        HintName = SignatureParser.HintName(declaration.Symbol),
        Discriminator = discriminator,
        Namespace = Displays.InCode(declaration.ContainingType.ContainingNamespace),
        Containers = ContainerParser.Headers(declaration.ContainingType),
        Signature = SignatureParser.Signature(declaration),
        IsDocumented = SignatureParser.IsDocumented(declaration.Syntax),
        Statement = statement,
        Mistakes = reports.Ids(),
    };
}
