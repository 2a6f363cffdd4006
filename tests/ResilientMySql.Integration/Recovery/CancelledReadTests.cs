using System.Data;
using System.Data.Common;
using System.Diagnostics;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Recovery;

/// <summary>A reader whose token is cancelled stops the query, and costs the connection nothing else.</summary>
public sealed class CancelledReadTests
{
    private const string Endless = "SELECT a.city_id FROM city a, city b, city c";
    private const string LongBeforeItsFirstRow = Endless + " WHERE a.city_id + b.city_id + c.city_id < 0";

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task CancelledBetweenRows_TheQueryStopsAndTheTransactionGoesOn(ServerEngine engine)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await connection.OpenAsync();
        await using ResilientMySqlTransaction transaction = await connection.BeginTransactionAsync();
        await CallMode.Async.ExecuteAsync(connection, "UPDATE city SET city = 'Atlantis' WHERE city_id = 1", transaction);
        int thread = connection.ServerThread;

        using var cancellation = new CancellationTokenSource();
        await using (var command = new ResilientMySqlCommand(Endless, connection, transaction))
        await using (ResilientMySqlDataReader reader = await command.ExecuteReaderAsync())
        {
            for (int row = 0; row < 10; row++)
                Assert.True(await reader.ReadAsync(cancellation.Token));

            await cancellation.CancelAsync();
            await AssertCancelledAsync(() => reader.ReadAsync(cancellation.Token), cancellation.Token);
            Assert.False(await reader.ReadAsync());
        }

        await AssertGoesOnAsync(connection, transaction, thread);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task CancelledWhileNoRowComes_TheQueryStopsAndTheTransactionGoesOn(ServerEngine engine)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await connection.OpenAsync();
        await using ResilientMySqlTransaction transaction = await connection.BeginTransactionAsync();
        await CallMode.Async.ExecuteAsync(connection, "UPDATE city SET city = 'Atlantis' WHERE city_id = 1", transaction);
        int thread = connection.ServerThread;

        await using (var command = new ResilientMySqlCommand("SELECT 1; " + LongBeforeItsFirstRow, connection, transaction))
        await using (ResilientMySqlDataReader reader = await command.ExecuteReaderAsync())
        {
            Assert.True(await reader.ReadAsync());
            using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
            await AssertCancelledAsync(async () =>
            {
                await reader.NextResultAsync(cancellation.Token);
                await reader.ReadAsync(cancellation.Token);
            }, cancellation.Token);
        }

        await AssertGoesOnAsync(connection, transaction, thread);
    }

    /// <summary>MariaDB answers the cancelled ExecuteReader with a reader whose first row is the error.</summary>
    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task CancelledWhileItIsOpened_TheQueryStopsAndTheTransactionGoesOn(ServerEngine engine)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var connection = new ResilientMySqlConnection(rented.Server.ConnectionString);
        await connection.OpenAsync();
        await using ResilientMySqlTransaction transaction = await connection.BeginTransactionAsync();
        await CallMode.Async.ExecuteAsync(connection, "UPDATE city SET city = 'Atlantis' WHERE city_id = 1", transaction);
        int thread = connection.ServerThread;

        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await AssertCancelledAsync(async () =>
        {
            await using var command = new ResilientMySqlCommand(LongBeforeItsFirstRow, connection, transaction);
            await using ResilientMySqlDataReader reader = await command.ExecuteReaderAsync(cancellation.Token);
            await reader.ReadAsync(cancellation.Token);
        }, cancellation.Token);

        await AssertGoesOnAsync(connection, transaction, thread);
    }

    private static async Task AssertCancelledAsync(Func<Task> read, CancellationToken token)
    {
        long start = Stopwatch.GetTimestamp();
        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(read);
        Assert.Equal(token, cancelled.CancellationToken);
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(10), $"It took {Stopwatch.GetElapsedTime(start)}.");
    }

    private static async Task AssertGoesOnAsync(ResilientMySqlConnection connection, DbTransaction transaction, int thread)
    {
        Assert.Equal(ConnectionState.Open, connection.State);
        Assert.Equal(thread, connection.ServerThread);
        await transaction.CommitAsync();
        Assert.Equal("Atlantis", await CallMode.Async.ScalarAsync(connection, "SELECT city FROM city WHERE city_id = 1"));
    }
}
