using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MySqlConnector;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.DataSources;

/// <summary>Logs, activities and names of data sources that a builder or a container made.</summary>
public sealed class DiagnosticsTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task Logger_HearsTheDriverAndTheLibrary(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        using var log = new CategoryLog();
        await using ResilientMySqlDataSource dataSource = new ResilientMySqlDataSourceBuilder(rented.Server.ConnectionString).UseLoggerFactory(log).Build();
        await using ResilientMySqlConnection connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        await rented.Server.KillAllSessionsAsync();
        Assert.Equal(600L, await mode.ScalarAsync(connection, "SELECT COUNT(*) FROM city"));

        Assert.Contains("MySqlConnector.MySqlConnection", log.Categories);
        Assert.Contains("MySqlConnector.MySqlCommand", log.Categories);
        Assert.Contains("ResilientMySql.Sessions", log.Categories);
        Assert.Contains("ResilientMySql.Rehydration", log.Categories);
    }

    [SkippableTheory]
    [InlineData(MySqlConnectorSemanticConventionsKinds.Stable, "db.system.name", "db.system")]
    [InlineData(MySqlConnectorSemanticConventionsKinds.Experimental, "db.system", "db.system.name")]
    public async Task TracingOptions_AreTheDriversOnEverySession(MySqlConnectorSemanticConventionsKinds kinds, string present, string absent)
    {
        await using RentedServer rented = await ServerPool.RentAsync(ServerEngine.MariaDb);
        var seen = new ConcurrentBag<Activity>();
        using var mine = new Activity("mine").Start();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "MySqlConnector",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                // The driver gives those of its connections that are not pooled no tags when they open.
                if (activity.TraceId == mine.TraceId && activity.DisplayName != "Open")
                    seen.Add(activity);
            },
        };
        ActivitySource.AddActivityListener(listener);
        await using ResilientMySqlDataSource dataSource = new ResilientMySqlDataSourceBuilder(rented.Server.ConnectionString)
            .ConfigureTracing(options => options.WithSemanticConventionsKinds(kinds))
            .Build();
        await using ResilientMySqlConnection connection = await dataSource.OpenConnectionAsync();
        await rented.Server.KillSessionAsync(connection.ServerThread);
        seen.Clear();

        Assert.Equal(600L, await CallMode.Async.ScalarAsync(connection, "SELECT COUNT(*) FROM city"));

        Assert.NotEmpty(seen);
        Assert.All(seen, activity => Assert.Contains(activity.TagObjects, tag => tag.Key == present));
        Assert.All(seen, activity => Assert.DoesNotContain(activity.TagObjects, tag => tag.Key == absent));
    }

    [SkippableFact]
    public async Task Name_IsTheProgramAtTheServer()
    {
        await using RentedServer rented = await ServerPool.RentAsync(ServerEngine.MySql);
        await using ResilientMySqlDataSource dataSource = new ResilientMySqlDataSourceBuilder(rented.Server.ConnectionString).UseName("orders").Build();
        await using ResilientMySqlConnection connection = await dataSource.OpenConnectionAsync();

        Assert.Equal("orders", await rented.Server.QueryAsync<string>(
            $"SELECT ATTR_VALUE FROM performance_schema.session_connect_attrs WHERE PROCESSLIST_ID = {connection.ServerThread} AND ATTR_NAME = 'program_name'"));
    }

    [SkippableFact]
    public async Task Container_MakesDataSourcesAndConnections()
    {
        await using RentedServer rented = await ServerPool.RentAsync(ServerEngine.MariaDb);
        using var log = new CategoryLog();
        await using ServiceProvider services = new ServiceCollection()
            .AddSingleton<ILoggerFactory>(log)
            .AddResilientMySqlDataSource(rented.Server.ConnectionString, static builder => builder.ConnectionStringBuilder.MaximumPoolSize = 3)
            .AddKeyedResilientMySqlDataSource("key", rented.Server.ConnectionString, static (provider, builder) => builder.UseName(provider is null ? null : "named"))
            .AddKeyedResilientMySqlDataSource("plain", rented.Server.ConnectionString)
            .BuildServiceProvider();

        var dataSource = services.GetRequiredService<ResilientMySqlDataSource>();
        Assert.Same(dataSource, services.GetRequiredService<DbDataSource>());
        Assert.Same(dataSource, services.GetRequiredService<ResilientMySqlDataSource>());
        Assert.Contains("Maximum Pool Size=3", dataSource.ConnectionString, StringComparison.Ordinal);
        Assert.NotSame(services.GetRequiredService<ResilientMySqlConnection>(), services.GetRequiredService<ResilientMySqlConnection>());
        Assert.NotSame(dataSource, services.GetRequiredKeyedService<DbDataSource>("key"));
        foreach (DbConnection connection in (DbConnection[])[services.GetRequiredService<DbConnection>(), services.GetRequiredKeyedService<DbConnection>("key"), services.GetRequiredKeyedService<ResilientMySqlConnection>("plain")])
        {
            await connection.OpenAsync();
            Assert.Equal(600L, await CallMode.Async.ScalarAsync(connection, "SELECT COUNT(*) FROM city"));
        }

        Assert.Contains("ResilientMySql.Sessions", log.Categories);
    }

    private sealed class CategoryLog : ILoggerFactory
    {
        private readonly ConcurrentDictionary<string, bool> _categories = new();

        public ICollection<string> Categories => _categories.Keys;

        public ILogger CreateLogger(string categoryName) => new Listener(() => _categories[categoryName] = true);

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public void Dispose()
        {
        }

        private sealed class Listener(Action hear) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => hear();
        }
    }
}
