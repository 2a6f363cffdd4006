using ResilientMySql.Calls;
using ResilientMySql.Failures;
using ResilientMySql.Io;
using ResilientMySql.Rehydration;
using ResilientMySql.Sessions;

namespace ResilientMySql.Pipeline;

/// <summary>Carries out the verdicts that let a call go on.</summary>
internal static class Recovery
{
    /// <summary>Gives the session a new connection, or tells the caller why there is none.</summary>
    public static async ValueTask RehydrateAsync<TIo>(
        Session session, Verdict verdict, Failure failure, string sql, CallBudget budget, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        if (session.Pool.Settings.Recovery is RecoveryMode.Off)
            throw Refusal.Refuse(session, WithoutRecovery(session, verdict, sql), failure.Exception, budget);

        if (verdict is Verdict.RunOnceMore)
            budget.CountRerun();

        try
        {
            await Rehydrator.RehydrateAsync<TIo>(session, budget, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (ServerErrors.MayOpenLater(exception))
        {
            // What may run twice may be repeated by its caller too.
            ExecutionOutcome outcome = verdict is Verdict.RunOnceMore ? ExecutionOutcome.Unknown : ExecutionOutcome.NotExecuted;
            Loss loss = LossMessages.LinkLost(session.Pool.Settings.Server, outcome, isTransient: true);
            throw Refusal.Refuse(session, loss, exception, budget);
        }
    }

    private static Loss WithoutRecovery(Session session, Verdict verdict, string sql) => verdict is Verdict.RunOnceMore
        ? LossMessages.OutcomeUnknown(session.Pool.Settings.Server, sql) with { IsTransient = true }
        : LossMessages.LinkLost(session.Pool.Settings.Server, ExecutionOutcome.NotExecuted, isTransient: true);
}
