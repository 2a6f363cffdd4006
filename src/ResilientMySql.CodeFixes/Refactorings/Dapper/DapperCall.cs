using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ResilientMySql.CodeFixes.Sql;

namespace ResilientMySql.CodeFixes.Refactorings.Dapper;

/// <summary>A call of Dapper's as the method that it can become.</summary>
internal static class DapperCall
{
    private static readonly HashSet<string> Understood = ["cnn", "sql", "param", "transaction", "commandTimeout"];

    /// <summary>Null where the call does anything that the method would not.</summary>
    public static QueryMethod? Read(InvocationExpressionSyntax call, CallPlace place)
    {
        if (place.SemanticModel.GetOperation(call) is not IInvocationOperation { TargetMethod: var target } operation
            || target.ContainingType is not { Name: "SqlMapper", ContainingNamespace: { Name: "Dapper", ContainingNamespace.IsGlobalNamespace: true } }
            || DapperMethod.Find(target.Name) is not { } method)
        {
            return null;
        }

        var arguments = operation.Arguments.Where(argument => argument.ArgumentKind is ArgumentKind.Explicit)
            .ToDictionary(argument => argument.Parameter!.Name, argument => (ExpressionSyntax)argument.Value.Syntax);

        if (!arguments.Keys.All(Understood.Contains) || !arguments.TryGetValue("sql", out ExpressionSyntax? text))
            return null;

        if (ConstantSql.Of(text, place.SemanticModel) is not { } sql)
            return null;

        ITypeSymbol? row = method.Shape is QueryShape.RowsAffected ? null : RowType(target, method, sql.Value, place);
        if ((row is null) != (method.Shape is QueryShape.RowsAffected))
            return null;

        HostArgument? host = Host(arguments, call, place);
        IReadOnlyList<QueryParameter>? parameters = Parameters(arguments, place.SemanticModel);
        if (host is null || parameters is null || !ResultRules.Binds(sql.Value, parameters) || !(row is null || ResultRules.CanRead(row, sql.Value)))
            return null;

        return new QueryMethod
        {
            Shape = method.Shape,
            Sql = sql,
            Row = row,
            IsAsync = method.IsAsync,
            Host = host,
            Parameters = parameters,
            CommandTimeout = arguments.TryGetValue("commandTimeout", out ExpressionSyntax? timeout) ? timeout.ToString() : null,
        };
    }

    /// <summary>
    /// The row's type. Where Dapper gives the default for no row, that must be null; where it does not, a null must be an error,
    /// as it is for the generated method.
    /// </summary>
    private static ITypeSymbol? RowType(IMethodSymbol target, DapperMethod method, string sql, CallPlace place)
    {
        if (target.TypeArguments.Length != 1 || target.TypeArguments[0] is not { TypeKind: not (TypeKind.Dynamic or TypeKind.TypeParameter) } type)
            return null;

        bool isNullable = type.OriginalDefinition.SpecialType is SpecialType.System_Nullable_T;
        if (method.Shape is QueryShape.List)
            return type;

        if (!method.GivesDefault)
            return isNullable || type.NullableAnnotation is NullableAnnotation.Annotated ? null : type;

        if (isNullable || (type.IsValueType && ResultRules.IsCount(sql)))
            return type;

        bool canBeAnnotated = type.IsReferenceType && place.SemanticModel.GetNullableContext(place.Member.SpanStart).AnnotationsEnabled();
        return canBeAnnotated ? type.WithNullableAnnotation(NullableAnnotation.Annotated) : null;
    }

    /// <summary>The transaction where there is one, else the connection.</summary>
    private static HostArgument? Host(Dictionary<string, ExpressionSyntax> arguments, InvocationExpressionSyntax call, CallPlace place)
    {
        ExpressionSyntax connection = arguments["cnn"];
        bool isOurs = HostArgument.Of(connection, HostArgument.Connection, place.SemanticModel) is not null;
        if (!isOurs || !IsConstantTimeout(arguments, place.SemanticModel))
            return null;

        if (arguments.TryGetValue("transaction", out ExpressionSyntax? transaction) && !transaction.IsKind(SyntaxKind.NullLiteralExpression))
            return HostArgument.Of(transaction, HostArgument.Transaction, place.SemanticModel);

        return Connections.MayBeClosed(connection, call, place.SemanticModel) ? null : HostArgument.Of(connection, HostArgument.Connection, place.SemanticModel);
    }

    private static bool IsConstantTimeout(Dictionary<string, ExpressionSyntax> arguments, SemanticModel model) =>
        !arguments.TryGetValue("commandTimeout", out ExpressionSyntax? timeout)
        || (timeout is LiteralExpressionSyntax && model.GetConstantValue(timeout).Value is int);

    /// <summary>The members of <c>new { city, id = cityId }</c>; null for any other argument.</summary>
    private static List<QueryParameter>? Parameters(Dictionary<string, ExpressionSyntax> arguments, SemanticModel model)
    {
        if (!arguments.TryGetValue("param", out ExpressionSyntax? value) || value.IsKind(SyntaxKind.NullLiteralExpression))
            return [];

        if (value is not AnonymousObjectCreationExpressionSyntax members)
            return null;

        var parameters = new List<QueryParameter>();
        foreach (AnonymousObjectMemberDeclaratorSyntax member in members.Initializers)
        {
            string? name = model.GetDeclaredSymbol(member)?.Name;
            ITypeSymbol? type = ResultRules.ParameterType(model.GetTypeInfo(member.Expression));
            if (name is null || type is null)
                return null;

            parameters.Add(new QueryParameter(char.ToLowerInvariant(name[0]) + name.Substring(1), type, member.Expression.ToString()));
        }

        return parameters;
    }
}
