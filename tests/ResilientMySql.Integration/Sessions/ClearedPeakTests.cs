using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Sessions;

/// <summary>While a pool is cleared, what is not closed yet still counts.</summary>
public sealed class ClearedPeakTests
{
    private const int Sessions = 4;

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task ClearPool_PlacesComeFreeAsSessionsAreClosed(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        using var log = new ClosingLog();
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + $";Maximum Pool Size={Sessions}", log);
        ResilientMySqlConnection[] connections = [.. Enumerable.Range(0, Sessions).Select(_ => dataSource.CreateConnection())];
        foreach (ResilientMySqlConnection connection in connections)
            await mode.OpenAsync(connection);

        foreach (ResilientMySqlConnection connection in connections)
            await mode.CloseAsync(connection);

        log.Count = () => dataSource.Pool.OpenCount;
        if (mode is CallMode.Sync)
            ResilientMySqlConnection.ClearPool(connections[0]);
        else
            await ResilientMySqlConnection.ClearPoolAsync(connections[0]);

        // When the first one was closed, three were open; anybody who took their places would have made it more than four.
        Assert.Equal(Sessions, log.Counts.Count);
        Assert.All(log.Counts.Select(static (count, closed) => (Count: count, StillOpen: Sessions - 1 - closed)), static at => Assert.True(at.Count >= at.StillOpen));
        Assert.Equal(0, dataSource.Pool.OpenCount);
    }

    private sealed class ClosingLog : ILoggerFactory, ILogger
    {
        public Func<int>? Count { get; set; }

        public ConcurrentQueue<int> Counts { get; } = new();

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (eventId.Id == 2102 && Count is { } count)
                Counts.Enqueue(count());
        }

        public void Dispose()
        {
        }
    }
}
