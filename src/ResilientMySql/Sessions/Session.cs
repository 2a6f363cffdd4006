using System.Data;
using MySqlConnector;
using ResilientMySql.Driver;
using ResilientMySql.Failures;
using ResilientMySql.Gate;
using ResilientMySql.Io;
using ResilientMySql.Statements;

namespace ResilientMySql.Sessions;

/// <summary>
/// One physical connection and everything that makes it itself. It outlives the connection: rehydration puts a new one in.
/// </summary>
/// <remarks>Used by one lease at a time, and inside it by one call at a time.</remarks>
internal sealed class Session
{
    private LivenessProbe _probe;
    private bool _isFinished;

    public Session(SessionPool pool, MySqlConnection driver, IoMode mode)
    {
        Pool = pool;
        Adopt(driver, mode);
    }

    public SessionPool Pool { get; }

    /// <summary>The driver's connection; replaced by <see cref="Adopt"/>.</summary>
    public MySqlConnection Driver { get; private set; } = null!;

    /// <summary>How the socket was opened.</summary>
    public IoMode Mode { get; private set; }

    /// <summary>The server's connection id; of the last connection after it was lost.</summary>
    public int ServerThread { get; private set; }

    public string ServerVersion { get; private set; } = "";

    public SessionGate Gate { get; } = new();

    public TransactionGuard Transaction { get; } = new();

    public SessionLedger Ledger { get; } = new();

    /// <summary>Prepared commands of generated queries.</summary>
    public PreparedQueries Queries { get; } = new();

    /// <summary>Whose lease it is, where a connection object has it.</summary>
    public ResilientMySqlConnection? Owner { get; set; }

    /// <summary>Whether the lease before this one may have left its LAST_INSERT_ID() and the like behind.</summary>
    public bool HasForeignOneShotState { get; set; }

    /// <summary>Whether the physical connection is known to be over.</summary>
    public bool IsFinished => _isFinished;

    /// <summary>Whether a statement can be sent. Costs no round trip.</summary>
    public bool IsAlive => !_isFinished && Driver.State is ConnectionState.Open && !_probe.SeesDeath();

    /// <summary>What there is to lose.</summary>
    public Situation Situation => this switch
    {
        { Transaction.IsTorn: true } => Situation.TransactionTorn,
        { Transaction.IsOpen: true } => Situation.InTransaction,
        { Ledger.IsPinned: true } => Situation.Pinned,
        _ => Situation.Plain,
    };

    /// <summary>Whether the next lease can have it as it is.</summary>
    public bool IsReusable => !_isFinished && Driver.State is ConnectionState.Open && Ledger.IsClean
        && Transaction.State is TransactionState.None && Gate.State is GateState.Idle;

    /// <summary>Takes down what a statement that has run did to the session.</summary>
    public void NoteCompleted(StatementEffects effects, string text)
    {
        if (effects.Kind is StatementKind.Read && Transaction.State is TransactionState.None)
            return;

        HasForeignOneShotState &= effects.Kind is not StatementKind.Write;
        Transaction.Move(TransactionEvents.Of(effects.Kind));
        Ledger.Note(effects.Kind, text);
    }

    /// <summary>Takes down that a statement was sent, which opens a transaction where autocommit is off.</summary>
    public void NoteSent() => Transaction.Move(TransactionEvent.StatementRan);

    /// <summary>Takes down what a statement may have done that the server answered with an error.</summary>
    public void NoteFailed(StatementEffects effects, string text)
    {
        if (effects.Pins)
            Ledger.Note(effects.Kind, text);
    }

    /// <summary>The connection is dead, or must not be used again.</summary>
    public void MarkLost()
    {
        _isFinished = true;
        Transaction.Move(TransactionEvent.SessionLost);
    }

    /// <summary>Ends the physical connection; quiet when it is dead already.</summary>
    public async ValueTask CloseDriverAsync<TIo>()
        where TIo : struct, IDriverIo
    {
        _isFinished = true;
        Queries.Clear();
        try
        {
            await TIo.CloseAsync(Driver).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is MySqlException or IOException or System.Net.Sockets.SocketException)
        {
            // A dead link has nothing left to say goodbye to.
        }
    }

    /// <summary>Goes on with a new physical connection, which is open and has had the ledger replayed.</summary>
    public void Adopt(MySqlConnection driver, IoMode mode)
    {
        Driver = driver;
        Mode = mode;
        ServerThread = driver.ServerThread;
        ServerVersion = driver.ServerVersion;
        _probe = new LivenessProbe(SessionSocket.TryGet(driver));
        if (!_probe.IsAvailable)
            Pool.ReportSocketOutOfReach();

        HasForeignOneShotState = false;
        _isFinished = false;
    }
}
