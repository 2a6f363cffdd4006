using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Sessions;

/// <summary>Connections that are dropped without being closed.</summary>
public sealed class LeakTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task DroppedConnection_SessionComesBackAsCleanAsAnyOther(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Maximum Pool Size=1");
        await LeakAsync(dataSource, mode);

        await Eventually.HoldsAsync(() =>
        {
            GC.Collect();
            return Task.FromResult(dataSource.GetStatistics() is { LeakedConnections: 1, IdleSessions: 1 });
        });

        await using var connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        Assert.Equal(1, dataSource.GetStatistics().Opened);
        Assert.Equal(0L, Convert.ToInt64(await mode.ScalarAsync(connection, "SELECT COUNT(*) FROM city WHERE city = 'Atlantis'"), null));
        Assert.NotEqual("+05:00", await mode.ScalarAsync(connection, "SELECT @@time_zone"));
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task OpenConnection_IsNeverTakenForDropped(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString);
        await using var connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        int thread = connection.ServerThread;
        await mode.ExecuteAsync(connection, "SET time_zone = '+05:00'");
        for (int i = 0; i < 4; i++)
        {
            GC.Collect();
            await Task.Delay(400);
        }

        Assert.Equal("+05:00", await mode.ScalarAsync(connection, "SELECT @@time_zone"));
        Assert.Equal((thread, 0L), (connection.ServerThread, dataSource.GetStatistics().LeakedConnections));
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task LeakTracing_WarningSaysWhereItWasOpened(bool isTraced)
    {
        await using RentedServer rented = await ServerPool.RentAsync(ServerEngine.MariaDb);
        using var log = new Messages();
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + $";Leak Tracing={isTraced}", log);
        await LeakAsync(dataSource, CallMode.Sync);

        await Eventually.HoldsAsync(() =>
        {
            GC.Collect();
            return Task.FromResult(log.Written.Any(static line => line.Contains("dropped without being closed", StringComparison.Ordinal)));
        });

        string warning = log.Written.Single(static line => line.Contains("dropped without being closed", StringComparison.Ordinal));
        Assert.Equal(isTraced, warning.Contains(nameof(LeakAsync), StringComparison.Ordinal));
    }

    /// <summary>Leaves behind what a connection can leave: a setting, and a transaction with a row.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task LeakAsync(ResilientMySqlDataSource dataSource, CallMode mode)
    {
        ResilientMySqlConnection connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        await mode.ExecuteAsync(connection, "SET time_zone = '+05:00'");
        await mode.ExecuteAsync(connection, "BEGIN");
        await mode.ExecuteAsync(connection, "INSERT INTO city (city, country_id) VALUES ('Atlantis', 1)");
    }

    private sealed class Messages : ILoggerFactory, ILogger
    {
        public ConcurrentQueue<string> Written { get; } = new();

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
