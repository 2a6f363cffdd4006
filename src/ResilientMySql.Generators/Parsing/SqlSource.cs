using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ResilientMySql.Generators.Parsing;

/// <summary>Where a statement's text is written, for the analyzer.</summary>
internal sealed class SqlSource
{
    private readonly Location _whole;
    private readonly Func<int, int, Location> _locate;

    private SqlSource(Location whole, Func<int, int, Location> locate)
    {
        _whole = whole;
        _locate = locate;
    }

    /// <summary>The argument that the attribute's constructor takes its text from, or null.</summary>
    public static ExpressionSyntax? ArgumentOf(AttributeData attribute) =>
        (attribute.ApplicationSyntaxReference!.GetSyntax() as AttributeSyntax)?.ArgumentList?.Arguments
            .FirstOrDefault(argument => argument.NameEquals is null)?.Expression;

    /// <summary>The text in the attribute.</summary>
    public static SqlSource Of(AttributeData attribute, string text)
    {
        SyntaxNode node = ArgumentOf(attribute) ?? attribute.ApplicationSyntaxReference!.GetSyntax();
        int[]? offsets = node is LiteralExpressionSyntax literal ? LiteralOffsets.Of(literal.Token) : null;
        Location whole = node.GetLocation();
        return new SqlSource(whole, (start, length) => offsets is not null && offsets.Length == text.Length + 1
            ? Location.Create(node.SyntaxTree, TextSpan.FromBounds(offsets[start], offsets[start + length]))
            : whole);
    }

    /// <summary>The text of a file of its own; <paramref name="mention"/> is where the method names the file.</summary>
    public static SqlSource Of(string path, SourceText text, Location mention) => new(mention, (start, length) =>
    {
        var span = new TextSpan(start, length);
        return Location.Create(path, span, text.Lines.GetLinePositionSpan(span));
    });

    /// <summary>Where a stretch of the text is written: inside a literal or a file, or the whole of any other expression.</summary>
    public Location Locate(int start, int length) => length == 0 ? _whole : _locate(start, length);
}
