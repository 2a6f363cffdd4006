using ResilientMySql.Gate;
using ResilientMySql.Io;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;
using ResilientMySql.Telemetry;

namespace ResilientMySql.Transactions;

/// <summary>A branch of the server's distributed kind (Use XA Transactions=true, the default), beside which others may stand.</summary>
/// <remarks>The isolation level is the session's, whatever the scope says: so it is with the driver.</remarks>
internal sealed class XaBranch(AmbientTransaction ambient, Session session) : Branch(ambient, session)
{
    private Xid _xid = ambient.NextXid();
    private bool _hasEnded;
    private bool _mayBePrepared;

    public override bool IsXa => true;

    private string Server => Session.Pool.Settings.Server;

    public override async ValueTask BeginAsync<TIo>(CancellationToken cancellationToken)
    {
        await RunAsync<TIo>("XA START", StatementKind.Begin, cancellationToken, WriteStart).ConfigureAwait(false);
        Session.Transaction.Move(TransactionEvent.ObjectBegun);
    }

    public override void Prepare()
    {
        End();
        _mayBePrepared = true;
        Run($"XA PREPARE {_xid}", StatementKind.Savepoint);
    }

    public override Completion CommitPrepared()
    {
        try
        {
            Run($"XA COMMIT {_xid}", StatementKind.Commit);
            return Completion.Committed;
        }
        catch (Exception failure)
        {
            // On its own the server ends a session's prepared branch only where nothing is to be committed.
            CutOff();
            return OrphanedBranch.TryEnd(Session.Pool, $"XA COMMIT {_xid}")
                ? Completion.Committed
                : new(CompletionKind.InDoubt, TransactionLosses.BranchInDoubt(Server, _xid).ToException(failure));
        }
    }

    public override Completion CommitAlone()
    {
        try
        {
            End();
        }
        catch (Exception failure)
        {
            return new(CompletionKind.RolledBack, failure);
        }

        try
        {
            Run($"XA COMMIT {_xid} ONE PHASE", StatementKind.Commit);
            return Completion.Committed;
        }
        catch (Exception failure)
        {
            return CommitFailures.Judge(failure, Server);
        }
    }

    public override ResilientMySqlException? RollBack()
    {
        if (_mayBePrepared)
            return RollBackPrepared();

        RollBackActive();
        return null;
    }

    public override ResilientMySqlException? Leave()
    {
        if (!_mayBePrepared)
            return RollBack();

        CutOff();
        return TransactionLosses.BranchLeft(Server, _xid).ToException(null);
    }

    /// <summary>One that is sent again gets another name: the lost session may hold the first one still.</summary>
    private string WriteStart()
    {
        _xid = Ambient.NextXid();
        return $"XA START {_xid}";
    }

    private void End()
    {
        _hasEnded = true;
        Run($"XA END {_xid}", StatementKind.Savepoint);
    }

    private void RollBackActive()
    {
        try
        {
            if (!_hasEnded)
                End();
        }
        catch (Exception)
        {
            // A deadlock has ended it; or it is lost or busy, which the next line finds out.
        }

        try
        {
            Run($"XA ROLLBACK {_xid}", StatementKind.Rollback);
        }
        catch (Exception)
        {
            // Without its session there is no branch that is not prepared.
            CutOff();
        }
    }

    /// <summary>A prepared branch outlives its session.</summary>
    private ResilientMySqlException? RollBackPrepared()
    {
        try
        {
            Run($"XA ROLLBACK {_xid}", StatementKind.Savepoint);
            return null;
        }
        catch (Exception failure)
        {
            CutOff();
            return OrphanedBranch.TryEnd(Session.Pool, $"XA ROLLBACK {_xid}")
                ? null
                : TransactionLosses.BranchNotRolledBack(Server, _xid).ToException(failure);
        }
    }
}
