using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using MySqlConnector;
using ResilientMySql.Calls;
using ResilientMySql.Deadlines;
using ResilientMySql.Failures;
using ResilientMySql.Gate;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;
using ResilientMySql.Telemetry;

namespace ResilientMySql.Pipeline;

/// <summary>Carries out the verdicts that end a call.</summary>
internal static class Refusal
{
    /// <summary>Throws what the caller is to know.</summary>
    [DoesNotReturn]
    public static void Throw(
        Verdict verdict, Session session, Failure failure, StatementEffects effects, string sql, CallBudget budget, CancellationToken cancellationToken)
    {
        NoteDoubt(failure);
        Exception? loss = verdict is Verdict.SurfaceAnswer ? null : Refuse(session, LossOf(verdict, session, failure.Evidence, effects, sql), failure.Exception, budget);
        if (failure.End is not WatchEnd.InTime && Interruption.Explain(failure, loss, cancellationToken) is { } interruption)
        {
            if (failure.Evidence is Evidence.NotExecuted)
                interruption.NoteOutcome(ExecutionOutcome.NotExecuted);

            throw interruption;
        }

        if (loss is not null)
            throw loss;

        failure.Rethrow();
        throw new UnreachableException();
    }

    /// <summary>Between two attempts; says whether the statement may have run in one before.</summary>
    public static void ThrowIfCancelled(CallBudget? budget, CancellationToken cancellationToken)
    {
        if (!cancellationToken.IsCancellationRequested)
            return;

        var cancelled = new OperationCanceledException(cancellationToken);
        cancelled.NoteOutcome(budget is { Reruns: > 0 } ? ExecutionOutcome.Unknown : ExecutionOutcome.NotExecuted);
        throw cancelled;
    }

    /// <summary>The connection was closed under the call, which failed because of that or before it.</summary>
    public static void ThrowIfRetired(Session session, Failure failure)
    {
        if (session.Gate.State is not GateState.Retired)
            return;

        InvalidOperationException closed = SessionGate.Retired(failure.Exception);
        closed.NoteOutcome(OutcomeOf(failure.Evidence));
        throw closed;
    }

    /// <summary>Logs the refusal and makes its exception.</summary>
    public static ResilientMySqlException Refuse(Session session, Loss loss, Exception? innerException, CallBudget budget)
    {
        session.Pool.Reports.Refused(session, loss);
        return (loss with { Attempts = budget.Attempts, Elapsed = budget.Elapsed }).ToException(innerException);
    }

    /// <summary>An answer that says that the statement was interrupted does not say how far it had come.</summary>
    public static void NoteDoubt(Failure failure)
    {
        if (failure.Answer is { } answer && ServerErrors.MeaningOf(answer.ErrorCode).HasFlag(ServerErrorMeaning.LeavesInDoubt))
            answer.NoteOutcome(ExecutionOutcome.Unknown);
    }

    private static Loss LossOf(Verdict verdict, Session session, Evidence evidence, StatementEffects effects, string sql) => verdict switch
    {
        Verdict.SurfaceTransactionLost => LossMessages.TransactionLost(session.Pool.Settings.Server, session.Transaction.IsUncertain),
        Verdict.SurfaceCommitUnknown => LossMessages.CommitUnknown(session.Pool.Settings.Server),
        Verdict.SurfaceOneShotLost => LossMessages.OneShotLost(sql, OutcomeOf(evidence)),
        Verdict.SurfaceStateLost => LossMessages.StateLost(session.Ledger.Pin, OutcomeOf(evidence)),
        Verdict.SurfaceOutcomeUnknown => LossMessages.OutcomeUnknown(session.Pool.Settings.Server, sql),

        // Would have gone on, had there been time.
        Verdict.RunOnceMore => LossMessages.OutcomeUnknown(session.Pool.Settings.Server, sql) with { IsTransient = !effects.MayOvertake },
        Verdict.Run or Verdict.AcceptRollback => LossMessages.LinkLost(session.Pool.Settings.Server, ExecutionOutcome.NotExecuted),
        _ => throw new UnreachableException($"{verdict} does not end a call."),
    };

    private static ExecutionOutcome OutcomeOf(Evidence evidence) =>
        evidence is Evidence.NotExecuted ? ExecutionOutcome.NotExecuted : ExecutionOutcome.Unknown;
}
