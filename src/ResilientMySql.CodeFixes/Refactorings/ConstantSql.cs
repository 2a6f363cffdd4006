using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ResilientMySql.CodeFixes.Editing;

namespace ResilientMySql.CodeFixes.Refactorings;

/// <summary>The text of a statement that an attribute can carry.</summary>
/// <param name="Value">The statement.</param>
/// <param name="Expression">How it is written.</param>
/// <param name="Local">The local variable that held it for this call alone, which then goes; null where there was none.</param>
internal sealed record ConstantSql(string Value, ExpressionSyntax Expression, LocalDeclarationStatementSyntax? Local)
{
    /// <summary>Null where the text is no constant, or one that an attribute cannot reach.</summary>
    public static ConstantSql? Of(ExpressionSyntax expression, SemanticModel model)
    {
        if (expression is IdentifierNameSyntax name && model.GetSymbolInfo(name).Symbol is ILocalSymbol local)
            return OfLocal(name, local, model);

        return model.GetConstantValue(expression).Value is string value && IsReachable(expression, model)
            ? new ConstantSql(value, expression, null)
            : null;
    }

    /// <summary>The expression, its further lines indented to stand under an attribute.</summary>
    public string Write(string indentation, string lineEnd)
    {
        string text = Expression.ToString();
        bool isRaw = Expression is LiteralExpressionSyntax literal && literal.Token.IsKind(SyntaxKind.MultiLineRawStringLiteralToken);
        if (!isRaw)
            return text;

        string[] lines = text.Split('\n');
        string last = lines[lines.Length - 1];
        string old = last.Substring(0, last.Length - last.TrimStart().Length);
        IEnumerable<string> rest = lines.Skip(1).Select(line => line.TrimEnd('\r'))
            .Select(line => line.StartsWith(old, StringComparison.Ordinal) ? indentation + line.Substring(old.Length) : line);

        return string.Join(lineEnd, [lines[0].TrimEnd('\r'), .. rest.Select(line => line.Trim().Length == 0 ? "" : line)]);
    }

    /// <summary>What removes the local variable's whole line.</summary>
    public IEnumerable<TextChange> RemoveLocal(SourceText text)
    {
        if (Local is null)
            yield break;

        int start = text.Lines.GetLineFromPosition(Local.SpanStart).Start;
        int end = text.Lines.GetLineFromPosition(Local.Span.End).EndIncludingLineBreak;
        bool isAlone = text.ToString(TextSpan.FromBounds(start, Local.SpanStart)).Trim().Length == 0
            && text.ToString(TextSpan.FromBounds(Local.Span.End, end)).Trim().Length == 0;

        yield return TextChanges.Remove(isAlone ? TextSpan.FromBounds(start, end) : Local.Span);
    }

    /// <summary>A local that is set once, to a text, and read once, here.</summary>
    private static ConstantSql? OfLocal(IdentifierNameSyntax name, ILocalSymbol local, SemanticModel model)
    {
        SyntaxNode? declaration = local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        if (declaration is not VariableDeclaratorSyntax { Initializer.Value: { } value, Parent: VariableDeclarationSyntax { Variables.Count: 1 } list }
            || list.Parent is not LocalDeclarationStatementSyntax { Parent: BlockSyntax block } statement)
        {
            return null;
        }

        int uses = block.DescendantNodes().OfType<IdentifierNameSyntax>().Count(use => use.Identifier.ValueText == name.Identifier.ValueText);
        return uses == 1 && model.GetConstantValue(value).Value is string text && IsReachable(value, model)
            ? new ConstantSql(text, value, statement)
            : null;
    }

    /// <summary>Names mean the same at an attribute unless they are local.</summary>
    private static bool IsReachable(ExpressionSyntax expression, SemanticModel model) => expression
        .DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
        .All(name => model.GetSymbolInfo(name).Symbol is IFieldSymbol or INamedTypeSymbol or INamespaceSymbol);
}
