using System.Data.Common;
using System.Diagnostics;
using ResilientMySql.FaultMatrix.Expectations;
using ResilientMySql.FaultMatrix.Faults;
using ResilientMySql.FaultMatrix.Operations;
using ResilientMySql.Testing;

namespace ResilientMySql.FaultMatrix.Lanes;

/// <summary>One operation that meets one fault: with a pool, a proxy and a row of its own, so that all cells of a fault run at once.</summary>
internal sealed class Cell : IAsyncDisposable
{
    private readonly MatrixFault _fault;
    private Task<CellOutcome>? _call;
    private int _rehydrations;

    public Cell(Lane lane, MatrixFault fault, Operation operation, CallMode mode, WireMode wire)
    {
        _fault = fault;
        Operation = operation;
        Mode = mode;
        Wire = wire;
        if (fault.NeedsProxy || (fault is RunningFault running && running.HaltOf(operation) is Halt.OnItsWay))
            Proxy = FaultProxy.Start(lane.Server.Port);
        DataSource = new ResilientMySqlDataSource(lane.ConnectionString(Proxy?.Port ?? lane.Server.Port, fault.Timeouts, wire), loggerFactory: null, new CallersOwnTime());
        DataSource.Rehydrated += (_, _) => Interlocked.Increment(ref _rehydrations);
        Connection = DataSource.CreateConnection();
        Queries = new MatrixQueries(DataSource);
    }

    public Operation Operation { get; }

    public CallMode Mode { get; }

    /// <summary>Whether its generated statements go past the driver. Nothing that is expected of it depends on that.</summary>
    public WireMode Wire { get; }

    /// <summary>How many executions had gone past the driver when the fault came.</summary>
    public long ExecutionsOnWire { get; private set; }

    /// <summary>Marks its row.</summary>
    public string Tag { get; } = Guid.NewGuid().ToString("N");

    /// <summary>What its statement carries along.</summary>
    public string Note => _fault.Note;

    /// <summary>Whether the fault strikes in the answer to a query, so that the query belongs to the call.</summary>
    public bool StrikesInAnswer => _fault.StrikesInAnswer;

    /// <summary>Null where there is none.</summary>
    public FaultProxy? Proxy { get; }

    public ResilientMySqlDataSource DataSource { get; }

    public MatrixQueries Queries { get; }

    public ResilientMySqlConnection Connection { get; }

    /// <summary>The fault that waits for its request; null where it is not of that kind.</summary>
    public Injection? Injection { get; set; }

    /// <summary>A second connection, for operations that open one.</summary>
    public ResilientMySqlConnection? Second { get; set; }

    public DbTransaction? Transaction { get; set; }

    public DbCommand? Command { get; set; }

    public DbDataReader? Reader { get; set; }

    /// <summary>How the call ended; to be asked when it has.</summary>
    public CellOutcome Outcome { get; private set; }

    public bool HasEnded => _call is { IsCompleted: true };

    public bool HasSucceeded => Outcome.IsSuccess;

    /// <summary>Brings about what the operation needs.</summary>
    public Task ArmAsync() => Task.Run(async () =>
    {
        await Operation.ArmAsync(this);
        if (Operation.IsGenerated)
            await CountExecutionsAsync();
    });

    /// <summary>Starts the call that is to meet the fault.</summary>
    public void Start()
    {
        Debug.Assert(_call is null, "A cell makes one call.");
        Interlocked.Exchange(ref _rehydrations, 0);
        _call = Task.Run(async () =>
        {
            Exception? failure = await Record.ExceptionAsync(() => Operation.RunAsync(this));
            return CellOutcome.Of(failure, Volatile.Read(ref _rehydrations));
        });
    }

    /// <summary>Waits for the call to end; false where it hangs.</summary>
    public async Task<bool> EndAsync(TimeSpan patience)
    {
        bool hasEnded = await Task.WhenAny(_call!, Task.Delay(patience)) == _call;
        Outcome = hasEnded ? await _call! : CellOutcome.Hangs;
        return hasEnded;
    }

    /// <summary>Goes on after the fault, as the operation's user would. Whoever cannot is wedged.</summary>
    public Task<Exception?> GoOnAsync() => Task.Run(() => Record.ExceptionAsync(async () =>
    {
        // The pool's rounds would find out that the server lets sessions in again; they do not take place here.
        DataSource.Pool.Circuit.Reset();
        await Operation.FinishAsync(this);
        if (Second is not null)
            await Mode.CloseAsync(Second);
        if (Connection.State is System.Data.ConnectionState.Closed)
            await Mode.OpenAsync(Connection);
        Assert.Equal(1L, await Mode.ScalarAsync(Connection, $"SELECT COUNT(*) FROM entry WHERE tag = '{MatrixSchema.Seed}'"));
        await Mode.CloseAsync(Connection);
    }));

    public async ValueTask DisposeAsync()
    {
        // A call that hangs still uses what would be disposed of.
        if (_call is null or { IsCompleted: true })
        {
            await Connection.DisposeAsync();
            await DataSource.DisposeAsync();
        }

        if (Proxy is not null)
            await Proxy.DisposeAsync();
    }

    /// <summary>On the cell's only session, whether its connection has it or its pool.</summary>
    private async Task CountExecutionsAsync()
    {
        bool isPooled = Operation.Reach is Reach.Pool;
        if (isPooled)
            await Mode.OpenAsync(Connection);
        ExecutionsOnWire = Connection.LiveSession!.Wire.Counts.Past;
        if (isPooled)
            await Mode.CloseAsync(Connection);
    }
}
