using System.Collections.Concurrent;
using MySqlConnector;
using ResilientMySql.Conformance.Transcripts;
using ResilientMySql.TestServers;

namespace ResilientMySql.Conformance;

/// <summary>A server with schemas, each lent to one run of a case at a time.</summary>
public abstract class Lanes(ServerEngine engine) : IAsyncLifetime
{
    private readonly ConcurrentBag<string> _free = [];
    private RentedServer? _rented;
    private int _count;

    public ServerEngine Engine => engine;

    public async Task InitializeAsync()
    {
        // Synchronous cases block threads of the pool.
        ThreadPool.SetMinThreads(64, 64);
        _rented = await ServerPool.RentAsync(engine);
        if (_rented.Server.CanControl)
            await _rented.Server.ExecuteAsync("SET GLOBAL max_connections = 1000; SET GLOBAL local_infile = 1; SET GLOBAL log_bin_trust_function_creators = 1");
    }

    public async Task DisposeAsync()
    {
        await MySqlConnection.ClearAllPoolsAsync();
        if (_rented is not null)
            await _rented.DisposeAsync();
    }

    /// <summary>Runs a case on a schema that nobody else uses meanwhile.</summary>
    public async Task<Transcript> RunAsync(ConformanceCase conformanceCase, CallMode mode)
    {
        if (!_free.TryTake(out string? connectionString))
            connectionString = await MakeAsync();

        var ground = new Ground(engine, mode, connectionString);
        var transcript = new Transcript(ground);
        try
        {
            await Task.Run(() => conformanceCase.RunAsync(ground, transcript)).WaitAsync(TimeSpan.FromSeconds(60));
            _free.Add(connectionString);
        }
        catch (Exception exception)
        {
            // The lane is not used again: the case may still be at work.
            (string text, string? remark) = Describe.Exception(exception);
            transcript.Write($"THE CASE ENDED BY AN EXCEPTION: {text}", $"{remark} {exception.StackTrace}");
        }

        return transcript;
    }

    private async Task<string> MakeAsync()
    {
        string schema = $"{_rented!.Server.Database}_lane{Interlocked.Increment(ref _count)}";
        await _rented.Server.ExecuteAsync($"DROP DATABASE IF EXISTS {schema}; CREATE DATABASE {schema} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci");
        return new MySqlConnectionStringBuilder(_rented.Server.ConnectionString) { Database = schema }.ConnectionString;
    }
}
