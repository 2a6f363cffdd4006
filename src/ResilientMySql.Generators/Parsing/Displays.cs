using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ResilientMySql.Generators.Parsing;

/// <summary>How symbols are written out, in generated code and in messages.</summary>
internal static class Displays
{
    private static readonly SymbolDisplayFormat FullType = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat Declaration = FullType
        .WithGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints)
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeRef)
        .WithParameterOptions(
            SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeModifiers | SymbolDisplayParameterOptions.IncludeExtensionThis);

    private static readonly SymbolDisplayFormat TypeHeader = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    private static readonly SymbolDisplayFormat Namespace = SymbolDisplayFormat.FullyQualifiedFormat
        .WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    /// <summary>The type as code that means the same anywhere.</summary>
    public static string InCode(ITypeSymbol type) => type.ToDisplayString(FullType);

    /// <summary>Return type, name, parameters and constraints.</summary>
    public static string InCode(IMethodSymbol method) => method.ToDisplayString(Declaration);

    /// <summary>A parameter as the declaration of a method that has another one behind it repeats it.</summary>
    public static string WithDefault(IParameterSymbol parameter)
    {
        string text = parameter.ToDisplayString(Declaration) + DefaultValues.Of(parameter);
        bool isExtended = parameter is { Ordinal: 0, ContainingSymbol: IMethodSymbol { IsExtensionMethod: true } } && !text.StartsWith("this ", StringComparison.Ordinal);
        if (parameter.IsParams && text.StartsWith("params ", StringComparison.Ordinal))
            text = text.Substring("params ".Length);

        return isExtended ? "this " + text : text;
    }

    /// <summary>The type's name with its type parameters, as a partial declaration repeats it.</summary>
    public static string Header(INamedTypeSymbol type)
    {
        // Words like required and file are keywords just where a type is declared.
        string header = type.ToDisplayString(TypeHeader);
        bool isEscaped = header[0] == '@' || SyntaxFacts.GetContextualKeywordKind(type.Name) is SyntaxKind.None;
        return isEscaped ? header : "@" + header;
    }

    /// <summary>Empty for the global namespace.</summary>
    public static string InCode(INamespaceSymbol name) => name.IsGlobalNamespace ? "" : name.ToDisplayString(Namespace);

    /// <summary>The type as a message to its author shows it.</summary>
    public static string InMessage(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
}
