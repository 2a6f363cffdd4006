using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ResilientMySql.CodeFixes.Sql;

namespace ResilientMySql.CodeFixes.Refactorings;

/// <summary>What a call runs on: it stays what it was, and becomes the first argument.</summary>
/// <param name="TypeName">The full name of the parameter's type.</param>
/// <param name="Name">The parameter's name.</param>
/// <param name="Argument">The expression at the call.</param>
internal sealed record HostArgument(string TypeName, string Name, string Argument)
{
    public const string Connection = "ResilientMySql.ResilientMySqlConnection";
    public const string Transaction = "ResilientMySql.ResilientMySqlTransaction";

    /// <summary>Null where the expression is of another type, or may be null.</summary>
    public static HostArgument? Of(ExpressionSyntax expression, string typeName, SemanticModel model)
    {
        TypeInfo type = model.GetTypeInfo(expression);
        if (!IsOrDerives(type.Type, typeName) || type.Nullability.FlowState is NullableFlowState.MaybeNull)
            return null;

        string? name = expression switch
        {
            IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
            MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
            _ => null,
        };

        string fallback = typeName == Connection ? "connection" : "transaction";
        return new HostArgument(typeName, ParameterName(name) ?? fallback, expression.ToString());
    }

    public string ShortTypeName => TypeName.Substring(TypeName.LastIndexOf('.') + 1);

    private static string? ParameterName(string? name)
    {
        string parameter = ColumnNames.Parameter(name?.Trim('_') ?? "");
        return Fixes.NewParameters.IsName(parameter) && Fixes.NewParameters.Escape(parameter) == parameter ? parameter : null;
    }

    private static bool IsOrDerives(ITypeSymbol? type, string name)
    {
        while (type is not null && type.ToDisplayString(NullableFlowState.None) != name)
            type = type.BaseType;

        return type is not null;
    }
}
