using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ResilientMySql.CodeFixes.Sql;

namespace ResilientMySql.CodeFixes.Refactorings.Commands;

/// <summary>A call of ExecuteScalar and the type that its result is cast to.</summary>
internal sealed record ScalarResult(CommandCall Call, ITypeSymbol Type)
{
    /// <summary>
    /// <c>(int?)command.ExecuteScalar()</c> or <c>command.ExecuteScalar() as int?</c>. Null for a cast that would let a null pass
    /// where the method throws.
    /// </summary>
    public static ScalarResult? Read(ExpressionSyntax expression, string command, SemanticModel model)
    {
        (ExpressionSyntax? value, TypeSyntax? type) = expression switch
        {
            CastExpressionSyntax cast => (cast.Expression, cast.Type),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AsExpression, Right: TypeSyntax right } binary => (binary.Left, right),
            _ => (null, null),
        };

        if (value is null || CommandCall.Read(Bare(value), command, "ExecuteScalar", model) is not { } call || model.GetTypeInfo(type!).Type is not { } target)
            return null;

        bool mayBeNull = type is NullableTypeSyntax || expression is BinaryExpressionSyntax;
        if (target.IsReferenceType)
            target = target.WithNullableAnnotation(mayBeNull ? NullableAnnotation.Annotated : NullableAnnotation.NotAnnotated);

        bool isSame = target.IsValueType || (mayBeNull && model.GetNullableContext(expression.SpanStart).AnnotationsEnabled());
        return isSame && SqlTypes.IsPlain(target) ? new ScalarResult(call, target) : null;
    }

    private static ExpressionSyntax Bare(ExpressionSyntax expression)
    {
        while (true)
        {
            switch (expression)
            {
                case ParenthesizedExpressionSyntax parentheses:
                    expression = parentheses.Expression;
                    break;
                case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } forgiving:
                    expression = forgiving.Operand;
                    break;
                default:
                    return expression;
            }
        }
    }
}
