using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ResilientMySql.CodeFixes.Sql;
using ResilientMySql.Generators.Parsing;

namespace ResilientMySql.CodeFixes.Refactorings.Commands;

/// <summary>Reads whether an expression makes a row of a reader's columns as a generated method would.</summary>
internal sealed class RowReading(SemanticModel model, string reader)
{
    private static readonly HashSet<string> Getters =
    [
        "GetBoolean", "GetSByte", "GetByte", "GetInt16", "GetUInt16", "GetInt32", "GetUInt32", "GetInt64", "GetUInt64", "GetFloat", "GetDouble",
        "GetDecimal", "GetDateTime", "GetDateTimeOffset", "GetDateOnly", "GetTimeOnly", "GetTimeSpan", "GetGuid", "GetString", "GetFieldValue",
    ];

    /// <summary>Every column once, in order, each into the member that takes it, and NULL looked for just where the member takes it.</summary>
    public bool Fits(ExpressionSyntax expression, ITypeSymbol row)
    {
        if (SqlTypes.IsPlain(row))
            return ReadsColumn(expression, 0, row);

        if (expression is not BaseObjectCreationExpressionSyntax creation
            || RowColumns.Of(row) is not { } columns
            || !SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(creation).Symbol, columns.Constructor)
            || Values(creation, columns) is not { } values
            || values.Count != columns.Members.Count)
        {
            return false;
        }

        return values.Select((value, ordinal) => ReadsColumn(value, ordinal, columns.Members[ordinal].Type)).All(fits => fits);
    }

    /// <summary>What each member gets, in their order: the constructor's arguments, and then what is set by name.</summary>
    private static List<ExpressionSyntax>? Values(BaseObjectCreationExpressionSyntax creation, RowColumns columns)
    {
        SeparatedSyntaxList<ArgumentSyntax> arguments = creation.ArgumentList?.Arguments ?? default;
        SeparatedSyntaxList<ExpressionSyntax> settings = creation.Initializer?.Expressions ?? default;
        if (arguments.Any(argument => argument.NameColon is not null) || arguments.Count != columns.Constructor.Parameters.Length)
            return null;

        var named = new List<ExpressionSyntax>();
        foreach ((string name, ITypeSymbol _) in columns.Members.Skip(arguments.Count))
        {
            AssignmentExpressionSyntax? setting = settings.OfType<AssignmentExpressionSyntax>()
                .FirstOrDefault(candidate => candidate.Left is IdentifierNameSyntax member && member.Identifier.ValueText == name);

            if (setting is null)
                return null;

            named.Add(setting.Right);
        }

        return named.Count == settings.Count ? [.. arguments.Select(argument => argument.Expression), .. named] : null;
    }

    private bool ReadsColumn(ExpressionSyntax expression, int ordinal, ITypeSymbol member)
    {
        bool isGuarded = expression is ConditionalExpressionSyntax;
        ExpressionSyntax? value = expression is ConditionalExpressionSyntax conditional ? Guarded(conditional, ordinal) : expression;
        bool takesNull = member.NullableAnnotation is NullableAnnotation.Annotated || member.OriginalDefinition.SpecialType is SpecialType.System_Nullable_T;
        if (value is CastExpressionSyntax cast && isGuarded)
            value = cast.Expression;

        return isGuarded == takesNull
            && value is InvocationExpressionSyntax call && IsCall(call, Getters, ordinal)
            && model.GetTypeInfo(call).Type is { } type
            && SymbolEqualityComparer.Default.Equals(type, KnownTypes.WithoutNullable(member));
    }

    /// <summary>The value in <c>reader.IsDBNull(1) ? null : value</c>, or its reverse.</summary>
    private ExpressionSyntax? Guarded(ConditionalExpressionSyntax conditional, int ordinal)
    {
        bool isReversed = conditional.Condition.IsKind(SyntaxKind.LogicalNotExpression);
        ExpressionSyntax test = isReversed ? ((PrefixUnaryExpressionSyntax)conditional.Condition).Operand : conditional.Condition;
        ExpressionSyntax nothing = isReversed ? conditional.WhenFalse : conditional.WhenTrue;
        if (nothing is CastExpressionSyntax cast)
            nothing = cast.Expression;

        return test is InvocationExpressionSyntax call && IsCall(call, ["IsDBNull"], ordinal) && nothing.IsKind(SyntaxKind.NullLiteralExpression)
            ? isReversed ? conditional.WhenTrue : conditional.WhenFalse
            : null;
    }

    private bool IsCall(InvocationExpressionSyntax call, HashSet<string> names, int ordinal) =>
        call.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax target } access
        && target.Identifier.ValueText == reader
        && names.Contains(access.Name.Identifier.ValueText)
        && call.ArgumentList.Arguments is { Count: 1 } arguments
        && model.GetConstantValue(arguments[0].Expression).Value is int place && place == ordinal;
}
