using ResilientMySql.Generators.Effects;
using ResilientMySql.Generators.Findings.Reading;
using ResilientMySql.Statements;

namespace ResilientMySql.Generators.Findings.Rules;

/// <summary>[Idempotent] where it is needless, in vain, without a reason, or visibly untrue.</summary>
internal static class PromiseRule
{
    public static void FindEmptyReason(SqlText text, StatementFacts facts, FindingList findings)
    {
        if (facts.IsDeclaredIdempotent && string.IsNullOrWhiteSpace(facts.IdempotentReason))
            findings.Add(FindingIds.EmptyReason, 0, text.Sql.Length);
    }

    public static void Find(SqlText text, TokenRange statement, StatementFacts facts, FindingList findings)
    {
        if (!facts.IsDeclaredIdempotent || string.IsNullOrWhiteSpace(facts.IdempotentReason))
            return;

        string commandText = SentText.Of(facts.Sql, LexicalMode.None, facts.IsUserVariable).Text;
        Repetition[] answers = CompileTimeEffects.RepetitionOf(commandText, facts.Host, isDeclaredIdempotent: true);
        if (answers.All(answer => answer is Repetition.Reads or Repetition.ReadsAndLocks or Repetition.OnlyTheSession))
            findings.Add(FindingIds.NeedlessPromise, text.Tokens[statement.First]);
        else if (answers.All(answer => answer is not Repetition.Declared))
            findings.Add(FindingIds.VainPromise, text.Tokens[statement.First], WhyInVain(answers[0]));
        else
            VisibleRepeats.Find(text, statement, findings);
    }

    private static string WhyInVain(Repetition repetition) => repetition switch
    {
        Repetition.Commits => "it commits",
        Repetition.ControlsTransaction => "it is part of a transaction",
        Repetition.Pins => "it leaves on its session what no other can be given",
        Repetition.AsksForThePast => "it asks what its session did before",
        Repetition.InTransaction => "it runs inside a transaction",
        _ => "it is not understood",
    };
}
