using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ResilientMySql.Generators.Parsing;
using ResilientMySql.Statements;

namespace ResilientMySql.CodeFixes.Sql;

/// <summary>The SQL in a method's attribute.</summary>
internal sealed class AttributeSql
{
    private readonly int[]? _offsets;

    private AttributeSql(string text, ExpressionSyntax expression)
    {
        Text = text;
        _offsets = expression is LiteralExpressionSyntax literal ? LiteralOffsets.Of(literal.Token) : null;
    }

    public string Text { get; }

    /// <summary>Whether every character of the text is one of the file, so that it can be edited there.</summary>
    public bool IsEditable => _offsets is not null && _offsets.Length == Text.Length + 1;

    /// <summary>Null where the method has no attribute with a constant text.</summary>
    public static AttributeSql? Find(MethodDeclarationSyntax method, SemanticModel model) => method.AttributeLists
        .SelectMany(list => list.Attributes)
        .Where(attribute => IsStatement(attribute, model))
        .Select(attribute => attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals is null)?.Expression)
        .Select(expression => expression is not null && model.GetConstantValue(expression).Value is string text ? new AttributeSql(text, expression) : null)
        .FirstOrDefault();

    /// <summary>Where a token is written in the file. Only of an editable text.</summary>
    public TextSpan Locate(SqlToken token) => Locate(token.Start, token.End);

    /// <summary>Where a stretch of the text is written in the file. Only of an editable text.</summary>
    public TextSpan Locate(int start, int end) => TextSpan.FromBounds(_offsets![start], _offsets[end]);

    /// <summary>The occurrences of named parameters, in order.</summary>
    public IEnumerable<SqlToken> Parameters() => SqlTokens.Of(Text).Where(token => SqlTokens.IsParameter(token, Text));

    private static bool IsStatement(AttributeSyntax attribute, SemanticModel model) =>
        model.GetSymbolInfo(attribute).Symbol?.ContainingType is { Name: "QueryAttribute" or "ExecuteAttribute" } type
        && type.ContainingNamespace.ToDisplayString() == "ResilientMySql.Queries";
}
