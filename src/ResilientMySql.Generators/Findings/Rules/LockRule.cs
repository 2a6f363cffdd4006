using ResilientMySql.Generators.Effects;
using ResilientMySql.Generators.Findings.Reading;

namespace ResilientMySql.Generators.Findings.Rules;

/// <summary>A locking read on a data source: the session is given back, and its locks with it, when the method returns.</summary>
internal static class LockRule
{
    public static void Find(SqlText text, TokenRange statement, StatementFacts facts, FindingList findings)
    {
        if (facts.Host is not StatementHost.DataSource || QueryBlock.Of(text, statement) is null)
            return;

        for (int index = statement.First; index < statement.End; index++)
        {
            if (LengthAt(text, index) is var length && length > 0)
            {
                var clause = new TokenRange(index, index + length);
                findings.Add(FindingIds.LockOutsideTransaction, clause, text.TextOf(clause).ToUpperInvariant());
                return;
            }
        }
    }

    private static int LengthAt(SqlText text, int index)
    {
        if (text.IsWord(index, "FOR") && text.IsAnyWord(index + 1, "UPDATE", "SHARE"))
            return 2;

        return text.IsWord(index, "LOCK") && text.IsWord(index + 1, "IN") && text.IsWord(index + 2, "SHARE") && text.IsWord(index + 3, "MODE") ? 4 : 0;
    }
}
