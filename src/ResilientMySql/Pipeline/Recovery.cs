using MySqlConnector;
using ResilientMySql.Calls;
using ResilientMySql.Failures;
using ResilientMySql.Gate;
using ResilientMySql.Io;
using ResilientMySql.Rehydration;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql.Pipeline;

/// <summary>Carries out the verdicts that let a call go on.</summary>
internal static class Recovery
{
    /// <summary>Gives the session a new connection, or tells the caller why there is none.</summary>
    public static async ValueTask RehydrateAsync<TIo>(
        Session session, Verdict verdict, Failure failure, StatementEffects effects, string sql, CallBudget budget, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        ExecutionOutcome outcome = verdict is Verdict.RunOnceMore ? ExecutionOutcome.Unknown : ExecutionOutcome.NotExecuted;
        if (session.Pool.Settings.Recovery is RecoveryMode.Off)
            throw Refusal.Refuse(session, WithoutRecovery(session, outcome, effects, sql), failure.Exception, budget);

        if (!session.Pool.Reports.MayRehydrate(session, mayHaveRun: verdict is Verdict.RunOnceMore))
            throw Refusal.Refuse(session, LossMessages.Forbidden(session.Pool.Settings.Server, outcome), failure.Exception, budget);

        if (verdict is Verdict.RunOnceMore)
            budget.CountRerun();

        var ghost = Ghost.Of(session);
        try
        {
            // A session that dies as soon as it is open must not be replaced as fast as the machine can.
            if (budget.Attempts > 0)
                await TIo.DelayAsync(budget.Time, Backoff.DelayAfter(budget.Attempts, Random.Shared.NextDouble()), cancellationToken).ConfigureAwait(false);

            if (budget.Attempts > 0 && budget.RecoveryLeft == TimeSpan.Zero)
                throw Refusal.Refuse(session, LinkLost(session, outcome, effects, sql), failure.Exception, budget);

            RehydrationCause cause = verdict is Verdict.RunOnceMore ? RehydrationCause.Rerun : RehydrationCause.Call;
            await Rehydrator.RehydrateAsync<TIo>(session, budget, cause, cancellationToken).ConfigureAwait(false);

            // A write whose first attempt is still under way could undo what its author writes after the second.
            bool mayOvertake = verdict is Verdict.RunOnceMore && effects.MayOvertake;
            if (mayOvertake && !await GhostCheck.IsGoneAsync<TIo>(session, ghost, budget, cancellationToken).ConfigureAwait(false))
                throw Refusal.Refuse(session, LossMessages.OutcomeUnknown(session.Pool.Settings.Server, sql), failure.Exception, budget);
        }
        catch (Exception exception) when (session.IsFinished && ServerErrors.CanOpenLater(exception))
        {
            throw Refusal.Refuse(session, LinkLost(session, outcome, effects, sql), exception, budget);
        }
        catch (ResilientMySqlException mismatch) when (mismatch.Cause is LossCause.SessionState)
        {
            throw Refusal.Refuse(session, LossMessages.StateLost(session.Ledger.Pin, outcome), failure.Exception, budget);
        }
        catch (Exception refusal) when (refusal is not ResilientMySqlException)
        {
            // Cancelled; or the account, the schema or the address is wrong by now, or a callback of the user's throws: its own
            // words say it best.
            refusal.NoteOutcome(outcome);
            throw;
        }
    }

    /// <summary>
    /// Rolls back and gives up all of the session's state but its schema, by means of a new connection: the driver's own reset
    /// leaves it with prepared statements that the server has forgotten.
    /// </summary>
    public static async ValueTask ResetAsync<TIo>(Session session, TimeSpan timeout, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        session.Gate.Enter();
        try
        {
            TimeProvider time = session.Pool.Time;
            var budget = new CallBudget(time, time.GetTimestamp(), session.Pool.Settings.RecoveryTimeout, timeout);
            session.GiveUpState();
            await Rehydrator.RenewAsync<TIo>(session, budget, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            session.Gate.Move(GateEvent.CallEnds);
        }
    }

    /// <summary>What may run twice may be repeated by its caller too, unless the first attempt may still be under way.</summary>
    private static Loss LinkLost(Session session, ExecutionOutcome outcome, StatementEffects effects, string sql) =>
        outcome is ExecutionOutcome.Unknown && effects.MayOvertake
            ? LossMessages.OutcomeUnknown(session.Pool.Settings.Server, sql)
            : LossMessages.LinkLost(session.Pool.Settings.Server, outcome);

    private static Loss WithoutRecovery(Session session, ExecutionOutcome outcome, StatementEffects effects, string sql) => outcome is ExecutionOutcome.Unknown
        ? LossMessages.OutcomeUnknown(session.Pool.Settings.Server, sql) with { IsTransient = !effects.MayOvertake }
        : LossMessages.LinkLost(session.Pool.Settings.Server, outcome);
}
