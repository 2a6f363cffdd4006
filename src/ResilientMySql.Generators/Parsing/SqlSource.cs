using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ResilientMySql.Generators.Parsing;

/// <summary>A statement's text and where it is written.</summary>
internal sealed class SqlSource
{
    private readonly SyntaxNode _node;
    private readonly Lazy<int[]?> _offsets;

    private SqlSource(string text, SyntaxNode node)
    {
        Text = text;
        _node = node;
        _offsets = new Lazy<int[]?>(() => node is LiteralExpressionSyntax literal ? LiteralOffsets.Of(literal.Token) : null);
    }

    /// <summary>Empty where the compiler found no constant string.</summary>
    public string Text { get; }

    /// <summary>The whole argument, or the attribute where it has none.</summary>
    public Location Location => _node.GetLocation();

    public static SqlSource Of(MethodDeclaration declaration)
    {
        var attribute = (AttributeSyntax)declaration.Attribute.ApplicationSyntaxReference!.GetSyntax();
        SyntaxNode node = attribute.ArgumentList?.Arguments.FirstOrDefault()?.Expression ?? (SyntaxNode)attribute;
        string? text = declaration.Attribute.ConstructorArguments.FirstOrDefault().Value as string;
        return new SqlSource(text ?? "", node);
    }

    /// <summary>Where a stretch of the text is written: inside a literal, or the whole of any other expression.</summary>
    public Location Locate(int start, int length)
    {
        if (_offsets.Value is not { } offsets || offsets.Length != Text.Length + 1)
            return Location;

        return Location.Create(_node.SyntaxTree, TextSpan.FromBounds(offsets[start], offsets[start + length]));
    }
}
