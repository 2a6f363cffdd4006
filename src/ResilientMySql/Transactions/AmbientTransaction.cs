using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Transactions;
using ResilientMySql.Sessions;

namespace ResilientMySql.Transactions;

/// <summary>
/// A System.Transactions transaction and all sessions of this library that take part in it: one participant, so that where no
/// other library takes part the outcome is ours to tell, in doubt included.
/// </summary>
/// <remarks>Thread-safe. Its notifications come from whatever thread ends the transaction, and work synchronously.</remarks>
internal sealed class AmbientTransaction : ISinglePhaseNotification
{
    private readonly Lock _lock = new();
    private readonly Lock _enlisting = new();
    private readonly List<Branch> _branches = [];
    private readonly Guid _id = Guid.CreateVersion7();
    private readonly Transaction _transaction;
    private int _lastBranch;
    private int _preparingThread;
    private Branch[] _ending = [];
    private TransactionException? _late;
    private bool _isEnlisted;
    private bool _hasEnded;

    public AmbientTransaction(Transaction transaction)
    {
        // Ours to ask at the end, whatever its owner disposes of before.
        _transaction = transaction.Clone();
        Level = transaction.IsolationLevel;
    }

    public IsolationLevel Level { get; }

    /// <summary>Whether it was rolled back because its time was up, which nobody may have been told yet.</summary>
    public bool HasTimedOut
    {
        get
        {
            try
            {
                // The one way to be told why.
                using DependentTransaction _ = _transaction.DependentClone(DependentCloneOption.RollbackIfNotComplete);
                return false;
            }
            catch (TransactionException ended)
            {
                return ended.InnerException is TimeoutException;
            }
        }
    }

    public Xid NextXid() => new(_id, Interlocked.Increment(ref _lastBranch));

    public bool IsOf(Transaction? transaction) => _transaction.Equals(transaction);

    /// <summary>Makes sure that the transaction's end is told to this object.</summary>
    /// <exception cref="TransactionException">The transaction has ended.</exception>
    public void Enlist()
    {
        // No lock that a notification takes: System.Transactions may hold one of its own here.
        lock (_enlisting)
        {
            if (_isEnlisted)
                return;

            _transaction.EnlistVolatile(this, EnlistmentOptions.None);
            _isEnlisted = true;
        }
    }

    /// <summary>The session of a closed connection of that pool, for its next user; null where there is none and a new branch may stand.</summary>
    /// <exception cref="NotSupportedException">There are branches already beside which another one must not stand.</exception>
    public Session? TakeOver(SessionPool pool, ResilientMySqlConnection? owner)
    {
        lock (_lock)
        {
            foreach (Branch branch in _branches)
            {
                if (branch.Session.Pool == pool && branch.TryTake(owner))
                    return branch.Session;
            }

            ThrowIfAlone(pool.Settings.UseXaTransactions);
            return null;
        }
    }

    /// <summary>Another session takes part from here on.</summary>
    /// <exception cref="NotSupportedException">There are branches already beside which another one must not stand.</exception>
    public void Add(Branch branch)
    {
        lock (_lock)
        {
            ThrowIfEnded();
            ThrowIfAlone(branch.IsXa);
            _branches.Add(branch);
        }
    }

    /// <exception cref="TransactionException">The transaction has ended, or is about to.</exception>
    public void ThrowIfEnded()
    {
        if (Volatile.Read(ref _hasEnded))
            throw new TransactionException("The transaction has ended: no connection can join it any more.");
    }

    /// <summary>The branch did not begin, or not in time.</summary>
    public void Remove(Branch branch)
    {
        lock (_lock)
            _branches.Remove(branch);
    }

    /// <summary>Nobody else takes part: whatever is reported is the outcome.</summary>
    public void SinglePhaseCommit(SinglePhaseEnlistment singlePhaseEnlistment)
    {
        ArgumentNullException.ThrowIfNull(singlePhaseEnlistment);
        Completion completion = CommitAll(End());
        switch (completion.Kind)
        {
            case CompletionKind.Committed:
                singlePhaseEnlistment.Committed();
                break;
            case CompletionKind.RolledBack:
                singlePhaseEnlistment.Aborted(completion.Reason);
                break;
            case CompletionKind.InDoubt:
                singlePhaseEnlistment.InDoubt(completion.Reason);
                break;
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>Others take part too; our vote.</summary>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever stands against a promise is a reason to roll back.")]
    public void Prepare(PreparingEnlistment preparingEnlistment)
    {
        ArgumentNullException.ThrowIfNull(preparingEnlistment);
        _preparingThread = Environment.CurrentManagedThreadId;
        Branch[] branches = End();
        try
        {
            foreach (Branch branch in branches)
                branch.Prepare();
        }
        catch (Exception reason)
        {
            preparingEnlistment.ForceRollback(RollBackAll(branches, reason).Reason);
            return;
        }

        // Afterwards is too late to be told last.
        _transaction.TransactionCompleted += ThrowLate;
        preparingEnlistment.Prepared();
    }

    /// <summary>Everybody has promised.</summary>
    public void Commit(Enlistment enlistment)
    {
        ArgumentNullException.ThrowIfNull(enlistment);
        Completion completion = CommitPrepared(_ending);
        enlistment.Done();
        if (completion.Reason is not { } reason)
            return;

        // System.Transactions takes no objection any more, and tells the other participants only if this returns. Whoever
        // commits hears of it at the very end, if he is on this thread.
        BranchLog.Write(_ending, reason);
        if (Environment.CurrentManagedThreadId != _preparingThread)
            return;

        _late = completion.Kind is CompletionKind.InDoubt
            ? new TransactionInDoubtException("The part of this transaction on MySQL is in doubt; the other participants have committed.", reason)
            : new TransactionAbortedException("The part of this transaction on MySQL was not committed; the other participants have committed.", reason);
    }

    /// <summary>The transaction is rolled back: by its scope, by its timeout, by another participant.</summary>
    public void Rollback(Enlistment enlistment)
    {
        ArgumentNullException.ThrowIfNull(enlistment);
        Branch[] branches = End();
        if (RollBackAll(branches, reason: null).Reason is { } left)
            BranchLog.Write(branches, left);

        enlistment.Done();
    }

    /// <summary>Another participant does not know the outcome; what is prepared here waits for somebody who does.</summary>
    public void InDoubt(Enlistment enlistment)
    {
        ArgumentNullException.ThrowIfNull(enlistment);
        foreach (Branch branch in End())
        {
            if (branch.Leave() is { } left)
                BranchLog.Write([branch], left);

            branch.Finish(CompletionKind.InDoubt);
        }

        enlistment.Done();
    }

    private void ThrowLate(object? sender, TransactionEventArgs completed)
    {
        if (_late is not null)
            throw _late;
    }

    private static Completion CommitAll(Branch[] branches)
    {
        if (branches is [Branch only])
        {
            Completion completion = only.CommitAlone();
            if (completion.Kind is CompletionKind.RolledBack)
                only.RollBack();

            only.Finish(completion.Kind);
            return completion;
        }

        try
        {
            foreach (Branch branch in branches)
                branch.Prepare();
        }
        catch (Exception reason)
        {
            return RollBackAll(branches, reason);
        }

        return CommitPrepared(branches);
    }

    /// <summary>All have promised, so that all are committed, whatever becomes of one of them.</summary>
    private static Completion CommitPrepared(Branch[] branches)
    {
        Completion whole = Completion.Committed;
        foreach (Branch branch in branches)
        {
            Completion part = branch.CommitPrepared();
            if (part.Kind is CompletionKind.RolledBack)
                branch.RollBack();

            branch.Finish(part.Kind);
            if (whole.Kind is CompletionKind.Committed)
                whole = part;
        }

        return whole;
    }

    private static Completion RollBackAll(Branch[] branches, Exception? reason)
    {
        foreach (Branch branch in branches)
        {
            reason = branch.RollBack() ?? reason;
            branch.Finish(CompletionKind.RolledBack);
        }

        return new(CompletionKind.RolledBack, reason);
    }

    /// <summary>Nobody joins any more.</summary>
    private Branch[] End()
    {
        lock (_lock)
        {
            Volatile.Write(ref _hasEnded, true);
            foreach (Branch branch in _branches)
                branch.StartEnding();

            AmbientTransactions.Forget(_transaction);
            return _ending = [.. _branches];
        }
    }

    private void ThrowIfAlone(bool useXa)
    {
        if (_branches.Count == 0 || (useXa && _branches.TrueForAll(static branch => branch.IsXa)))
            return;

        throw new NotSupportedException(useXa
            ? "A transaction that has begun without XA on another connection takes no XA branch (Use XA Transactions)."
            : "With Use XA Transactions=false a transaction takes one connection at a time, and connections of the same connection string only.");
    }
}
