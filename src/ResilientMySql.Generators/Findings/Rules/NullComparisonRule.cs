using ResilientMySql.Generators.Findings.Reading;
using ResilientMySql.Statements;

namespace ResilientMySql.Generators.Findings.Rules;

/// <summary>A condition that NULL can never fulfil: <c>a = NULL</c>, or <c>a = @p</c> where the parameter may be NULL.</summary>
internal static class NullComparisonRule
{
    private static readonly string[] Operators = ["=", "<>", "!=", "<", ">", "<=", ">="];

    public static void Find(SqlText text, TokenRange statement, StatementFacts facts, FindingList findings)
    {
        foreach (int index in ConditionReader.TokensIn(text, statement))
        {
            TokenRange comparison = OperatorAt(text, index);
            if (comparison.IsEmpty || !statement.Contains(comparison.End))
                continue;

            int operand = comparison.End;
            if (text.IsWord(operand, "NULL"))
            {
                var place = new TokenRange(comparison.First, operand + 1);
                findings.Add(FindingIds.NullComparison, place, text.TextOf(comparison), Instead(text.TextOf(comparison)));
            }
            else if (text.TextOf(comparison) == "=")
            {
                FindNullable(text, statement, operand, facts, findings);
                FindNullable(text, statement, comparison.First - 1, facts, findings);
            }
        }
    }

    private static string Instead(string comparison) => comparison switch
    {
        "=" => "IS NULL",
        "<>" or "!=" => "IS NOT NULL",
        _ => "IS NULL or IS NOT NULL",
    };

    /// <summary>The operator that begins here, from one to two symbols; empty where none does, and for <c>&lt;=&gt;</c>.</summary>
    private static TokenRange OperatorAt(SqlText text, int index)
    {
        if (!IsComparing(text, index) || (IsComparing(text, index - 1) && text.Touches(index)))
            return new TokenRange(index, index);

        int end = index + 1;
        while (IsComparing(text, end) && text.Touches(end))
            end++;

        var range = new TokenRange(index, end);
        return Operators.Contains(text.TextOf(range)) ? range : new TokenRange(index, index);
    }

    private static bool IsComparing(SqlText text, int index) =>
        text.IsSymbol(index, '=') || text.IsSymbol(index, '<') || text.IsSymbol(index, '>') || text.IsSymbol(index, '!');

    private static void FindNullable(SqlText text, TokenRange statement, int operand, StatementFacts facts, FindingList findings)
    {
        if (!statement.Contains(operand) || text.KindOf(operand) is not SqlTokenKind.AtName)
            return;

        string name = text.TextOf(operand).Substring(1);
        bool isNullable = facts.Parameters.Any(parameter => parameter.IsNullable && string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase));
        if (isNullable && !IsHandled(text, statement, text.TextOf(operand)))
            findings.Add(FindingIds.NullableComparison, text.Tokens[operand], name);
    }

    /// <summary>Whether the statement asks whether the parameter is NULL: <c>@p IS NULL OR a = @p</c>.</summary>
    private static bool IsHandled(SqlText text, TokenRange statement, string parameter)
    {
        for (int index = statement.First; index < statement.End; index++)
        {
            bool isSame = text.KindOf(index) is SqlTokenKind.AtName && string.Equals(text.TextOf(index), parameter, StringComparison.OrdinalIgnoreCase);
            if (isSame && (text.IsWord(index + 1, "IS") || text.IsAnyWord(index - 2, "ISNULL", "COALESCE", "IFNULL", "NVL")))
                return true;
        }

        return false;
    }
}
