using ResilientMySql.Generators.Findings.Reading;
using ResilientMySql.Statements;

namespace ResilientMySql.Generators.Findings.Rules;

/// <summary><c>IN (@ids)</c>, or <c>IN @ids</c>, with a list that may be of any length.</summary>
internal static class UnboundedListRule
{
    public static void Find(SqlText text, StatementFacts facts, FindingList findings)
    {
        var told = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (int index = 1; index < text.Tokens.Count; index++)
        {
            bool isListed = text.IsWord(index - 1, "IN") || (text.IsSymbol(index - 1, '(') && text.IsWord(index - 2, "IN"));
            if (text.KindOf(index) is not SqlTokenKind.AtName || !isListed)
                continue;

            string name = text.TextOf(index).Substring(1);
            bool isUnbounded = facts.Parameters.Any(parameter => parameter.IsUnboundedList && string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase));
            if (isUnbounded && told.Add(name))
                findings.Add(FindingIds.UnboundedList, text.Tokens[index], name);
        }
    }
}
