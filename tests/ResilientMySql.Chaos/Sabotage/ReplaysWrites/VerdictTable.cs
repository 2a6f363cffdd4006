using ResilientMySql.Statements;

namespace ResilientMySql.Failures;

/// <summary>
/// Sabotage: the library's own table but for the row of unknown outcomes. Must keep the signature of the original, whose place it
/// takes.
/// </summary>
internal static class VerdictTable
{
    /// <param name="situation">What the session had to lose.</param>
    /// <param name="evidence">Whether the statement ran.</param>
    /// <param name="statement">What the statement does.</param>
    /// <param name="reruns">How often this call has already run a statement again that may have run.</param>
    public static Verdict Decide(Situation situation, Evidence evidence, StatementEffects statement, int reruns) =>
        (situation, evidence, statement) switch
        {
            (_, Evidence.Answered, _) => Verdict.SurfaceAnswer,

            (Situation.InTransaction or Situation.TransactionTorn, _, { Kind: StatementKind.Rollback }) => Verdict.AcceptRollback,
            (Situation.InTransaction, Evidence.Unknown, { MayCommit: true }) => Verdict.SurfaceCommitUnknown,
            (Situation.InTransaction or Situation.TransactionTorn, _, _) => Verdict.SurfaceTransactionLost,

            // An opaque statement may have begun what this one commits.
            (Situation.Pinned, Evidence.Unknown, { MayCommit: true, Kind: not StatementKind.Opaque }) => Verdict.SurfaceCommitUnknown,

            (_, _, { UsesOneShotState: true }) => Verdict.SurfaceOneShotLost,
            (Situation.Pinned, _, _) => Verdict.SurfaceStateLost,

            (Situation.Plain, Evidence.NotExecuted, _) => Verdict.Run,
            // Here is the sabotage: the original asks whether the statement may run twice.
            (Situation.Plain, Evidence.Unknown, _) when reruns == 0 => Verdict.RunOnceMore,
            (Situation.Plain, Evidence.Unknown, _) => Verdict.SurfaceOutcomeUnknown,

            _ => throw new System.Diagnostics.UnreachableException($"No row for {situation}, {evidence}, {statement}."),
        };
}
