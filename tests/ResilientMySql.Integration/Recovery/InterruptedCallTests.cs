using System.Data;
using System.Diagnostics;
using ResilientMySql.Integration.Faults;
using ResilientMySql.TestServers;
using ResilientMySql.Testing;
using ResilientMySql.Testing.Faults;
using ResilientMySql.Testing.Scripting;

namespace ResilientMySql.Integration.Recovery;

/// <summary>Calls that are cancelled, or whose connection is closed, at any moment.</summary>
public sealed class InterruptedCallTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task CancelledAtAnyMoment_TheNextLeaseIsNotHurt(ServerEngine engine)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Maximum Pool Size=1");
        var random = new Random(7);
        for (int round = 0; round < 400; round++)
        {
            await using (ResilientMySqlConnection connection = await dataSource.OpenConnectionAsync())
            {
                using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(random.NextDouble() * 6 + 8));
                await using var slow = new ResilientMySqlCommand("SELECT SLEEP(0.01)", connection);
                await Record.ExceptionAsync(() => slow.ExecuteScalarAsync(cancellation.Token));
            }

            await using ResilientMySqlConnection next = await dataSource.OpenConnectionAsync();
            Assert.Equal(1L, Convert.ToInt64(await CallMode.Async.ScalarAsync(next, "SELECT 1"), null));
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task CancelledBeforeItsCommandBegins_ItIsStoppedAndTheSessionStays(ServerEngine engine)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using ResilientMySqlConnection connection = proxied.CreateConnection();
        await connection.OpenAsync();
        await using var slow = new ResilientMySqlCommand("SELECT COUNT(*) FROM city WHERE SLEEP(0.1) = 0", connection);
        await slow.PrepareAsync();
        await proxied.Server.KillSessionAsync(connection.ServerThread);
        int? rehydrated = null;
        connection.Rehydrated += (_, replaced) => rehydrated = replaced.ServerThread;

        // On the new session it is prepared once more, and cancelled meanwhile.
        Injection preparing = proxied.Proxy.Inject(new Delay(TimeSpan.FromMilliseconds(700)), static request => request.Command is ServerCommand.Prepare);
        using var cancellation = new CancellationTokenSource();
        Task call = slow.ExecuteScalarAsync(cancellation.Token);
        await preparing.Struck;
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(rehydrated, connection.ServerThread);
        Assert.Equal(1L, Convert.ToInt64(await CallMode.Async.ScalarAsync(connection, "SELECT 1"), null));
        Assert.Equal(rehydrated, connection.ServerThread);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task ClosedDuringAWrite_ItsOutcomeIsUnknown(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await mode.OpenAsync(connection);
        int thread = connection.ServerThread;
        Task<int> writing = Task.Run(() => mode.ExecuteAsync(connection, "INSERT INTO city (city, country_id) SELECT 'Atlantis', 102 + SLEEP(1)"));
        while (!writing.IsCompleted && await rented.Server.QueryAsync<long>(
            $"SELECT COUNT(*) FROM information_schema.processlist WHERE id = {thread} AND info LIKE 'INSERT%'") == 0)
        {
            await Task.Delay(10);
        }

        await mode.CloseAsync(connection);

        var closed = await Assert.ThrowsAsync<InvalidOperationException>(() => writing);
        Assert.Equal(ExecutionOutcome.Unknown, ResilientMySqlException.OutcomeOf(closed));
    }

    [Fact]
    public async Task CancelledWhileASessionIsCheckedOrReplayed_EndsAtOnce()
    {
        await using var server = ScriptedServer.Start();
        string connectionString = $"Server=127.0.0.1;Port={server.Port};User ID=any;SSL Mode=None";
        await using var dataSource = new ResilientMySqlDataSource(connectionString);
        await using ResilientMySqlConnection connection = await dataSource.OpenConnectionAsync();
        await CallMode.Async.ExecuteAsync(connection, "SET time_zone = '+05:00'");
        server.When("SELECT 7", new DisconnectReply());
        server.When("SET time_zone = '+05:00'", new HangReply());
        await AssertEndsAsync(token => new ResilientMySqlCommand("SELECT 7", connection).ExecuteScalarAsync(token));

        server.When(static request => request.Sql?.Contains("server_uuid", StringComparison.Ordinal) == true, new HangReply());
        await AssertEndsAsync(token => dataSource.OpenConnectionAsync(token).AsTask());
    }

    [Theory]
    [InlineData(CallMode.Sync)]
    [InlineData(CallMode.Async)]
    public async Task BeginThatFailedHalfWay_LeavesNoLevelToTheNextLease(CallMode mode)
    {
        await using var server = ScriptedServer.Start();
        server.When(
            static request => request.Sql?.StartsWith("start transaction", StringComparison.OrdinalIgnoreCase) == true,
            new ErrorReply(1317, "70100", "Query execution was interrupted"));
        await using var dataSource = new ResilientMySqlDataSource($"Server=127.0.0.1;Port={server.Port};User ID=any;SSL Mode=None");
        await using var connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        await Assert.ThrowsAsync<MySqlConnector.MySqlException>(() => mode.BeginAsync(connection, IsolationLevel.Serializable));
        await mode.CloseAsync(connection);

        Assert.Equal((1L, 1), (dataSource.GetStatistics().Resets, dataSource.GetStatistics().IdleSessions));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task HandlersThatThrow_DoNotMisleadAnybody(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        StateChangeEventHandler refuse = (_, _) => throw new NotSupportedException("a handler's own");
        connection.StateChange += refuse;
        await Assert.ThrowsAsync<NotSupportedException>(() => mode.OpenAsync(connection));
        connection.StateChange -= refuse;
        await mode.OpenAsync(connection);

        EventHandler<RehydratedEventArgs> fail = (_, _) => throw new IOException("a handler's own");
        connection.Rehydrated += fail;
        await rented.Server.KillAllSessionsAsync();
        await Assert.ThrowsAsync<IOException>(() => mode.ScalarAsync(connection, "SELECT 1"));
        connection.Rehydrated -= fail;
        Assert.Equal(600L, await mode.ScalarAsync(connection, "SELECT COUNT(*) FROM city"));
    }

    private static async Task AssertEndsAsync(Func<CancellationToken, Task> call)
    {
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        long start = Stopwatch.GetTimestamp();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call(cancellation.Token));
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(4), $"It took {Stopwatch.GetElapsedTime(start)}.");
    }
}
