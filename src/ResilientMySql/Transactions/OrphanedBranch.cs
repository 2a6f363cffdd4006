using MySqlConnector;
using ResilientMySql.Calls;
using ResilientMySql.Deadlines;
using ResilientMySql.Io;
using ResilientMySql.Pipeline;
using ResilientMySql.Rehydration;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql.Transactions;

/// <summary>Ends a prepared branch whose session is lost, by its name, on a session of its own (docs/decisions/0013).</summary>
internal static class OrphanedBranch
{
    // How long the server may take to notice that the branch's session is gone; until then it does not know the name.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>
    /// True where the server says that it has done so. Never infers anything: a name that it does not know is that of a branch
    /// which has ended, in this way or the other.
    /// </summary>
    public static bool TryEnd(SessionPool pool, string statement)
    {
        if (pool.Settings.Recovery is RecoveryMode.Off)
            return false;

        var session = new Session(pool, generation: 0);
        Watchdog.Shared.Add(session.Watch);
        try
        {
            var budget = new CallBudget(pool.Time, pool.Time.GetTimestamp(), pool.Settings.RecoveryTimeout, pool.Settings.CommandTimeout);
            SessionOpener.OpenAsync<SyncIo>(session, budget, OpenPatience.Always, CancellationToken.None).Unwrap();
            return TryRun(session, statement);
        }
        catch (Exception)
        {
            // Told to the caller as what it leaves: a branch in doubt.
            return false;
        }
        finally
        {
            CloseQuietly(session);
            Watchdog.Shared.Remove(session.Watch);
        }
    }

    private static bool TryRun(Session session, string statement)
    {
        TimeProvider time = session.Pool.Time;
        long start = time.GetTimestamp();
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                var call = new BranchCall(statement, StatementKind.Write, session.Pool.Settings.CommandTimeout);
                return CallPipeline.RunAsync<SyncIo, BranchCall, bool>(session, call, CancellationToken.None).Unwrap();
            }
            catch (MySqlException unknown) when (unknown.ErrorCode is MySqlErrorCode.XAERNotA && time.GetElapsedTime(start) < Patience)
            {
                SyncIo.DelayAsync(time, Backoff.DelayAfter(attempt, Random.Shared.NextDouble()), CancellationToken.None).Unwrap();
            }
        }
    }

    private static void CloseQuietly(Session session)
    {
        if (session.Driver is not null)
            session.CloseDriverAsync<SyncIo>().Unwrap();
    }
}
