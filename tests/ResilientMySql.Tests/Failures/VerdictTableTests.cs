using ResilientMySql.Failures;
using ResilientMySql.Statements;

namespace ResilientMySql.Tests.Failures;

public sealed class VerdictTableTests
{
    /// <summary>The promises, over every combination there is; derived from the design, not from the table.</summary>
    [Fact]
    public void WholeCrossProduct_KeepsThePromises()
    {
        foreach (Situation situation in Enum.GetValues<Situation>())
        {
            foreach (Evidence evidence in Enum.GetValues<Evidence>())
            {
                foreach (StatementKind kind in Enum.GetValues<StatementKind>())
                {
                    foreach (bool oneShot in (bool[])[false, true])
                    {
                        foreach (int reruns in (int[])[0, 1])
                        {
                            var statement = new StatementEffects(kind, oneShot ? OneShotState.InsertId : OneShotState.None);
                            Verdict verdict = VerdictTable.Decide(situation, evidence, statement, reruns);
                            AssertPromises(situation, evidence, kind, oneShot, reruns, verdict);
                            AssertDeclaration(situation, evidence, statement, reruns, verdict);
                        }
                    }
                }
            }
        }
    }

    [Theory]
    [InlineData(Situation.Plain, Evidence.NotExecuted, StatementKind.Write, Verdict.Run)]
    [InlineData(Situation.Plain, Evidence.NotExecuted, StatementKind.Opaque, Verdict.Run)]
    [InlineData(Situation.Plain, Evidence.Unknown, StatementKind.Read, Verdict.RunOnceMore)]
    [InlineData(Situation.Plain, Evidence.Unknown, StatementKind.Begin, Verdict.RunOnceMore)]
    [InlineData(Situation.Plain, Evidence.Unknown, StatementKind.SetSession, Verdict.RunOnceMore)]
    [InlineData(Situation.Plain, Evidence.Unknown, StatementKind.Write, Verdict.SurfaceOutcomeUnknown)]
    [InlineData(Situation.Plain, Evidence.Unknown, StatementKind.ImplicitCommit, Verdict.SurfaceOutcomeUnknown)]
    [InlineData(Situation.InTransaction, Evidence.NotExecuted, StatementKind.Commit, Verdict.SurfaceTransactionLost)]
    [InlineData(Situation.InTransaction, Evidence.Unknown, StatementKind.Commit, Verdict.SurfaceCommitUnknown)]
    [InlineData(Situation.InTransaction, Evidence.Unknown, StatementKind.ImplicitCommit, Verdict.SurfaceCommitUnknown)]
    [InlineData(Situation.InTransaction, Evidence.Unknown, StatementKind.Opaque, Verdict.SurfaceCommitUnknown)]
    [InlineData(Situation.InTransaction, Evidence.Unknown, StatementKind.Read, Verdict.SurfaceTransactionLost)]
    [InlineData(Situation.InTransaction, Evidence.NotExecuted, StatementKind.Rollback, Verdict.AcceptRollback)]
    [InlineData(Situation.TransactionTorn, Evidence.NotExecuted, StatementKind.Commit, Verdict.SurfaceTransactionLost)]
    [InlineData(Situation.Pinned, Evidence.NotExecuted, StatementKind.Read, Verdict.SurfaceStateLost)]
    [InlineData(Situation.Pinned, Evidence.Unknown, StatementKind.Write, Verdict.SurfaceStateLost)]
    [InlineData(Situation.Pinned, Evidence.Unknown, StatementKind.Commit, Verdict.SurfaceCommitUnknown)]
    [InlineData(Situation.Pinned, Evidence.Answered, StatementKind.Write, Verdict.SurfaceAnswer)]
    public void Row_GivesItsVerdict(object situation, object evidence, object kind, object verdict) =>
        Assert.Equal((Verdict)verdict, VerdictTable.Decide((Situation)situation, (Evidence)evidence, new((StatementKind)kind), reruns: 0));

    /// <summary>What its author says of a statement lets writes run once more where there is nothing to lose, and changes nothing else.</summary>
    private static void AssertDeclaration(Situation situation, Evidence evidence, StatementEffects statement, int reruns, Verdict undeclared)
    {
        Verdict declared = VerdictTable.Decide(situation, evidence, statement with { IsDeclaredIdempotent = true }, reruns);
        bool counts = (situation, evidence, statement) is (Situation.Plain, Evidence.Unknown, { Kind: StatementKind.Write, UsesOneShotState: false }) && reruns == 0;
        Assert.Equal(counts ? Verdict.RunOnceMore : undeclared, declared);
    }

    private static void AssertPromises(Situation situation, Evidence evidence, StatementKind kind, bool oneShot, int reruns, Verdict verdict)
    {
        string cell = $"{situation}, {evidence}, {kind}, one-shot {oneShot}, {reruns} reruns: {verdict}";
        bool runsAgain = verdict is Verdict.Run or Verdict.RunOnceMore;

        // An answer is an answer.
        Assert.True((evidence is Evidence.Answered) == (verdict is Verdict.SurfaceAnswer), cell);

        // Nothing runs twice that could matter, and nothing a third time.
        if (evidence is Evidence.Unknown && runsAgain)
        {
            Assert.True(kind is StatementKind.Empty or StatementKind.Read or StatementKind.LockingRead or StatementKind.UseSchema
                or StatementKind.SetSession or StatementKind.Begin, cell);
            Assert.True(reruns == 0, cell);
        }

        // Nothing is lost silently.
        if (situation is not Situation.Plain)
            Assert.False(runsAgain, cell);

        // Nobody is told what another session did.
        if (oneShot)
            Assert.False(runsAgain, cell);

        // What nobody knows is not called lost.
        if (situation is Situation.InTransaction && evidence is Evidence.Unknown && kind is StatementKind.Commit)
            Assert.True(verdict is Verdict.SurfaceCommitUnknown, cell);

        // What died while nobody looked is repaired.
        if (situation is Situation.Plain && evidence is Evidence.NotExecuted && !oneShot)
            Assert.True(verdict is Verdict.Run, cell);
    }
}
