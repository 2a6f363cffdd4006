using ResilientMySql.Calls;
using ResilientMySql.Io;
using ResilientMySql.Sessions;

namespace ResilientMySql.Rehydration;

/// <summary>Gives a session whose physical connection is lost a new one.</summary>
internal static class Rehydrator
{
    /// <summary>Closes, reopens and replays inside the budget.</summary>
    public static ValueTask RehydrateAsync<TIo>(Session session, CallBudget budget, RehydrationCause cause, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo => RehydrateAsync<TIo>(session, budget, cause, OpenPatience.Always, cancellationToken);

    /// <summary>Does the same, with one attempt, for a session that nobody waits for.</summary>
    public static ValueTask ReplaceIdleAsync<TIo>(Session session, CallBudget budget)
        where TIo : struct, IDriverIo => RehydrateAsync<TIo>(session, budget, RehydrationCause.Idle, OpenPatience.Once, CancellationToken.None);

    /// <summary>Does the same for a session that may be healthy, as its user wishes; nobody lost anything.</summary>
    public static ValueTask RenewAsync<TIo>(Session session, CallBudget budget, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo => ReplaceAsync<TIo>(session, budget, OpenPatience.Always, cancellationToken);

    private static async ValueTask RehydrateAsync<TIo>(
        Session session, CallBudget budget, RehydrationCause cause, OpenPatience patience, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        int previousServerThread = session.ServerThread;
        try
        {
            await ReplaceAsync<TIo>(session, budget, patience, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            session.Pool.Reports.RehydrationFailed(exception, previousServerThread, budget);
            throw;
        }

        session.Pool.Reports.RehydrationSucceeded(session, previousServerThread, cause, budget);
    }

    private static async ValueTask ReplaceAsync<TIo>(Session session, CallBudget budget, OpenPatience patience, CancellationToken cancellationToken)
        where TIo : struct, IDriverIo
    {
        session.Gate.ThrowIfRetired();

        // First, so that the server never has more of our sessions than it should.
        await session.CloseDriverAsync<TIo>().ConfigureAwait(false);
        await SessionOpener.OpenAsync<TIo>(session, budget, patience, cancellationToken).ConfigureAwait(false);
    }
}
