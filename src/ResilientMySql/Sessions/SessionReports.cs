using Microsoft.Extensions.Logging;
using ResilientMySql.Calls;
using ResilientMySql.Telemetry;

namespace ResilientMySql.Sessions;

/// <summary>Tells those who want to know what becomes of a pool's sessions: handlers of events, logs and the meter.</summary>
internal sealed class SessionReports(string server, ILoggerFactory loggerFactory)
{
    private readonly ILogger _sessionsLog = new QuietLogger(loggerFactory.CreateLogger(Log.SessionsCategory));
    private bool _hasReportedSocket;
    private bool _hasReportedWire;

    /// <summary>Raised before a session of the pool is replaced; a handler may forbid it.</summary>
    public event EventHandler<RehydratingEventArgs>? Rehydrating;

    /// <summary>Raised after a session of the pool was replaced.</summary>
    public event EventHandler<RehydratedEventArgs>? Rehydrated;

    /// <summary>How often it all has happened.</summary>
    public SessionCounters Counters { get; } = new();

    public ILogger RehydrationLog { get; } = new QuietLogger(loggerFactory.CreateLogger(Log.RehydrationCategory));

    public void Opened(Session session)
    {
        Counters.CountOpened();
        Log.SessionOpened(_sessionsLog, session.ServerThread, server);
    }

    public void Closed(Session session)
    {
        Counters.CountClosed();
        Log.SessionClosed(_sessionsLog, session.ServerThread, session.Ledger.IsClean ? "not needed any more" : "its state was changed");
    }

    public void WasReset(Session session)
    {
        Counters.CountReset();
        Log.SessionReset(_sessionsLog, session.ServerThread);
    }

    public void Leaked(Session session)
    {
        Counters.CountLeak();
        Log.SessionLeaked(_sessionsLog, session.ServerThread, session.Lease.OpenedAt ?? "not traced; say Leak Tracing=true in the connection string");
    }

    public void CareFailed(Exception exception) => Log.CareFailed(_sessionsLog, exception);

    public void Refused(Session session, Loss loss)
    {
        Counters.CountRefusal(loss.Cause, loss.Outcome);
        Metrics.Refused(server, loss.Cause, loss.Outcome);
        Log.Refused(RehydrationLog, session.ServerThread, loss.Message);
    }

    public void SocketOutOfReach()
    {
        if (_hasReportedSocket)
            return;

        _hasReportedSocket = true;
        Log.SocketOutOfReach(_sessionsLog);
    }

    /// <summary>Generated queries go through the driver on such sessions. Said once.</summary>
    public void WireOutOfReach(string obstacle)
    {
        if (_hasReportedWire)
            return;

        _hasReportedWire = true;
        Log.WireOutOfReach(_sessionsLog, obstacle);
    }

    /// <summary>Says that a session is about to be replaced; false where a handler forbids it.</summary>
    public bool MayRehydrate(Session session, bool mayHaveRun)
    {
        if (Rehydrating is null && session.Owner is not { IsAskedBeforeRehydrating: true })
            return true;

        var rehydrating = new RehydratingEventArgs(session.ServerThread, mayHaveRun);
        session.Owner?.OnRehydrating(rehydrating);
        Rehydrating?.Invoke(this, rehydrating);
        return !rehydrating.Cancel;
    }

    public void RehydrationSucceeded(Session session, int previousServerThread, RehydrationCause cause, CallBudget budget)
    {
        TimeSpan elapsed = budget.Elapsed;
        Counters.CountRehydration(cause);
        Metrics.Rehydrated(server, elapsed);
        Log.Rehydrated(RehydrationLog, previousServerThread, session.ServerThread, budget.Attempts, elapsed.TotalMilliseconds);
        if (Rehydrated is null && session.Owner is null)
            return;

        var rehydrated = new RehydratedEventArgs(previousServerThread, session.ServerThread, budget.Attempts, elapsed);
        session.Owner?.OnRehydrated(rehydrated);
        Rehydrated?.Invoke(this, rehydrated);
    }

    public void RehydrationFailed(Exception exception, int serverThread, CallBudget budget)
    {
        Counters.CountFailedRehydration();
        Metrics.RehydrationFailed(server);
        Log.RehydrationFailed(RehydrationLog, exception, serverThread, budget.Attempts, budget.Elapsed.TotalMilliseconds);
    }
}
