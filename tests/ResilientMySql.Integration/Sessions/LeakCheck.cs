using System.Data.Common;
using System.Globalization;
using MySqlConnector;
using ResilientMySql.Integration.Statements;

namespace ResilientMySql.Integration.Sessions;

/// <summary>
/// Two users of a pool with one place: the first does something and goes, the second must find the session as if it had just been
/// opened.
/// </summary>
internal sealed class LeakCheck : IAsyncDisposable
{
    private readonly OracleServer _server;
    private readonly CallMode _mode;
    private readonly string _connectionString;
    private readonly List<string> _leaks = [];
    private ResilientMySqlDataSource _dataSource;
    private LeasedState? _fresh;

    /// <param name="server">Where the pool is to be.</param>
    /// <param name="mode">How the users call.</param>
    /// <param name="options">Further keywords of the pool's connection string.</param>
    public LeakCheck(OracleServer server, CallMode mode, string options = "")
    {
        _server = server;
        _mode = mode;
        _connectionString = $"{server.ConnectionString};Pooling=true;Maximum Pool Size=1;{options}";
        _dataSource = new ResilientMySqlDataSource(_connectionString);
    }

    /// <summary>What the second users have found, a line each.</summary>
    public IReadOnlyList<string> Leaks => _leaks;

    /// <summary>Lets the first user do something, whatever comes of it, and looks at the session as the second.</summary>
    /// <param name="name">What the first one does.</param>
    /// <param name="act">Does it.</param>
    /// <param name="fate">What is to become of the session.</param>
    /// <param name="stays">Differences that are no leaks.</param>
    public async Task RunAsync(string name, Func<ResilientMySqlConnection, Task> act, SessionFate fate, params string[] stays)
    {
        _fresh ??= await LeasedState.FreshAsync(_server);
        string[] leaks = [.. (await LeaksAsync(act, fate)).Except(stays)];
        if (leaks.Length == 0)
            return;

        // What comes next is not to be blamed for it.
        _leaks.AddRange(leaks.Select(leak => $"{name}: {leak}"));
        await _dataSource.DisposeAsync();
        _dataSource = new ResilientMySqlDataSource(_connectionString);
    }

    /// <summary>The first user runs statements, and goes on after those that fail.</summary>
    public Task RunAsync(IReadOnlyList<string> statements, SessionFate fate) => RunAsync(string.Join("; ", statements), async first =>
    {
        foreach (string sql in statements)
            await TryAsync(() => ExecuteAsync(first, sql));
    }, fate);

    /// <summary>The first user prepares a statement, and does not run it. It stays, without a name that others could meet it by.</summary>
    public Task PrepareAsync(string sql) => RunAsync($"prepare {sql}", async first =>
    {
        await using ResilientMySqlCommand command = first.CreateCommand();
        command.CommandText = sql;
        await TryAsync(() => _mode.PrepareAsync(command));
    }, SessionFate.Any, "prepared", "");

    public ValueTask DisposeAsync() => _dataSource.DisposeAsync();

    private async Task<IEnumerable<string>> LeaksAsync(Func<ResilientMySqlConnection, Task> act, SessionFate fate)
    {
        int thread = await FirstUserAsync(act);
        await using ResilientMySqlConnection second = _dataSource.CreateConnection();
        try
        {
            await _mode.OpenAsync(second);
            bool isSame = second.ServerThread == thread;

            // A session that was closed goes in the server's own time.
            if (!isSame)
                await Eventually.HoldsAsync(async () => await OracleServer.ScalarAsync(_server.Onlooker, $"SELECT COUNT(*) FROM information_schema.processlist WHERE id = {thread}") == "0");

            string[] lasting = [.. await LastStatementAsync(second)];
            await ExecuteAsync(second, $"SELECT id FROM {OracleSchema.Name}.ids");
            return [.. lasting, .. await DifferencesAsync(second), .. fate is SessionFate.Kept && !isSame ? ["the session was closed"] : (string[])[]];
        }
        catch (Exception exception) when (exception is MySqlException or ResilientMySqlException or InvalidOperationException)
        {
            return [$"the next user gets {exception.Message}"];
        }
        finally
        {
            await _mode.CloseAsync(second);
        }
    }

    private async Task<int> FirstUserAsync(Func<ResilientMySqlConnection, Task> act)
    {
        await using ResilientMySqlConnection first = _dataSource.CreateConnection();
        await _mode.OpenAsync(first);
        int thread = first.ServerThread;

        // What the second user must not be told, where what is done after it leaves nothing of the kind.
        await ExecuteAsync(first, $"INSERT INTO {OracleSchema.Name}.w (n) VALUES (1), (2), (3)");
        await ExecuteAsync(first, $"SELECT id FROM {OracleSchema.Name}.w LIMIT 3");
        await act(first);
        await _mode.CloseAsync(first);
        return thread;
    }

    /// <summary>Statements may have changed what new sessions start with: what is different from before must be so now.</summary>
    private async Task<IEnumerable<string>> DifferencesAsync(ResilientMySqlConnection second)
    {
        LeasedState seen = await LeasedState.OfAsync(_server, second);
        string[] differences = [.. seen.DifferencesFrom(_fresh!)];
        if (differences.Length == 0)
            return differences;

        _fresh = await LeasedState.FreshAsync(_server);
        string[] now = [.. seen.DifferencesFrom(_fresh)];
        return differences.Where(difference => !difference.StartsWith("variable ", StringComparison.Ordinal) || now.Contains(difference));
    }

    private async Task<IEnumerable<string>> LastStatementAsync(ResilientMySqlConnection second)
    {
        await using ResilientMySqlCommand command = second.CreateCommand();
        command.CommandText = "SELECT LAST_INSERT_ID(), ROW_COUNT(), FOUND_ROWS()";
        await using DbDataReader reader = await _mode.ReaderAsync(command);
        Assert.True(await _mode.ReadAsync(reader));
        decimal[] values = [.. Enumerable.Range(0, 3).Select(i => Convert.ToDecimal(reader.GetValue(i), CultureInfo.InvariantCulture))];

        // A session just opened has run nothing but SET, or a SELECT of one row.
        return values is [0, 0 or -1, 0 or 1] ? [] : [$"LAST_INSERT_ID(), ROW_COUNT(), FOUND_ROWS() are {string.Join(", ", values)}"];
    }

    private async Task ExecuteAsync(ResilientMySqlConnection connection, string sql)
    {
        await using ResilientMySqlCommand command = connection.CreateCommand();
        command.CommandText = sql;
        await using DbDataReader reader = await _mode.ReaderAsync(command);
        do
        {
            while (await _mode.ReadAsync(reader))
            {
            }
        }
        while (_mode is CallMode.Sync ? reader.NextResult() : await reader.NextResultAsync());
    }

    /// <summary>Whatever comes of it: what it leaves behind is the question.</summary>
    private static async Task TryAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception exception) when (exception is MySqlException or ResilientMySqlException or InvalidOperationException or ArgumentException)
        {
        }
    }
}
