using MySqlConnector;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Sessions;

/// <summary>What is lent is clean, and never more than was allowed.</summary>
public sealed class SessionPoolTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task CleanSession_IsLentAgainWithoutARoundTrip(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString);
        await using var connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        int thread = connection.ServerThread;
        await mode.ScalarAsync(connection, "SELECT 1");
        long before = await StatementsOfAsync(mode, connection);
        await mode.CloseAsync(connection);
        await mode.OpenAsync(connection);

        Assert.Equal(thread, connection.ServerThread);
        Assert.Equal(before + 1, await StatementsOfAsync(mode, connection));
    }

    [SkippableTheory]
    [InlineData("USE information_schema")]
    [InlineData("SET time_zone = '+05:00'")]
    [InlineData("CREATE TEMPORARY TABLE basket (city_id INT)")]
    [InlineData("BEGIN")]
    [InlineData("DO GET_LOCK('resilient', 0)")]
    public async Task ChangedSession_IsResetAndLentAgain(string change)
    {
        foreach (ServerEngine engine in Enum.GetValues<ServerEngine>())
        {
            await using RentedServer rented = await ServerPool.RentAsync(engine);
            await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString);
            await using var connection = dataSource.CreateConnection();
            await connection.OpenAsync();
            int thread = connection.ServerThread;
            await CallMode.Async.ExecuteAsync(connection, change);
            await connection.CloseAsync();
            await connection.OpenAsync();

            Assert.Equal(thread, connection.ServerThread);
            Assert.Equal(rented.Server.Database, await CallMode.Async.ScalarAsync(connection, "SELECT DATABASE()"));
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task AllSessionsInUse_OpenTimesOutAndSaysWhy(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Maximum Pool Size=1;Connection Timeout=1");
        await using var first = dataSource.CreateConnection();
        await using var second = dataSource.CreateConnection();
        await mode.OpenAsync(first);

        var refused = await Assert.ThrowsAsync<MySqlException>(() => mode.OpenAsync(second));

        // As the driver says it, with the reason inside.
        Assert.Equal((MySqlErrorCode.UnableToConnectToHost, true), (refused.ErrorCode, refused.IsTransient));
        var exhausted = Assert.IsType<ResilientMySqlException>(refused.InnerException);
        Assert.Equal((LossCause.PoolExhausted, true), (exhausted.Cause, exhausted.IsTransient));
        Assert.Equal(ExecutionOutcome.NotExecuted, ResilientMySqlException.OutcomeOf(refused));
        await mode.CloseAsync(first);
        await mode.OpenAsync(second);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task ManyCallersAcrossARestart_NoneFailsAndTheServerNeverHasTooManySessions(ServerEngine engine)
    {
        const int Maximum = 4;
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        TestServer server = rented.Server;
        Skip.IfNot(server.CanControl, "The server is external.");
        await using var dataSource = new ResilientMySqlDataSource(server.ConnectionString + $";Maximum Pool Size={Maximum};Connection Timeout=60;Recovery Timeout=60");
        using var stop = new CancellationTokenSource();
        Task<int>[] callers =
        [
            .. Enumerable.Range(0, 16).Select(i => i % 2 == 0
                ? Task.Run(() => CountUntilAsync(dataSource, stop.Token))
                : Task.Run(() => CountUntil(dataSource, stop.Token))),
        ];

        int most = await MostSessionsAsync(server, TimeSpan.FromSeconds(1));
        await server.KillAsync();
        await server.StartAgainAsync();
        most = Math.Max(most, await MostSessionsAsync(server, TimeSpan.FromSeconds(1)));
        await stop.CancelAsync();
        int[] answers = await Task.WhenAll(callers);

        Assert.All(answers, static count => Assert.True(count > 0));
        Assert.InRange(most, 1, Maximum);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task DisposedDataSource_LeavesNoSession(ServerEngine engine)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString);
        var inUse = await dataSource.OpenConnectionAsync();
        await (await dataSource.OpenConnectionAsync()).CloseAsync();

        await dataSource.DisposeAsync();
        await inUse.DisposeAsync();

        await Eventually.HoldsAsync(async () => await rented.Server.CountSessionsAsync() == 0);
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await dataSource.OpenConnectionAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task ClosedBeforeItsReader_IsReturnedOnce(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString);
        await using ResilientMySqlConnection other = await dataSource.OpenConnectionAsync();
        await using var connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        await using var command = new ResilientMySqlCommand("SELECT * FROM city", connection);
        var reader = await mode.ReaderAsync(command, System.Data.CommandBehavior.CloseConnection);
        await mode.ReadAsync(reader);
        await mode.CloseAsync(connection);
        await mode.CloseAsync(reader);

        await using var first = dataSource.CreateConnection();
        await using var second = dataSource.CreateConnection();
        await mode.OpenAsync(first);
        await mode.OpenAsync(second);

        Assert.NotEqual(first.ServerThread, second.ServerThread);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task ClosedDuringACall_CallEndsAndNoSessionIsLeft(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        TestServer server = rented.Server;
        await using var dataSource = new ResilientMySqlDataSource(server.ConnectionString + ";Maximum Pool Size=1");
        int rehydrations = 0;
        dataSource.Rehydrated += (_, _) => rehydrations++;
        await using var connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        int thread = connection.ServerThread;
        Task<object?> running = Task.Run(() => mode.ScalarAsync(
            connection, "SELECT SUM(a.city_id + b.city_id + c.city_id + d.city_id) FROM city a, city b, city c, city d"));
        await Eventually.HoldsAsync(async () => await server.QueryAsync<long>(
            $"SELECT COUNT(*) FROM information_schema.processlist WHERE id = {thread} AND command IN ('Query', 'Execute')") > 0);

        await mode.CloseAsync(connection);

        await Assert.ThrowsAnyAsync<InvalidOperationException>(() => running);
        await server.KillAllSessionsAsync();
        await mode.OpenAsync(connection);
        Assert.Equal(1, await server.CountSessionsAsync());
        Assert.Equal(0, rehydrations);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task SingleRowQueryFailed_NextLeaseSeesAllRows(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Maximum Pool Size=1");
        foreach (var behavior in (System.Data.CommandBehavior[])[System.Data.CommandBehavior.SingleRow, System.Data.CommandBehavior.SchemaOnly])
        {
            await using (var failing = dataSource.CreateConnection())
            {
                await mode.OpenAsync(failing);
                await using var mistake = new ResilientMySqlCommand("SELECT nope FROM city", failing);
                await Assert.ThrowsAsync<MySqlConnector.MySqlException>(() => mode.ReaderAsync(mistake, behavior));
            }

            await using var next = dataSource.CreateConnection();
            await mode.OpenAsync(next);
            await using var command = new ResilientMySqlCommand("SELECT city_id FROM city", next);
            await using var reader = await mode.ReaderAsync(command);
            int rows = 0;
            while (await mode.ReadAsync(reader))
                rows++;

            Assert.Equal(600, rows);
        }
    }

    [Fact]
    public async Task ManyFailedOpens_LeaveThePoolWhole()
    {
        // Port 1 is reserved; nothing of ours listens there.
        await using var dataSource = new ResilientMySqlDataSource("Server=127.0.0.1;Port=1;User ID=nobody;Recovery=Off;Maximum Pool Size=8");

        await Parallel.ForAsync(0, 20_000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, (_, _) =>
        {
            using ResilientMySqlConnection connection = dataSource.CreateConnection();
            Assert.Throws<MySqlConnector.MySqlException>(connection.Open);
            return ValueTask.CompletedTask;
        });

        Assert.Equal(0, dataSource.Pool.OpenCount);
    }

    private static async Task<int> CountUntilAsync(ResilientMySqlDataSource dataSource, CancellationToken stop)
    {
        int answers = 0;
        while (!stop.IsCancellationRequested)
        {
            await using ResilientMySqlConnection connection = await dataSource.OpenConnectionAsync(CancellationToken.None);
            Assert.Equal(600L, await CallMode.Async.ScalarAsync(connection, "SELECT COUNT(*) FROM city"));
            answers++;
        }

        return answers;
    }

    private static int CountUntil(ResilientMySqlDataSource dataSource, CancellationToken stop)
    {
        int answers = 0;
        while (!stop.IsCancellationRequested)
        {
            using ResilientMySqlConnection connection = dataSource.OpenConnection();
            using ResilientMySqlCommand command = connection.CreateCommand();
            command.CommandText = "SELECT COUNT(*) FROM city";
            Assert.Equal(600L, command.ExecuteScalar());
            answers++;
        }

        return answers;
    }

    /// <summary>The server's own count, taken as often as it goes.</summary>
    private static async Task<int> MostSessionsAsync(TestServer server, TimeSpan period)
    {
        int most = 0;
        long start = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(start) < period)
            most = Math.Max(most, await server.CountSessionsAsync());

        return most;
    }

    private static async Task<long> StatementsOfAsync(CallMode mode, ResilientMySqlConnection connection)
    {
        await using ResilientMySqlCommand command = connection.CreateCommand();
        command.CommandText = "SHOW SESSION STATUS LIKE 'Questions'";
        await using var reader = await mode.ReaderAsync(command);
        Assert.True(await mode.ReadAsync(reader));
        return long.Parse(reader.GetString(1), null);
    }
}
