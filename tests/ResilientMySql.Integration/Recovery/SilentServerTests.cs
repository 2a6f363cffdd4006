using System.Data.Common;
using System.Diagnostics;
using MySqlConnector;
using ResilientMySql.Integration.Faults;
using ResilientMySql.TestServers;
using Xunit.Abstractions;

namespace ResilientMySql.Integration.Recovery;

/// <summary>
/// A server that has stopped answering, with its sockets open, cannot be told from a slow one: only deadlines and tokens end
/// calls. All of them do, whatever the driver does with that call.
/// </summary>
[Collection(nameof(Timed))]
public sealed class SilentServerTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(1);
    private const string ManyRows = "SELECT REPEAT('x', 1000) FROM city a, city b";

    // The promise is a quarter of a second, which an idle machine keeps (the test's output says what it was); the rest is for a
    // busy one.
    private static readonly TimeSpan Allowance = TimeSpan.FromSeconds(1.25);

    // What the server gets to stop a statement that was cancelled, or whose time is up in a transaction, before its session is
    // given up.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    public static TheoryData<ServerEngine, CallMode, Silence> Cases
    {
        get
        {
            var cells = new TheoryData<ServerEngine, CallMode, Silence>();
            foreach (ServerEngine engine in Enum.GetValues<ServerEngine>())
            {
                foreach (CallMode mode in Enum.GetValues<CallMode>())
                {
                    foreach (Silence silence in Enum.GetValues<Silence>())
                        cells.Add(engine, mode, silence);
                }
            }

            return cells;
        }
    }

    /// <summary>Each prepares on a healthy server and returns the call that is to meet the silent one.</summary>
    private static Dictionary<string, Func<CallMode, ResilientMySqlConnection, Task<Func<Task>>>> CallsByName { get; } = new()
    {
        ["scalar"] = (mode, connection) => Ready(() => mode.ScalarAsync(connection, "SELECT 1")),
        ["insert"] = (mode, connection) => Ready(() => mode.ExecuteAsync(connection, "INSERT INTO city (city, country_id) VALUES ('Atlantis', 102)")),
        ["reader"] = (mode, connection) => Ready(async () => await mode.ReaderAsync(Command(connection, "SELECT * FROM city"))),
        ["mid-read"] = async (mode, connection) =>
        {
            DbDataReader reader = await mode.ReaderAsync(Command(connection, ManyRows));
            await mode.ReadAsync(reader);
            return async () =>
            {
                while (await mode.ReadAsync(reader))
                {
                }
            };
        },
        ["prepare"] = (mode, connection) => Ready(() => mode.PrepareAsync(Command(connection, "SELECT 2"))),
        ["begin"] = (mode, connection) => Ready(() => mode.BeginAsync(connection)),
        ["commit"] = async (mode, connection) =>
        {
            DbTransaction transaction = await mode.BeginAsync(connection);
            return () => mode.CommitAsync(transaction);
        },
        ["change database"] = (mode, connection) => Ready(() => mode.ChangeDatabaseAsync(connection, "information_schema")),
        ["ping"] = (mode, connection) => Ready(async () => Assert.False(await mode.PingAsync(connection))),
        ["reset"] = (_, connection) => Ready(async () => await connection.ResetConnectionAsync()),
    };

    [SkippableTheory]
    [MemberData(nameof(Cases))]
    public async Task SilentServer_EveryCallEndsAtItsDeadline(ServerEngine engine, CallMode mode, Silence silence)
    {
        await using SilentServer silent = await SilentServer.StartAsync(engine, silence);
        await using var dataSource = new ResilientMySqlDataSource(silent.ConnectionString + ";Default Command Timeout=1");
        silent.PrepareMidRead(ManyRows);
        var ready = new List<(string Call, ResilientMySqlConnection Connection, Func<Task> Run)>();
        foreach ((string call, var prepare) in CallsByName.Where(call => call.Key != "reset" || mode is CallMode.Async))
        {
            ResilientMySqlConnection connection = dataSource.CreateConnection();
            await mode.OpenAsync(connection);
            ready.Add((call, connection, await prepare(mode, connection)));
        }

        silent.FallSilent();
        await Task.WhenAll(ready.Select(one => Task.Run(() => AssertEndsAsync(mode, one.Call, one.Connection, one.Run))));
        silent.Speak();

        // When it speaks again it may still run what it had received; never more often than once.
        await using ResilientMySqlConnection next = dataSource.CreateConnection();
        await mode.OpenAsync(next);
        Assert.InRange((long)(await mode.ScalarAsync(next, "SELECT COUNT(*) FROM city"))!, 600, 601);
    }

    [SkippableTheory]
    [InlineData(ServerEngine.MariaDb, Silence.Frozen)]
    [InlineData(ServerEngine.MySql, Silence.Frozen)]
    [InlineData(ServerEngine.MariaDb, Silence.BlackHole)]
    [InlineData(ServerEngine.MySql, Silence.BlackHole)]
    public async Task SilentServer_CancelledCallEndsAndItsCancellerIsNotBlocked(ServerEngine engine, Silence silence)
    {
        await using SilentServer silent = await SilentServer.StartAsync(engine, silence);
        await using var dataSource = new ResilientMySqlDataSource(silent.ConnectionString);
        Func<ResilientMySqlConnection, CancellationToken, Task>[] calls =
        [
            (connection, token) => Command(connection, "SELECT 1").ExecuteScalarAsync(token),
            (connection, token) => Command(connection, "INSERT INTO city (city, country_id) VALUES ('Atlantis', 102)").ExecuteNonQueryAsync(token),
            (connection, token) => Command(connection, "SELECT 3").PrepareAsync(token),
            (connection, token) => connection.BeginTransactionAsync(token).AsTask(),
            (connection, token) => connection.ChangeDatabaseAsync("information_schema", token),
            (connection, token) => connection.PingAsync(token),
            (_, token) => dataSource.OpenConnectionAsync(token).AsTask(),
        ];
        ResilientMySqlConnection[] connections = await Task.WhenAll(calls.Select(_ => dataSource.OpenConnectionAsync().AsTask()));
        silent.FallSilent();

        await Task.WhenAll(calls.Zip(connections, (call, connection) => Task.Run(() => AssertIsCancelledAsync(call, connection))));

        silent.Speak();
        await Task.WhenAll(connections.Select(static connection => connection.CloseAsync()));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task HealthyServer_CancelledQueryStopsAndItsSessionGoesOn(ServerEngine engine)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await connection.OpenAsync();
        await using DbTransaction transaction = await connection.BeginTransactionAsync();
        int thread = connection.ServerThread;
        for (int round = 0; round < 3; round++)
        {
            using var cancellation = new CancellationTokenSource();
            ResilientMySqlCommand slow = Command(connection, "SELECT SUM(a.city_id + b.city_id + c.city_id + d.city_id) FROM city a, city b, city c, city d", transaction);
            Task running = slow.ExecuteScalarAsync(cancellation.Token);
            await WaitUntilRunningAsync(rented.Server, thread, running);
            await cancellation.CancelAsync();

            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        }

        // Still the same session, with its transaction.
        Assert.Equal(600L, await Command(connection, "SELECT COUNT(*) FROM city", transaction).ExecuteScalarAsync());
        Assert.Equal(thread, connection.ServerThread);
    }

    [SkippableTheory]
    [MemberData(nameof(Cases))]
    public async Task SilentServer_RollbackAndDisposeAreQuiet(ServerEngine engine, CallMode mode, Silence silence)
    {
        await using SilentServer silent = await SilentServer.StartAsync(engine, silence);
        await using var connection = new ResilientMySqlConnection(silent.ConnectionString + ";Default Command Timeout=1");
        foreach (Func<DbTransaction, Task> end in (Func<DbTransaction, Task>[])
            [transaction => mode.RollbackAsync(transaction), transaction => mode.DisposeAsync(transaction)])
        {
            await mode.OpenAsync(connection);
            DbTransaction transaction = await mode.BeginAsync(connection);
            silent.FallSilent();
            long start = Stopwatch.GetTimestamp();
            await end(transaction);
            Assert.True(Stopwatch.GetElapsedTime(start) < Deadline + Grace + Allowance, $"It took {Stopwatch.GetElapsedTime(start)}.");
            silent.Speak();
            await mode.CloseAsync(connection);
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Cases))]
    public async Task SilentServer_DisposeOfAReaderAndOfItsConnectionEnd(ServerEngine engine, CallMode mode, Silence silence)
    {
        await using SilentServer silent = await SilentServer.StartAsync(engine, silence);
        await using var connection = new ResilientMySqlConnection(silent.ConnectionString + ";Default Command Timeout=1");
        await mode.OpenAsync(connection);
        silent.PrepareMidRead(ManyRows);
        DbDataReader reader = await mode.ReaderAsync(Command(connection, ManyRows));
        await mode.ReadAsync(reader);
        silent.FallSilent();

        // What is left of a query is not missed.
        long start = Stopwatch.GetTimestamp();
        await mode.CloseAsync(reader);
        await mode.CloseAsync(connection);

        Assert.True(Stopwatch.GetElapsedTime(start) < Deadline + Allowance, $"It took {Stopwatch.GetElapsedTime(start)}.");
    }

    [SkippableTheory]
    [MemberData(nameof(Cases))]
    public async Task SilentServer_OpenEndsAtItsDeadline(ServerEngine engine, CallMode mode, Silence silence)
    {
        await using SilentServer silent = await SilentServer.StartAsync(engine, silence);
        await using var connection = new ResilientMySqlConnection(silent.ConnectionString + ";Connection Timeout=1");
        silent.FallSilent();
        long start = Stopwatch.GetTimestamp();

        var refused = await Assert.ThrowsAsync<MySqlException>(() => mode.OpenAsync(connection));

        Assert.Equal(MySqlErrorCode.UnableToConnectToHost, refused.ErrorCode);
        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.FromSeconds(0.9), Deadline + Allowance);
        silent.Speak();
        await mode.OpenAsync(connection);
    }

    private async Task AssertEndsAsync(CallMode mode, string call, ResilientMySqlConnection connection, Func<Task> run)
    {
        long start = Stopwatch.GetTimestamp();
        Exception? failure = await Record.ExceptionAsync(run);
        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        output.WriteLine($"{call}: {(elapsed - Deadline).TotalMilliseconds:F0} ms over its deadline");
        long closing = Stopwatch.GetTimestamp();
        await mode.CloseAsync(connection);
        TimeSpan closed = Stopwatch.GetElapsedTime(closing);

        TimeSpan latest = Deadline + Allowance + (call is "commit" ? Grace : TimeSpan.Zero);
        Assert.True(elapsed >= TimeSpan.FromSeconds(0.9) && elapsed <= latest, $"{call} took {elapsed}.");
        Assert.True(closed < Allowance, $"Closing after {call} took {closed}.");
        AssertFailure(call, failure);
    }

    private static async Task AssertIsCancelledAsync(Func<ResilientMySqlConnection, CancellationToken, Task> call, ResilientMySqlConnection connection)
    {
        using var cancellation = new CancellationTokenSource();
        Task running = call(connection, cancellation.Token);
        Assert.False(running.IsCompleted);

        long start = Stopwatch.GetTimestamp();
        cancellation.Cancel();
        TimeSpan blocked = Stopwatch.GetElapsedTime(start);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);

        Assert.True(blocked < TimeSpan.FromMilliseconds(500), $"Cancel blocked its caller for {blocked}.");
        Assert.True(elapsed < Grace + Allowance, $"The call ended {elapsed} after it was cancelled.");
    }

    private static void AssertFailure(string call, Exception? failure)
    {
        switch (call)
        {
            case "ping":
                Assert.Null(failure);
                break;
            case "commit":
                Assert.True(failure is ResilientMySqlException { Cause: LossCause.Commit }, failure?.ToString());
                break;
            case "reset":
                Assert.Equal(MySqlErrorCode.UnableToConnectToHost, Assert.IsType<MySqlException>(failure).ErrorCode);
                break;
            default:
                Assert.Equal(MySqlErrorCode.CommandTimeoutExpired, Assert.IsType<MySqlException>(failure).ErrorCode);
                Assert.Equal(ExecutionOutcome.Unknown, ResilientMySqlException.OutcomeOf(failure));
                break;
        }
    }

    private static Task<Func<Task>> Ready(Func<Task> call) => Task.FromResult(call);

    private static ResilientMySqlCommand Command(ResilientMySqlConnection connection, string sql, DbTransaction? transaction = null) =>
        new(sql, connection, (ResilientMySqlTransaction?)transaction);

    private static async Task WaitUntilRunningAsync(TestServer server, int thread, Task running)
    {
        while (!running.IsCompleted && await server.QueryAsync<long>(
            $"SELECT COUNT(*) FROM information_schema.processlist WHERE id = {thread} AND command IN ('Query', 'Execute')") == 0)
        {
            await Task.Delay(10);
        }
    }
}
