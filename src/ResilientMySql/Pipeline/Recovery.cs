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
            // A session that dies as soon as it is open must not be replaced as fast as the machine can.
            if (budget.Attempts > 0)
                await TIo.DelayAsync(budget.Time, Backoff.DelayAfter(budget.Attempts, Random.Shared.NextDouble()), cancellationToken).ConfigureAwait(false);

            if (budget.Attempts > 0 && budget.RecoveryLeft == TimeSpan.Zero)
                throw Refusal.Refuse(session, LinkLost(session, verdict), failure.Exception, budget);

            await Rehydrator.RehydrateAsync<TIo>(session, budget, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (ServerErrors.MayOpenLater(exception))
        {
            throw Refusal.Refuse(session, LinkLost(session, verdict), exception, budget);
        }
    }

    /// <summary>What may run twice may be repeated by its caller too.</summary>
    private static Loss LinkLost(Session session, Verdict verdict)
    {
        ExecutionOutcome outcome = verdict is Verdict.RunOnceMore ? ExecutionOutcome.Unknown : ExecutionOutcome.NotExecuted;
        return LossMessages.LinkLost(session.Pool.Settings.Server, outcome, isTransient: true);
    }

    private static Loss WithoutRecovery(Session session, Verdict verdict, string sql) => verdict is Verdict.RunOnceMore
        ? LossMessages.OutcomeUnknown(session.Pool.Settings.Server, sql) with { IsTransient = true }
        : LossMessages.LinkLost(session.Pool.Settings.Server, ExecutionOutcome.NotExecuted, isTransient: true);
}
