using MySqlConnector;
using ResilientMySql.Benchmarks.Contenders;
using ResilientMySql.Benchmarks.Servers;
using ResilientMySql.Driver;
using ResilientMySql.Io;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql.Benchmarks.Lease;

/// <summary>The operations, on connections of their own that are there already.</summary>
internal sealed class LeaseOperations : IDisposable
{
    private readonly MySqlConnection _pinged;
    private readonly LivenessProbe _probe;
    private readonly ServerDialects _dialect;
    private readonly ResilientMySqlDataSource _dataSource;
    private readonly ResilientMySqlDataSource _asyncDataSource;
    private readonly ResilientMySqlConnection _connection;
    private readonly ResilientMySqlConnection _asyncConnection;
    private readonly MySqlDataSource _driverPool;
    private readonly MySqlDataSource _driverPoolUnreset;
    private readonly MySqlConnection _driverConnection;
    private readonly MySqlConnection _driverConnectionUnreset;

    public LeaseOperations(BenchmarkServer server)
    {
        _pinged = new MySqlConnection(server.ConnectionString + ";Pooling=False");
        _pinged.Open();
        _probe = new LivenessProbe(SessionSocket.TryGet(_pinged) ?? throw new InvalidOperationException("The socket is out of reach: the probe would cost nothing."));
        _dialect = ServerVersions.DialectOf(_pinged.ServerVersion);
        _dataSource = new ResilientMySqlDataSource(server.ConnectionString);
        _connection = _dataSource.CreateConnection();
        _asyncDataSource = new ResilientMySqlDataSource(server.ConnectionString);
        _asyncConnection = _asyncDataSource.CreateConnection();
        _driverPool = new MySqlDataSource(server.ConnectionString);
        _driverConnection = _driverPool.CreateConnection();
        _driverPoolUnreset = new MySqlDataSource(server.ConnectionString + ";Connection Reset=False");
        _driverConnectionUnreset = _driverPoolUnreset.CreateConnection();
    }

    public static IReadOnlyList<LeaseOperation> All { get; } = Enum.GetValues<LeaseOperation>();

    public static string NameOf(LeaseOperation operation) => operation switch
    {
        LeaseOperation.DriverPing => "`MySqlConnection.Ping`",
        LeaseOperation.Probe => "a look at the socket, before each call",
        LeaseOperation.Classification => "a look-up of what a known text does",
        LeaseOperation.Connection => "`ResilientMySqlConnection`, `Open` and `Close`",
        LeaseOperation.AsyncConnection => "`ResilientMySqlConnection`, `OpenAsync` and `CloseAsync`",
        LeaseOperation.Pool => "the same inside: lease and return",
        LeaseOperation.DriverPoolUnreset => "`MySqlConnection`, `Open` and `Close`, `Connection Reset=False`",
        LeaseOperation.DriverPool => "`MySqlConnection`, `Open` and `Close`",
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };

    public void Run(LeaseOperation operation)
    {
        switch (operation)
        {
            case LeaseOperation.DriverPing:
                _pinged.Ping();
                break;
            case LeaseOperation.Probe:
                if (_probe.SeesDeath())
                    throw new InvalidOperationException("The session is alive, and the probe says that it is not.");

                break;
            case LeaseOperation.Classification:
                StatementCache.Classify(CityQueries.Sql, _dialect);
                break;
            case LeaseOperation.Connection:
                _connection.Open();
                _connection.Close();
                break;
            case LeaseOperation.AsyncConnection:
                AtOnce(_asyncConnection.OpenAsync());
                AtOnce(_asyncConnection.CloseAsync());
                break;
            case LeaseOperation.Pool:
                Session session = Rent();
                AtOnce(_dataSource.Pool.ReturnAsync<SyncIo>(session).AsTask());
                break;
            case LeaseOperation.DriverPoolUnreset:
                _driverConnectionUnreset.Open();
                _driverConnectionUnreset.Close();
                break;
            case LeaseOperation.DriverPool:
                _driverConnection.Open();
                _driverConnection.Close();
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(operation));
        }
    }

    /// <summary>Opens the sessions that the operations take and give back.</summary>
    public async Task OpenSessionsAsync()
    {
        await _asyncConnection.OpenAsync();
        await _asyncConnection.CloseAsync();
    }

    public void Dispose()
    {
        _pinged.Dispose();
        _connection.Dispose();
        _asyncConnection.Dispose();
        _driverConnection.Dispose();
        _driverConnectionUnreset.Dispose();
        _dataSource.Dispose();
        _asyncDataSource.Dispose();
        _driverPool.Dispose();
        _driverPoolUnreset.Dispose();
    }

    private Session Rent()
    {
        ValueTask<Session> rented = _dataSource.Pool.RentAsync<SyncIo>(
            owner: null, _dataSource.Pool.Time.GetTimestamp(), OpenPatience.Always, CancellationToken.None);
        return rented.IsCompleted ? rented.Result : throw NotAtOnce();
    }

    /// <summary>An operation that waits for nothing is over when it returns, and has allocated on this thread alone.</summary>
    private static void AtOnce(Task task)
    {
        if (!task.IsCompleted)
            throw NotAtOnce();

        task.GetAwaiter().GetResult();
    }

    private static InvalidOperationException NotAtOnce() => new("To lease a clean session took waiting for something.");
}
