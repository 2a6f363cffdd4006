using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ResilientMySql.CodeFixes.Sql;

namespace ResilientMySql.CodeFixes.Refactorings.Commands;

/// <summary>Reads how a command is created and gets its parameters.</summary>
internal sealed class CommandSteps(SemanticModel model)
{
    private const string CommandType = "ResilientMySqlCommand";

    private readonly List<QueryParameter> _parameters = [];
    private ExpressionSyntax? _sql;

    /// <summary>The command's variable.</summary>
    public string Name { get; private set; } = "";

    public HostArgument? Host { get; private set; }

    public IReadOnlyList<QueryParameter> Parameters => _parameters;

    /// <summary>Null where the text is not constant, or was not set.</summary>
    public ConstantSql? Sql => _sql is null ? null : ConstantSql.Of(_sql, model);

    /// <summary>
    /// <c>var command = new ResilientMySqlCommand("…", connection)</c>, with a transaction or without, or
    /// <c>connection.CreateCommand()</c>.
    /// </summary>
    public bool ReadCreation(Step step)
    {
        if (step.Variable is not { Initializer.Value: var value } variable || !IsOurs(model.GetTypeInfo(value).Type, CommandType))
            return false;

        Name = variable.Identifier.ValueText;
        if (value is BaseObjectCreationExpressionSyntax { Initializer: null, ArgumentList.Arguments: var arguments })
            return ReadArguments(arguments);

        Host = value is InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CreateCommand" } creation }
            ? HostArgument.Of(creation.Expression, HostArgument.Connection, model)
            : null;

        return Host is not null;
    }

    /// <summary><c>command.CommandText = "…";</c></summary>
    public bool ReadText(Step step)
    {
        if (_sql is not null
            || step.Statement is not ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax assignment }
            || !assignment.IsKind(SyntaxKind.SimpleAssignmentExpression)
            || assignment.Left is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CommandText", Expression: IdentifierNameSyntax target }
            || target.Identifier.ValueText != Name)
        {
            return false;
        }

        _sql = assignment.Right;
        return true;
    }

    /// <summary><c>command.Parameters.AddWithValue("@city", city);</c></summary>
    public bool ReadParameter(Step step)
    {
        if (step.Statement is not ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 2 } arguments } call }
            || call.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AddWithValue", Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Parameters", Expression: IdentifierNameSyntax target } }
            || target.Identifier.ValueText != Name)
        {
            return false;
        }

        ExpressionSyntax value = WithoutDBNull(arguments[1].Expression);
        ITypeSymbol? type = ResultRules.ParameterType(model.GetTypeInfo(value));
        if (model.GetConstantValue(arguments[0].Expression).Value is not string name || type is null)
            return false;

        string bare = name.TrimStart('@');
        if (!Fixes.NewParameters.IsName(bare))
            return false;

        _parameters.Add(new QueryParameter(char.ToLowerInvariant(bare[0]) + bare.Substring(1), type, value.ToString()));
        return true;
    }

    /// <summary>Whether the type is one of ours with this name, or derives from it.</summary>
    public static bool IsOurs(ITypeSymbol? type, string name)
    {
        while (type is not null && !(type.Name == name && type.ContainingNamespace?.ToDisplayString() == "ResilientMySql"))
            type = type.BaseType;

        return type is not null;
    }

    private bool ReadArguments(SeparatedSyntaxList<ArgumentSyntax> arguments)
    {
        if (arguments.Count is < 2 or > 3 || arguments.Any(argument => argument.NameColon is not null))
            return false;

        _sql = arguments[0].Expression;
        Host = HostArgument.Of(arguments[1].Expression, HostArgument.Connection, model);
        if (Host is not null && arguments.Count == 3 && !arguments[2].Expression.IsKind(SyntaxKind.NullLiteralExpression))
            Host = HostArgument.Of(arguments[2].Expression, HostArgument.Transaction, model);

        return Host is not null;
    }

    /// <summary>What <c>(object?)city ?? DBNull.Value</c> stands for: a parameter that takes null itself.</summary>
    private static ExpressionSyntax WithoutDBNull(ExpressionSyntax value)
    {
        bool isCoalesced = value is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression, Right: MemberAccessExpressionSyntax right }
            && right.Name.Identifier.ValueText == "Value" && right.Expression.ToString().EndsWith("DBNull", StringComparison.Ordinal);

        return isCoalesced && ((BinaryExpressionSyntax)value).Left is CastExpressionSyntax cast ? cast.Expression : value;
    }
}
