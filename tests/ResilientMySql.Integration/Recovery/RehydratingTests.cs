using System.Diagnostics.Metrics;
using Microsoft.Extensions.Time.Testing;
using ResilientMySql.Integration.Faults;
using ResilientMySql.TestServers;
using ResilientMySql.Testing.Faults;

namespace ResilientMySql.Integration.Recovery;

/// <summary>Who uses a session is asked before it is replaced, and told afterwards; what happened is counted.</summary>
public sealed class RehydratingTests
{
    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task Handlers_AreAskedBeforeAndToldAfter(ServerEngine engine, CallMode mode)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(proxied.ConnectionString);
        await using var connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        var heard = new List<string>();
        dataSource.Rehydrating += (_, asked) => heard.Add($"data source asked {asked.ServerThread} {asked.MayHaveRun}");
        dataSource.Rehydrated += (_, told) => heard.Add($"data source told {told.PreviousServerThread}");
        connection.Rehydrating += (_, asked) => heard.Add($"connection asked {asked.ServerThread} {asked.MayHaveRun}");
        connection.Rehydrated += (_, told) => heard.Add($"connection told {told.PreviousServerThread}");

        int first = connection.ServerThread;
        proxied.Proxy.StrikeIdle(new FinWhileIdle());
        await mode.ScalarAsync(connection, "SELECT 1");
        int second = connection.ServerThread;
        proxied.LoseAnswerTo("SELECT 2");
        await mode.ScalarAsync(connection, "SELECT 2");

        Assert.Equal(
            [
                $"connection asked {first} False", $"data source asked {first} False", $"connection told {first}", $"data source told {first}",
                $"connection asked {second} True", $"data source asked {second} True", $"connection told {second}", $"data source told {second}",
            ],
            heard);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task HandlerForbids_CallIsRefusedUntilItAllows(ServerEngine engine, CallMode mode)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        await using var dataSource = new ResilientMySqlDataSource(proxied.ConnectionString);
        await using var connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        bool forbids = true;
        connection.Rehydrating += (_, asked) => asked.Cancel = forbids;
        long before = proxied.Proxy.Counters.Connections;
        proxied.Proxy.StrikeIdle(new FinWhileIdle());

        for (int i = 0; i < 2; i++)
        {
            var refused = await Assert.ThrowsAsync<ResilientMySqlException>(() => mode.ExecuteAsync(connection, "DELETE FROM city WHERE city_id = 1"));
            Assert.Equal((LossCause.Link, ExecutionOutcome.NotExecuted), (refused.Cause, refused.Outcome));
            Assert.Contains("forbade", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal(before, proxied.Proxy.Counters.Connections);
        forbids = false;
        Assert.Equal(600L, await mode.ScalarAsync(connection, "SELECT COUNT(*) FROM city"));

        // A read that may have run is not repeated against a handler's will.
        forbids = true;
        proxied.LoseAnswerTo("SELECT 2");
        var unknown = await Assert.ThrowsAsync<ResilientMySqlException>(() => mode.ScalarAsync(connection, "SELECT 2"));
        Assert.Equal(ExecutionOutcome.Unknown, unknown.Outcome);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task HandlerOfTheDataSource_ForbidsOpeningWithADeadSession(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        var time = new FakeTimeProvider();
        await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString, null, time);
        await using var connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        await mode.CloseAsync(connection);
        await rented.Server.KillAllSessionsAsync();
        EventHandler<RehydratingEventArgs> forbid = (_, asked) => asked.Cancel = true;
        dataSource.Rehydrating += forbid;

        // Long enough that the session is not trusted any more, too short for anybody to look after it in the background.
        time.Advance(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAsync<ResilientMySqlException>(() => mode.OpenAsync(connection));

        dataSource.Rehydrating -= forbid;
        await mode.OpenAsync(connection);
    }

    [SkippableTheory]
    [MemberData(nameof(Cells.Servers), MemberType = typeof(Cells))]
    public async Task Meter_CountsWhatHappened(ServerEngine engine)
    {
        await using Proxied proxied = await Proxied.StartAsync(engine);
        using var meter = new CountingListener();
        await using ResilientMySqlConnection connection = proxied.CreateConnection();
        await connection.OpenAsync();

        proxied.Proxy.StrikeIdle(new FinWhileIdle());
        await CallMode.Async.ScalarAsync(connection, "SELECT 1");
        proxied.LoseAnswerTo("DELETE FROM city WHERE city_id = 1");
        await Assert.ThrowsAsync<ResilientMySqlException>(() => CallMode.Async.ExecuteAsync(connection, "DELETE FROM city WHERE city_id = 1"));

        Assert.Contains("resilientmysql.rehydrations server.address=127.0.0.1", meter.Counted);
        Assert.Contains("resilientmysql.rehydration.duration server.address=127.0.0.1", meter.Counted);
        Assert.Contains(
            "resilientmysql.refusals server.address=127.0.0.1 resilientmysql.cause=Link resilientmysql.outcome=Unknown", meter.Counted);
    }

    /// <summary>Listens to the whole process; other tests may add to what it hears.</summary>
    private sealed class CountingListener : IDisposable
    {
        private readonly MeterListener _listener = new();

        public CountingListener()
        {
            _listener.InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == "ResilientMySql")
                    listener.EnableMeasurementEvents(instrument);
            };
            _listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Note(instrument, tags));
            _listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Note(instrument, tags));
            _listener.Start();
        }

        public System.Collections.Concurrent.ConcurrentQueue<string> Counted { get; } = new();

        public void Dispose() => _listener.Dispose();

        private void Note(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            string text = instrument.Name;
            foreach (KeyValuePair<string, object?> tag in tags)
                text += $" {tag.Key}={tag.Value}";

            Counted.Enqueue(text);
        }
    }
}
