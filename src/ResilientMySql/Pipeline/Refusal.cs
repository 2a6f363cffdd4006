using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using ResilientMySql.Calls;
using ResilientMySql.Failures;
using ResilientMySql.Sessions;
using ResilientMySql.Telemetry;

namespace ResilientMySql.Pipeline;

/// <summary>Carries out the verdicts that end a call.</summary>
internal static class Refusal
{
    /// <summary>Throws what the caller is to know.</summary>
    [DoesNotReturn]
    public static void Throw(Verdict verdict, Session session, Failure failure, string sql, CallBudget budget)
    {
        if (verdict is Verdict.SurfaceAnswer)
            failure.Rethrow();

        throw Refuse(session, LossOf(verdict, session, sql), failure.Exception, budget);
    }

    /// <summary>Logs the refusal and makes its exception.</summary>
    public static ResilientMySqlException Refuse(Session session, Loss loss, Exception? innerException, CallBudget budget)
    {
        Log.Refused(session.Pool.RehydrationLog, session.ServerThread, loss.Message);
        return (loss with { Attempts = budget.Attempts, Elapsed = budget.Elapsed }).ToException(innerException);
    }

    private static Loss LossOf(Verdict verdict, Session session, string sql) => verdict switch
    {
        Verdict.SurfaceTransactionLost => LossMessages.TransactionLost(session.Pool.Settings.Server),
        Verdict.SurfaceCommitUnknown => LossMessages.CommitUnknown(session.Pool.Settings.Server),
        Verdict.SurfaceOneShotLost => LossMessages.OneShotLost(sql),
        Verdict.SurfaceStateLost => LossMessages.StateLost(session.Ledger.Pin),
        Verdict.SurfaceOutcomeUnknown => LossMessages.OutcomeUnknown(session.Pool.Settings.Server, sql),
        _ => throw new UnreachableException($"{verdict} does not end a call."),
    };
}
