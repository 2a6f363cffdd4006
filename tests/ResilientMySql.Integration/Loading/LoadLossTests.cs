using System.Diagnostics;
using MySqlConnector;
using ResilientMySql.Integration.Faults;
using ResilientMySql.TestServers;
using Xunit.Abstractions;

namespace ResilientMySql.Integration.Loading;

/// <summary>Bulk operations whose sessions die, before, while and after the rows are on their way.</summary>
[Collection(nameof(Timed))]
public sealed class LoadLossTests(ITestOutputHelper output)
{
    // Rows enough for some packets; the driver sends one whenever it has a megabyte.
    private const int SomePackets = 700_000;
    private static readonly TimeSpan Allowance = TimeSpan.FromSeconds(2);

    public static TheoryData<ServerEngine, CallMode, IdleDeath> Deaths => Cells.Deaths;

    [SkippableTheory]
    [MemberData(nameof(Deaths))]
    public async Task DiedIdle_IsReplacedAndLoadedOnce(ServerEngine engine, CallMode mode, IdleDeath death)
    {
        await using LoadTarget target = await LoadTarget.StartAsync(engine);
        await death.PrepareAsync(target.Server);
        await using var dataSource = new ResilientMySqlDataSource(target.ConnectionString);
        await using ResilientMySqlConnection copying = dataSource.CreateConnection();
        await using ResilientMySqlConnection loading = dataSource.CreateConnection();
        await mode.OpenAsync(copying);
        await mode.OpenAsync(loading);
        int replaced = 0;
        dataSource.Rehydrated += (_, _) => replaced++;

        await death.StrikeAsync(target.Server);
        await target.Server.ExecuteAsync("SET GLOBAL local_infile = 1");

        Assert.Equal(3, (await mode.CopyAsync(LoadTarget.Copy(copying), LoadTarget.Rows(3))).RowsInserted);
        using var source = new LoadSource(0, static () => { }, last: 10);
        Assert.Equal(2, await mode.LoadAsync(new ResilientMySqlBulkLoader(loading) { TableName = "loaded", SourceStream = source }));
        Assert.Equal((2, 5), (replaced, await target.CountAsync()));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task DiedUnderWay_OutcomeIsUnknownAndNothingIsLoadedTwice(ServerEngine engine, CallMode mode)
    {
        await using LoadTarget target = await LoadTarget.StartAsync(engine);
        await using var connection = new ResilientMySqlConnection(target.ConnectionString);
        await mode.OpenAsync(connection);
        int strikes = 0;
        Action strike = () =>
        {
            strikes++;
            Strike(target, connection);
        };

        ResilientMySqlException copying = await Assert.ThrowsAsync<ResilientMySqlException>(() =>
            mode.CopyAsync(LoadTarget.Copy(connection), LoadTarget.Endless(SomePackets, strike), 2));
        long copied = await target.CountAsync();
        using var source = new LoadSource(3_000_000, strike);
        ResilientMySqlException loading = await Assert.ThrowsAsync<ResilientMySqlException>(() =>
            mode.LoadAsync(new ResilientMySqlBulkLoader(connection) { TableName = "loaded", SourceStream = source }));

        output.WriteLine($"{copied} rows after the copy, {await target.CountAsync()} after the load");
        Assert.All([copying, loading], static lost =>
            Assert.Equal((LossCause.Link, ExecutionOutcome.Unknown, false), (lost.Cause, lost.Outcome, lost.IsTransient)));
        Assert.Equal(2, strikes);
        Assert.InRange(copied, 0, SomePackets);
        Assert.Equal(600L, await mode.ScalarAsync(connection, "SELECT COUNT(*) FROM city"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task DiedUnderWayInTransaction_TransactionIsLost(ServerEngine engine, CallMode mode)
    {
        await using LoadTarget target = await LoadTarget.StartAsync(engine);
        await using var connection = new ResilientMySqlConnection(target.ConnectionString);
        await mode.OpenAsync(connection);
        var transaction = (ResilientMySqlTransaction)await mode.BeginAsync(connection);
        await mode.CopyAsync(LoadTarget.Copy(connection, transaction), LoadTarget.Rows(3));

        ResilientMySqlException lost = await Assert.ThrowsAsync<ResilientMySqlException>(() =>
            mode.CopyAsync(LoadTarget.Copy(connection, transaction), LoadTarget.Endless(SomePackets, () => Strike(target, connection)), 2));
        ResilientMySqlException torn = await Assert.ThrowsAsync<ResilientMySqlException>(() =>
            mode.CopyAsync(LoadTarget.Copy(connection, transaction), LoadTarget.Endless(0, static () => throw new InvalidTimeZoneException()), 2));

        Assert.Equal((LossCause.Transaction, ExecutionOutcome.NotExecuted), (lost.Cause, lost.Outcome));
        Assert.Equal(LossCause.Transaction, torn.Cause);
        await mode.RollbackAsync(transaction);
        Assert.Equal(0L, await mode.ScalarAsync(connection, "SELECT COUNT(*) FROM loaded"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task AnswerIsLost_OutcomeIsUnknownAndRowsAreThereOnce(ServerEngine engine, CallMode mode)
    {
        await using LoadTarget target = await LoadTarget.StartAsync(engine);
        await using var connection = new ResilientMySqlConnection(target.ConnectionString);
        await mode.OpenAsync(connection);

        // When all is read, so that the server finds all of it when it goes on, and nobody to answer to.
        using var source = new LoadSource(10, target.Server.Freeze, last: 10);
        var loader = new ResilientMySqlBulkLoader(connection) { TableName = "loaded", SourceStream = source, Timeout = 1 };

        MySqlException overdue = await Assert.ThrowsAsync<MySqlException>(() => mode.LoadAsync(loader));
        target.Server.Thaw();

        Assert.Equal((MySqlErrorCode.CommandTimeoutExpired, ExecutionOutcome.Unknown), (overdue.ErrorCode, ResilientMySqlException.OutcomeOf(overdue)));
        while (await target.Server.CountSessionsAsync() > 0)
            await Task.Delay(20);

        Assert.Equal(2, await target.CountAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task FrozenServer_EndsAtTheDeadline(ServerEngine engine, CallMode mode)
    {
        await using LoadTarget target = await LoadTarget.StartAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(target.ConnectionString);
        await using ResilientMySqlConnection connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        ResilientMySqlBulkCopy copy = LoadTarget.Copy(connection);
        copy.BulkCopyTimeout = 2;
        long start = Stopwatch.GetTimestamp();

        MySqlException overdue = await Assert.ThrowsAsync<MySqlException>(() =>
            mode.CopyAsync(copy, LoadTarget.Endless(SomePackets, target.Server.Freeze), 2));
        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        target.Server.Thaw();

        output.WriteLine($"{elapsed}");
        Assert.Equal((MySqlErrorCode.CommandTimeoutExpired, ExecutionOutcome.Unknown), (overdue.ErrorCode, ResilientMySqlException.OutcomeOf(overdue)));
        Assert.InRange(elapsed, TimeSpan.FromSeconds(1.9), TimeSpan.FromSeconds(2) + Allowance);
        Assert.InRange(await target.CountAsync(), 0, int.MaxValue);
        Assert.Equal(600L, await mode.ScalarAsync(connection, "SELECT COUNT(*) FROM city"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task SlowSource_EndsAtTheDeadlineToo(ServerEngine engine, CallMode mode)
    {
        await using LoadTarget target = await LoadTarget.StartAsync(engine);
        await using var connection = new ResilientMySqlConnection(target.ConnectionString);
        await mode.OpenAsync(connection);
        ResilientMySqlBulkCopy copy = LoadTarget.Copy(connection);
        copy.BulkCopyTimeout = 1;
        long start = Stopwatch.GetTimestamp();

        // A few rows a second never fill a packet, and so never meet the socket that was taken away.
        MySqlException overdue = await Assert.ThrowsAsync<MySqlException>(() => mode.CopyAsync(copy, LoadTarget.Endless(0, static () => { }).Select(static row =>
        {
            Thread.Sleep(20);
            return row;
        }), 2));

        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        output.WriteLine($"{elapsed}");
        Assert.Equal(MySqlErrorCode.CommandTimeoutExpired, overdue.ErrorCode);
        Assert.InRange(elapsed, TimeSpan.FromSeconds(0.9), TimeSpan.FromSeconds(1) + Allowance);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task Cancelled_ServerStopsAndSessionAndTransactionGoOn(ServerEngine engine)
    {
        await using LoadTarget target = await LoadTarget.StartAsync(engine);
        await using var connection = new ResilientMySqlConnection(target.ConnectionString);
        await connection.OpenAsync();
        int thread = connection.ServerThread;
        ResilientMySqlTransaction transaction = await connection.BeginTransactionAsync();
        await LoadTarget.Copy(connection, transaction).WriteToServerAsync(LoadTarget.Rows(3));
        using var cancelling = new CancellationTokenSource();
        long start = 0;

        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => LoadTarget.Copy(connection, transaction).WriteToServerAsync(
            LoadTarget.Endless(SomePackets, () =>
            {
                start = Stopwatch.GetTimestamp();
                cancelling.Cancel();
            }), 2, cancelling.Token).AsTask());

        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        await transaction.CommitAsync();
        output.WriteLine($"{elapsed}, {await target.CountAsync()} rows");
        Assert.Equal(cancelling.Token, cancelled.CancellationToken);
        Assert.Equal(thread, connection.ServerThread);
        Assert.InRange(elapsed, TimeSpan.Zero, Allowance + Allowance);
        Assert.Equal(3, await target.CountAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task CancelledOnAFrozenServer_EndsSoonAndSaysThatTheOutcomeIsUnknown(ServerEngine engine)
    {
        await using LoadTarget target = await LoadTarget.StartAsync(engine);
        await using var connection = new ResilientMySqlConnection(target.ConnectionString);
        await connection.OpenAsync();
        using var cancelling = new CancellationTokenSource();
        long start = 0;

        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => LoadTarget.Copy(connection).WriteToServerAsync(
            LoadTarget.Endless(SomePackets, () =>
            {
                target.Server.Freeze();
                start = Stopwatch.GetTimestamp();
                cancelling.Cancel();
            }), 2, cancelling.Token).AsTask());

        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        target.Server.Thaw();
        output.WriteLine($"{elapsed}");
        Assert.Equal(ExecutionOutcome.Unknown, ResilientMySqlException.OutcomeOf(cancelled));
        Assert.InRange(elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2) + Allowance);
        Assert.Equal(600L, await CallMode.Async.ScalarAsync(connection, "SELECT COUNT(*) FROM city"));
    }

    /// <summary>A source is asked for its rows synchronously.</summary>
    private static void Strike(LoadTarget target, ResilientMySqlConnection connection) =>
        target.Server.KillSessionAsync(connection.ServerThread).GetAwaiter().GetResult();
}
