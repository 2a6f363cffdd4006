using System.Data;
using System.Diagnostics.CodeAnalysis;
using System.Net.Sockets;
using MySqlConnector;
using ResilientMySql.Deadlines;
using ResilientMySql.Driver;
using ResilientMySql.Failures;
using ResilientMySql.Gate;
using ResilientMySql.Io;
using ResilientMySql.Statements;
using ResilientMySql.Transactions;

namespace ResilientMySql.Sessions;

/// <summary>
/// One physical connection and everything that makes it itself. It outlives the connection: rehydration puts a new one in.
/// </summary>
/// <remarks>Used by one lease at a time, and inside it by one call at a time.</remarks>
internal sealed class Session
{
    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(1);

    private LivenessProbe _probe;

    /// <summary>A session to be opened.</summary>
    /// <param name="pool">The pool that it belongs to.</param>
    /// <param name="generation">How often that pool has been cleared.</param>
    public Session(SessionPool pool, int generation)
    {
        Pool = pool;
        Generation = generation;
        Place = new SessionPlace(this);
        Wire = new SessionWire(this);
        Notes = new StatementNotes(this);
        Statements = new PreparedStatements(pool.Settings.MaxPreparedStatements, pool.Settings.AutoPrepareMinUsages);
    }

    public SessionPool Pool { get; }

    /// <summary>How often its pool had been cleared when it was made.</summary>
    public int Generation { get; }

    /// <summary>The driver's connection; replaced by <see cref="Adopt"/>.</summary>
    public MySqlConnection Driver { get; private set; } = null!;

    /// <summary>How the socket was used: synchronously only, or asynchronously at least once.</summary>
    public IoMode Mode { get; private set; }

    /// <summary>The server's connection id; of the last connection after it was lost.</summary>
    public int ServerThread { get; private set; }

    public string ServerVersion { get; private set; } = "";

    /// <summary>The server that the current lease was given its session on; null where nothing is owed to anybody yet.</summary>
    public ServerIdentity? Server { get; set; }

    /// <summary>Which functions the server has built in.</summary>
    public ServerDialects Dialect { get; private set; } = ServerDialects.Any;

    public SessionGate Gate { get; } = new();

    /// <summary>Ends calls whose time is up.</summary>
    public CallWatch Watch { get; } = new();

    public TransactionGuard Transaction { get; } = new();

    public SessionLedger Ledger { get; } = new();

    /// <summary>What is kept prepared on the physical connection, from lease to lease.</summary>
    public PreparedStatements Statements { get; }

    /// <summary>Whose it is.</summary>
    public SessionLease Lease { get; } = new();

    /// <inheritdoc cref="SessionLease.Owner"/>
    public ResilientMySqlConnection? Owner => Lease.Owner;

    /// <summary>What its pool keeps with it.</summary>
    public SessionPlace Place { get; }

    /// <summary>Its part in a System.Transactions transaction, or null.</summary>
    public Branch? Branch { get; set; }

    /// <summary>What it remembers of its last statements, and whose they were.</summary>
    public OneShotMemory Memory { get; } = new();

    /// <summary>The driver's transaction that is open on it, which its commands must be told.</summary>
    public MySqlTransaction? DriverTransaction => Transaction.State is TransactionState.Object && Branch is null ? Owner?.Transaction?.Inner : null;

    /// <summary>What else its lease has left on it.</summary>
    public LeaseTraces Traces { get; } = new();

    /// <summary>Its way past the driver, for generated queries.</summary>
    public SessionWire Wire { get; }

    /// <summary>Takes down what its statements did to it.</summary>
    public StatementNotes Notes { get; }

    /// <summary>Whether the physical connection is known to be over.</summary>
    public bool IsFinished { get; private set; }

    /// <summary>Whether a statement can be sent, as far as is to be looked before each one. Costs no round trip.</summary>
    public bool IsAlive => IsUsable && !(Pool.Settings.Pool.Probe is ProbeMode.BeforeCall && _probe.SeesDeath());

    /// <summary>Whether the link is up, whatever is to be looked at.</summary>
    public bool IsUp => IsUsable && !_probe.SeesDeath();

    /// <summary>Whether it is not known to be dead, without a look at the link.</summary>
    public bool IsUsable => !IsFinished && !Watch.IsAbandoned && Driver.State is ConnectionState.Open;

    /// <summary>What the driver thinks of the link, unless we have taken it away.</summary>
    public ConnectionState LinkState => Watch.IsAbandoned ? ConnectionState.Broken : Driver.State;

    /// <summary>What there is to lose.</summary>
    public Situation Situation => this switch
    {
        { Transaction.IsTorn: true } => Situation.TransactionTorn,
        { Transaction.IsOpen: true } => Situation.InTransaction,
        { Ledger.IsPinned: true } => Situation.Pinned,
        _ => Situation.Plain,
    };

    /// <summary>
    /// Whether it is to be told what fails behind the rows of a statement that its user has read: it may be a write, or the end of
    /// the transaction. The driver says nothing when it closes a reader.
    /// </summary>
    public bool MindsTheRestOf(StatementEffects effects) => effects.Kind is not StatementKind.Read || Situation is Situation.InTransaction;

    /// <summary>
    /// How long a call whose time is up may still go on while the server is asked to stop it: where a transaction or other state
    /// goes with the session, as long as the driver would wait for it.
    /// </summary>
    public TimeSpan Grace => Situation is Situation.Plain ? TimeSpan.Zero : Pool.Settings.CancellationGrace;

    /// <summary>Whether it is in order, and nothing is under way: the next lease can have it, once its state is as it should be.</summary>
    public bool IsIntact => IsUsable && !Traces.AreIndelible && Gate.State is GateState.Idle && SessionReadiness.IsReady(Driver);

    /// <summary>Whether its state is what it was when it was opened.</summary>
    public bool IsUnchanged => Traces.AreNone && Transaction.IsAtRest && HasDefaultSettings;

    /// <summary>Whether nothing was set but, perhaps, the isolation level that sessions of this server start with.</summary>
    public bool HasDefaultSettings => Ledger.IsClean || (!InheritsDefaults && Ledger.IsOnly(Server?.Defaults.IsolationStatement));

    /// <summary>Whether it was given the defaults of another server, on which its lease began, or of the same with other settings.</summary>
    public bool InheritsDefaults { get; set; }

    /// <summary>A lease starts.</summary>
    public void BeginLease(ResilientMySqlConnection? owner) => Lease.Begin(owner, Driver);

    /// <summary>The lease goes on with another user, or waits for one.</summary>
    public void PassTo(ResilientMySqlConnection? owner) => Lease.PassTo(owner, Driver);

    /// <summary>The lease ends; false where it had ended before. A call that is still under way is cut off.</summary>
    public bool TryEndLease() => TryEndLease(Lease.Number);

    /// <summary>The same for one lease, and no later one.</summary>
    public bool TryEndLease(long lease)
    {
        if (!Lease.TryEnd(lease))
            return false;

        if (Gate.Move(GateEvent.LeaseEnds) is GateState.Calling)
            Watch.Abandon();
        else if (HasDefaultSettings)
            Ledger.Clear();

        Lease.PassTo(null, Driver);
        Lease.OpenedAt = null;
        Place.Uses++;
        Memory.EndLease();
        Statements.EndLease();
        return true;
    }

    /// <summary>It was opened ahead of need: the lease that it was opened in does not count as a use.</summary>
    public void EndUnusedLease(long now)
    {
        TryEndLease();
        Place.Uses = 0;
        Place.IdleSince = Place.RestedSince = now;
    }

    /// <summary>
    /// Whether its connection was dropped without being closed: nobody can end the lease any more. Not with a reader open inside a
    /// TransactionScope, which keeps the session until it ends: whoever got it there could not use it.
    /// </summary>
    public bool IsLeaked => Lease.IsOrphaned
        && (Gate.State is GateState.Idle || (Gate.State is GateState.Reading && Branch is not { IsOver: false }));

    /// <summary>An asynchronous call uses the socket, which is slow for synchronous ones from then on.</summary>
    public void NoteUsedAsynchronously() => Mode = IoMode.Async;

    /// <summary>The server has given up all of its state, and the driver all that it knew of it.</summary>
    public void NoteReset(ServerIdentity server)
    {
        Server = server;
        InheritsDefaults = false;
        Ledger.Clear();
        Memory.NoteReset();
        Traces.Clear();
        Transaction.Move(TransactionEvent.ObjectEnded);
        Transaction.Start(server.Defaults.AutocommitIsOff);
    }

    /// <summary>
    /// Its user gives up the transaction and all state but the schema, and with them what was owed to him: a new physical
    /// connection is to follow, to whatever server there is.
    /// </summary>
    public void GiveUpState()
    {
        Server = null;
        Transaction.Move(TransactionEvent.ObjectEnded);
        Ledger.Reset();
        Memory.Forget();
    }

    /// <summary>Nobody has it: a new physical connection is to follow, with nothing of this one.</summary>
    public void StartAnew()
    {
        GiveUpState();
        Ledger.Clear();
    }

    /// <summary>The connection is dead, or must not be used again.</summary>
    public void MarkLost()
    {
        IsFinished = true;
        Transaction.Move(TransactionEvent.SessionLost);
    }

    /// <summary>Ends the physical connection; quiet when it is dead already, and never long.</summary>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever the driver has against it, nobody uses the connection any more.")]
    public async ValueTask CloseDriverAsync<TIo>()
        where TIo : struct, IDriverIo
    {
        // The driver would read an open result set to its end, and roll back, before it closes.
        if (IsFinished || Gate.State is GateState.Reading or GateState.Retired)
            Watch.Abandon();

        IsFinished = true;
        Statements.Clear();
        Watch.Start(LongestGoodbye);
        try
        {
            await TIo.CloseAsync(Driver).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // A dead link has nothing left to say goodbye to; and where a call on another thread is cut off, the driver stumbles over
            // what that call leaves behind.
        }
        finally
        {
            Watch.Stop();
        }
    }

    /// <summary>Goes on with a new physical connection, which is open and has had the ledger replayed.</summary>
    public void Adopt(MySqlConnection driver, IoMode mode)
    {
        Driver = driver;
        Mode = mode;
        ServerThread = driver.ServerThread;
        ServerVersion = driver.ServerVersion;
        Dialect = ServerVersions.DialectOf(ServerVersion);
        Socket? socket = SessionSocket.TryGet(driver);
        Watch.Attach(socket);
        _probe = new LivenessProbe(socket);
        Wire.Attach();
        if (!_probe.IsAvailable)
            Pool.Reports.SocketOutOfReach();

        Owner?.Listen(driver);
        Memory.NoteNewConnection();
        Place.Start(Pool.Time.GetTimestamp(), Random.Shared.NextDouble());
        Traces.Clear();
        IsFinished = false;
    }
}
