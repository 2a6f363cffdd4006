using System.Runtime.CompilerServices;
using ResilientMySql.Calls;
using ResilientMySql.Deadlines;
using ResilientMySql.Execution;
using ResilientMySql.Failures;
using ResilientMySql.Frames;
using ResilientMySql.Gate;
using ResilientMySql.Io;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;
using ResilientMySql.Transactions;

namespace ResilientMySql.Pipeline;

/// <summary>
/// Runs one call on a session: gate, probe, execute, and, when that fails, failure, verdict, rehydration and round again. The
/// only place that knows the order, and the only loop.
/// </summary>
internal static class CallPipeline
{
    /// <summary>Runs a call that starts now.</summary>
    public static ValueTask<TResult> RunAsync<TIo, TCall, TResult>(Session session, TCall call, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
        where TCall : struct, ICall<TResult> =>
        RunAsync<TIo, TCall, TResult>(session, call, waited: TimeSpan.Zero, cancellationToken);

    /// <summary>Runs a call that has waited for its session before, at the expense of the time for recovery.</summary>
    /// <remarks>Its frame is pooled, as are those of the calls it makes: an asynchronous call costs its caller one task.</remarks>
    [AsyncMethodBuilder(typeof(ResultFrameBuilder<>))]
    public static async ValueTask<TResult> RunAsync<TIo, TCall, TResult>(
        Session session, TCall call, TimeSpan waited, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
        where TCall : struct, ICall<TResult>
    {
        session.Gate.Enter();
        if (TIo.Mode is IoMode.Async)
            session.NoteUsedAsynchronously();

        var end = GateEvent.CallEnds;
        try
        {
            if (typeof(TCall) != typeof(BranchCall))
                session.Branch?.Admit();

            long start = session.Pool.Time.GetTimestamp();
            StatementEffects effects = call.EffectsOn(session.Dialect);
            CallBudget? budget = null;
            while (true)
            {
                Refusal.ThrowIfCancelled(budget, cancellationToken);
                Failure failure = Failure.DeadBeforeSend;
                if (session.IsAlive)
                {
                    if (session.Memory.CannotAnswer(effects.Needs))
                        Refusal.Throw(Verdict.SurfaceOneShotLost, session, failure, effects, call.Text, budget ?? Budget(), cancellationToken);

                    session.Watch.Start(budget is null ? Limit(call.Timeout) : budget.CallLeft, session.Grace);
                    CancellationTokenRegistration cancellation =
                        cancellationToken.UnsafeRegister(static watch => ((CallWatch)watch!).Cancel(), session.Watch);
                    try
                    {
                        await PrepareMemoryAsync<TIo>(session, effects.Needs).ConfigureAwait(false);
                        TResult result = await call.ExecuteAsync<TIo>(session, budget).ConfigureAwait(false);
                        session.Notes.Completed(effects, call.Text);
                        end = call.LeavesReaderOpen ? GateEvent.CallEndsReading : GateEvent.CallEnds;
                        return result;
                    }
                    catch (Exception exception)
                    {
                        failure = FailureClassifier.Classify(exception, session.LinkState, session.Dialect);
                    }
                    finally
                    {
                        cancellation.Dispose();
                        WatchEnd stopped = session.Watch.Stop();
                        if (stopped is not WatchEnd.InTime)
                            failure = await Interruption.SettleAsync<TIo>(session, failure, stopped, end).ConfigureAwait(false);
                    }
                }

                Refusal.ThrowIfRetired(session, failure);
                budget ??= Budget();
                Verdict verdict = Judge(session, effects, call.Text, failure, budget);
                if (verdict is Verdict.AcceptRollback && call.TryRollBackWithoutServer(out TResult rolledBack))
                    return rolledBack;

                bool goesOn = verdict is Verdict.Run or Verdict.RunOnceMore or Verdict.AcceptRollback;
                if (!goesOn || failure.End is not WatchEnd.InTime)
                    Refusal.Throw(verdict, session, failure, effects, call.Text, budget, cancellationToken);

                await Recovery.RehydrateAsync<TIo>(session, verdict, failure, effects, call.Text, budget, cancellationToken).ConfigureAwait(false);
            }

            CallBudget Budget() => new(session.Pool.Time, start, session.Pool.Settings.RecoveryTimeout, call.Timeout, waited);
        }
        finally
        {
            session.Gate.Move(end);
        }
    }

    /// <summary>What an earlier lease has left must not be the answer.</summary>
    private static ValueTask PrepareMemoryAsync<TIo>(Session session, OneShotState needs)
        where TIo : struct, IDriverIo =>
        (needs & session.Memory.Foreign) is OneShotState.None ? default : OneShotCleaner.RunAsync<TIo>(session, needs);

    /// <summary>Decides, and lets the session know what it has lost.</summary>
    private static Verdict Judge(Session session, StatementEffects effects, string text, Failure failure, CallBudget budget)
    {
        if (failure.Evidence is not Evidence.NotExecuted)
            session.Notes.Sent(effects);

        Verdict verdict = VerdictTable.Decide(session.Situation, failure.Evidence, effects, budget.Reruns);
        if (failure.EndsSession)
            session.MarkLost();
        else
            session.Notes.Failed(effects, text, failure.Answer);

        // The owner gives the transaction up, or it ended with a commit of unknown outcome: either way it is over.
        // A scope's transaction is over when its scope is, whatever statements say meanwhile.
        if (session.Branch is not null)
            return verdict;

        if (verdict is Verdict.AcceptRollback || (verdict is Verdict.SurfaceCommitUnknown && effects.Kind is StatementKind.Commit))
            session.Transaction.Move(TransactionEvent.ObjectEnded);

        return verdict;
    }

    private static TimeSpan Limit(TimeSpan timeout) => timeout == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : timeout;
}
