using Microsoft.CodeAnalysis;
using ResilientMySql.CodeFixes.Sql;
using ResilientMySql.Statements;

namespace ResilientMySql.CodeFixes.Refactorings;

/// <summary>Proposes a name for what a statement does; its author then types a better one.</summary>
internal static class MethodNames
{
    public static string Propose(QueryMethod method, CallPlace place)
    {
        string name = (method.Shape is QueryShape.RowsAffected ? ForExecute(method.Sql.Value) : ForQuery(method)) + (method.IsAsync ? "Async" : "");
        string stem = method.IsAsync ? name.Substring(0, name.Length - "Async".Length) : name;
        for (int number = 2; IsTaken(name, place); number++)
            name = $"{stem}{number}{(method.IsAsync ? "Async" : "")}";

        return name;
    }

    private static bool IsTaken(string name, CallPlace place) =>
        !place.SemanticModel.LookupSymbols(place.Node.SpanStart, name: name).IsEmpty
        || place.Type.Identifier.ValueText == name;

    private static string ForQuery(QueryMethod method)
    {
        string sql = method.Sql.Value;
        string verb = method.Shape is QueryShape.List ? "List" : "Get";
        IReadOnlyList<SelectItem>? items = SelectList.Parse(sql);
        string? column = items is { Count: 1 } ? items[0].Name : null;
        if (method.Row is { } row && SqlTypes.IsPlain(row) && column is not null)
            return verb + Identifier(column);

        return (ResultRules.IsCount(sql) ? "Count" : verb) + Identifier(NameAfter(sql, "FROM") ?? "Row");
    }

    private static string ForExecute(string sql)
    {
        IReadOnlyList<SqlToken> tokens = SqlTokens.Of(sql);
        string verb = tokens.Count > 0 && SqlTokens.IdentifierOf(tokens[0], sql) is { } word ? ColumnNames.Pascal(word.ToLowerInvariant()) : "";
        string? table = verb switch
        {
            "Insert" or "Replace" => NameAfter(sql, "INTO"),
            "Delete" => NameAfter(sql, "FROM"),
            "Update" => NameAfter(sql, "UPDATE"),
            _ => null,
        };

        return table is null ? "Execute" + Identifier(verb) : verb + Identifier(table);
    }

    /// <summary>The last name of <c>sakila.city</c> behind a keyword.</summary>
    private static string? NameAfter(string sql, string keyword)
    {
        IReadOnlyList<SqlToken> tokens = SqlTokens.Of(sql);
        int index = tokens.TakeWhile(token => !SqlTokens.IsWord(token, sql, keyword)).Count() + 1;
        string? name = index < tokens.Count ? SqlTokens.IdentifierOf(tokens[index], sql) : null;
        for (; index + 2 < tokens.Count && SqlTokens.IsSymbol(tokens[index + 1], sql, '.'); index += 2)
            name = SqlTokens.IdentifierOf(tokens[index + 2], sql) ?? name;

        return name;
    }

    private static string Identifier(string name) => string.Concat(ColumnNames.Pascal(name).Where(character => char.IsLetterOrDigit(character)));
}
