using System.Transactions;
using ResilientMySql.Calls;
using ResilientMySql.Gate;
using ResilientMySql.Io;
using ResilientMySql.Pipeline;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;
using ResilientMySql.Failures;

namespace ResilientMySql.Transactions;

/// <summary>A transaction of the server's plain kind (Use XA Transactions=false), which can be the only branch.</summary>
internal sealed class StandardBranch(AmbientTransaction ambient, Session session, IsolationLevel level) : Branch(ambient, session)
{
    public override bool IsXa => false;

    public override async ValueTask BeginAsync<TIo>(CancellationToken cancellationToken)
    {
        string set = IsolationLevels.StatementOf(ScopeIsolation.ToSql(level));
        string begin = ScopeIsolation.BeginOf(level);
        await RunAsync<TIo>(set, StatementKind.SetSession, cancellationToken).ConfigureAwait(false);
        await RunAsync<TIo>(begin, StatementKind.Begin, cancellationToken).ConfigureAwait(false);
        Session.Transaction.Move(TransactionEvent.ObjectBegun);
    }

    /// <summary>The server promises nothing; but what is lost already is not voted for.</summary>
    public override void Prepare()
    {
        if (Session.IsAlive && !Session.Transaction.IsTorn)
            return;

        Session.MarkLost();
        throw LossMessages.TransactionLost(Session.Pool.Settings.Server, Session.Transaction.IsUncertain).ToException(null);
    }

    public override Completion CommitPrepared() => CommitAlone();

    public override Completion CommitAlone()
    {
        try
        {
            Run("COMMIT", StatementKind.Commit);
            return Completion.Committed;
        }
        catch (Exception failure)
        {
            return CommitFailures.Judge(failure, Session.Pool.Settings.Server);
        }
    }

    public override ResilientMySqlException? RollBack()
    {
        try
        {
            Run("ROLLBACK", StatementKind.Rollback);
        }
        catch (Exception)
        {
            // Busy, or refused: without its session there is no transaction.
            CutOff();
        }

        return null;
    }

    public override ResilientMySqlException? Leave() => RollBack();
}
