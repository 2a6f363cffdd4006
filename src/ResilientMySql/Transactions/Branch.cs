using System.Transactions;
using ResilientMySql.Gate;
using ResilientMySql.Io;
using ResilientMySql.Pipeline;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql.Transactions;

/// <summary>
/// The part that a session has in a System.Transactions transaction. Keeps the session from its pool until the transaction has
/// ended, also where the connection that opened it is closed before.
/// </summary>
/// <remarks>
/// The transaction may be ended by any thread at any time (a timeout comes from a timer), while a statement runs on the session,
/// or a connection is closed or opened.
/// </remarks>
internal abstract class Branch(AmbientTransaction ambient, Session session)
{
    private readonly Lock _lock = new();
    private volatile BranchPhase _phase;
    private bool _isCutOff;
    private bool _isParked;
    private bool _hasTold;
    private bool _isSettled;

    public Session Session => session;

    public AmbientTransaction Ambient => ambient;

    /// <summary>Whether the transaction has ended; then the branch is of no more concern, but for its own scope.</summary>
    public bool IsOver => _phase is BranchPhase.Committed or BranchPhase.GivenUp;

    /// <summary>Whether other branches may stand beside it.</summary>
    public abstract bool IsXa { get; }

    /// <summary>Begins the transaction on the session.</summary>
    public abstract ValueTask BeginAsync<TIo>(CancellationToken cancellationToken)
        where TIo : struct, IDriverIo;

    /// <summary>Promises that a commit will succeed; throws where that cannot be promised.</summary>
    public abstract void Prepare();

    /// <summary>Commits what was prepared.</summary>
    public abstract Completion CommitPrepared();

    /// <summary>Commits the only branch, which is not prepared.</summary>
    public abstract Completion CommitAlone();

    /// <summary>Rolls back; never throws. What is left behind all the same, or null.</summary>
    public abstract ResilientMySqlException? RollBack();

    /// <summary>The others' outcome is unknown: what is prepared stays. What is left behind, or null.</summary>
    public abstract ResilientMySqlException? Leave();

    /// <summary>Its connection is closed: the session waits here for another one, or for the end. False where the end has come.</summary>
    public bool TryPark()
    {
        lock (_lock)
        {
            if (IsOver)
                return false;

            _isParked = true;
            session.PassTo(owner: null);
        }

        // As everywhere, a call does not outlive its connection.
        if (session.Gate.State is GateState.Calling)
            session.Watch.Abandon();

        return true;
    }

    /// <summary>Gives the session, if it waits here, to a connection or a generated query.</summary>
    public bool TryTake(ResilientMySqlConnection? owner)
    {
        lock (_lock)
        {
            if (!_isParked || _phase is not BranchPhase.Open)
                return false;

            _isParked = false;
            session.PassTo(owner);
            return true;
        }
    }

    /// <summary>From here on nobody takes the session over.</summary>
    public void StartEnding()
    {
        lock (_lock)
            _phase = BranchPhase.Ending;
    }

    /// <summary>The transaction has ended: the session is a plain one again, and goes back to its pool if nobody has it.</summary>
    public void Finish(CompletionKind outcome)
    {
        bool isParked;
        lock (_lock)
        {
            // A call that is still under way was cut off, and notes what it has lost when it ends.
            if (session.Gate.State is not GateState.Calling)
                Settle();

            // What the server makes of it nobody knows: it may even be open still.
            if (outcome is CompletionKind.InDoubt)
                session.Traces.Retire();

            _phase = outcome is CompletionKind.Committed ? BranchPhase.Committed : BranchPhase.GivenUp;
            isParked = _isParked;
        }

        if (isParked)
            session.Pool.ReturnAsync<SyncIo>(session).Unwrap();
    }

    /// <summary>The connection is used: after the transaction its session is a plain one, whatever was lost with it.</summary>
    /// <exception cref="TransactionAbortedException">The transaction has ended without a commit, and its scope has not.</exception>
    public void Pass()
    {
        ThrowIfStillAmbient();
        if (IsOver && session.Gate.State is not GateState.Calling)
            Part();
    }

    /// <summary>The same inside the gate, where the transaction may be ended only by cutting the call off.</summary>
    /// <exception cref="TransactionAbortedException">The transaction has ended without a commit, and its scope has not.</exception>
    /// <exception cref="InvalidOperationException">The transaction is being ended.</exception>
    public void Admit()
    {
        ThrowIfStillAmbient();
        if (_phase is BranchPhase.Open)
            return;

        bool isCutOff;
        lock (_lock)
            isCutOff = _isCutOff;

        if (!IsOver && !isCutOff)
            throw new InvalidOperationException("The transaction that this connection takes part in is being committed or rolled back.");

        Part();
    }

    /// <summary>
    /// Cuts the session off: whatever runs on it ends, and the server rolls back what is not prepared. The last that the branch
    /// does with it.
    /// </summary>
    protected void CutOff()
    {
        // As one: whoever ran on it may go on as soon as he is cut off.
        lock (_lock)
        {
            session.Watch.Abandon();
            if (session.Gate.State is GateState.Idle)
                session.MarkLost();

            _isCutOff = true;
        }
    }

    protected ValueTask<bool> RunAsync<TIo>(string text, StatementKind kind, CancellationToken cancellationToken, Func<string>? write = null)
        where TIo : struct, IDriverIo =>
        CallPipeline.RunAsync<TIo, BranchCall, bool>(session, new(text, kind, session.Pool.Settings.CommandTimeout, write), cancellationToken);

    protected void Run(string text, StatementKind kind) => RunAsync<SyncIo>(text, kind, CancellationToken.None).Unwrap();

    /// <summary>The session has nothing to do with the transaction any more.</summary>
    private void Part()
    {
        lock (_lock)
            Settle();

        session.Branch = null;
    }

    /// <summary>Once: what the session's user begins afterwards is his.</summary>
    private void Settle()
    {
        if (!_isSettled)
            session.Transaction.Move(TransactionEvent.ObjectEnded);

        _isSettled = true;
    }

    /// <summary>
    /// The rest of a transaction that was rolled back early, by its timeout or another thread, must not commit by itself. Where it
    /// is not ambient (EnlistTransaction, a scope that does not flow), its user is told of a timeout once.
    /// </summary>
    private void ThrowIfStillAmbient()
    {
        bool isAmbient = _phase is BranchPhase.GivenUp or BranchPhase.Ending && ambient.IsOf(Transaction.Current);
        if (!isAmbient && (_hasTold || _phase is not BranchPhase.GivenUp || !ambient.HasTimedOut))
            return;

        _hasTold = true;
        throw new TransactionAbortedException("The transaction that this connection takes part in has ended, or is about to, without a commit: it timed out, or was rolled back elsewhere. Nothing more runs in it.");
    }
}
