using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ResilientMySql.CodeFixes.Refactorings.Commands;

/// <summary>An empty list that a loop is about to fill.</summary>
/// <param name="Name">The variable.</param>
/// <param name="ItemType">What it holds.</param>
/// <param name="Prefix">The declaration up to its value, as it is written.</param>
internal sealed record ListDeclaration(string Name, ITypeSymbol ItemType, string Prefix)
{
    /// <summary><c>var cities = new List&lt;City&gt;();</c>, also with <c>new()</c> or <c>[]</c>; null for any other statement.</summary>
    public static ListDeclaration? Read(Step step, SemanticModel model)
    {
        if (step.IsNested || step.Statement is not LocalDeclarationStatementSyntax { UsingKeyword.RawKind: (int)SyntaxKind.None } statement
            || step.Variable is not { Initializer.Value: var value } variable)
        {
            return null;
        }

        bool isEmpty = value is BaseObjectCreationExpressionSyntax { Initializer: null } creation && (creation.ArgumentList?.Arguments.Count ?? 0) == 0
            || value is CollectionExpressionSyntax { Elements.Count: 0 };

        ITypeSymbol? type = value is CollectionExpressionSyntax ? (model.GetDeclaredSymbol(variable) as ILocalSymbol)?.Type : model.GetTypeInfo(value).Type;
        return isEmpty && type is INamedTypeSymbol { Name: "List", Arity: 1 } list && list.ContainingNamespace.ToDisplayString() == "System.Collections.Generic"
            ? new ListDeclaration(variable.Identifier.ValueText, list.TypeArguments[0], statement.ToString().Substring(0, value.SpanStart - statement.SpanStart))
            : null;
    }

    /// <summary>What the loop's body adds; null where it does anything else.</summary>
    public ExpressionSyntax? AddedIn(StatementSyntax body)
    {
        StatementSyntax only = body is BlockSyntax { Statements.Count: 1 } block ? block.Statements[0] : body;
        return only is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments } call }
            && call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add", Expression: IdentifierNameSyntax target }
            && target.Identifier.ValueText == Name
            ? arguments[0].Expression
            : null;
    }
}
