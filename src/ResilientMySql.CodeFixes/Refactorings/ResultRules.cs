using Microsoft.CodeAnalysis;
using ResilientMySql.CodeFixes.Sql;
using ResilientMySql.Statements;

namespace ResilientMySql.CodeFixes.Refactorings;

/// <summary>What holds for whoever read the result set before, so that the generated method reads the same.</summary>
internal static class ResultRules
{
    /// <summary>With one of these, a count may have another number of rows than one.</summary>
    private static readonly string[] Partitions = ["GROUP", "HAVING", "LIMIT", "OVER", "UNION", "EXCEPT", "INTERSECT"];

    /// <summary>
    /// Whether a row of this type is read from these columns: a scalar from the first, any other type when the text names its
    /// members in their order. By position, that is; the generated method holds the names against the members when it runs.
    /// </summary>
    public static bool CanRead(ITypeSymbol row, string sql)
    {
        IReadOnlyList<SelectItem>? items = SelectList.Parse(sql);
        if (items is null || items.Any(item => item.IsStar))
            return false;

        return SqlTypes.IsPlain(row) ? items.Count == 1 : RowColumns.Of(row)?.Match(items) ?? false;
    }

    /// <summary>Whether the text asks for one count and nothing else, which gives one row and never NULL.</summary>
    public static bool IsCount(string sql)
    {
        IReadOnlyList<SqlToken> tokens = SqlTokens.Of(sql);
        if (SelectList.Parse(sql) is not { Count: 1 } items || tokens.Any(token => Partitions.Any(word => SqlTokens.IsWord(token, sql, word))))
            return false;

        List<SqlToken> item = [.. tokens.Where(token => token.Start >= items[0].Start && token.End <= items[0].End)];
        int close = item.FindIndex(token => SqlTokens.IsSymbol(token, sql, ')'));
        bool isCall = item.Count > 2 && SqlTokens.IsWord(item[0], sql, "COUNT") && SqlTokens.IsSymbol(item[1], sql, '(');
        int behind = item.Count - close - 1;
        return isCall && close >= 0 && (behind == 0 || (items[0].Name is not null && behind == (SqlTokens.IsWord(item[close + 1], sql, "AS") ? 2 : 1)));
    }

    /// <summary>
    /// Whether the text is one statement whose names are just these parameters, each at least once, and nothing is left to be bound
    /// by position.
    /// </summary>
    public static bool Binds(string sql, IReadOnlyCollection<QueryParameter> parameters)
    {
        IReadOnlyList<SqlToken> tokens = SqlTokens.Of(sql);
        bool isPlain = tokens.All(token => token.Kind is not (SqlTokenKind.Placeholder or SqlTokenKind.Unterminated or SqlTokenKind.ExecutableComment));
        bool isOne = tokens.Take(tokens.Count - 1).All(token => token.Kind is not SqlTokenKind.Semicolon);
        var named = new HashSet<string>(
            tokens.Where(token => SqlTokens.IsParameter(token, sql)).Select(token => SqlTokens.NameOf(token, sql)), StringComparer.OrdinalIgnoreCase);

        return isPlain && isOne && tokens.Count > 0 && named.SetEquals(parameters.Select(parameter => parameter.Name));
    }

    /// <summary>The value's type as a parameter has it; null where no value of SQL has it.</summary>
    public static ITypeSymbol? ParameterType(TypeInfo value)
    {
        if (value.Type is not { } type || !SqlTypes.IsPlain(type))
            return null;

        if (!type.IsReferenceType)
            return type;

        return type.WithNullableAnnotation(value.Nullability.FlowState switch
        {
            NullableFlowState.MaybeNull => NullableAnnotation.Annotated,
            NullableFlowState.NotNull => NullableAnnotation.NotAnnotated,
            _ => NullableAnnotation.None,
        });
    }
}
