using MySqlConnector;

namespace ResilientMySql.Benchmarks.Servers;

/// <summary>Reads the server's counters on a connection of its own, and leaves its own reading out.</summary>
internal sealed class CommandCounter : IAsyncDisposable
{
    private static readonly string Sql =
        $"SHOW GLOBAL STATUS WHERE Variable_name IN ({string.Join(", ", CommandCounts.Counters.Select(static counter => $"'{counter.Name}'"))})";

    private readonly MySqlConnection _connection;
    private readonly MySqlCommand _command;
    private CommandCounts _ofReading = CommandCounts.None;

    private CommandCounter(MySqlConnection connection)
    {
        _connection = connection;
        _command = new MySqlCommand(Sql, connection);
    }

    public static async Task<CommandCounter> OpenAsync(string connectionString)
    {
        var connection = new MySqlConnection(connectionString + ";Pooling=False");
        await connection.OpenAsync();
        var counter = new CommandCounter(connection);
        CommandCounts before = await counter.ReadAsync();
        counter._ofReading = await counter.ReadAsync() - before;
        return counter;
    }

    public async Task<CommandCounts> ReadAsync()
    {
        var values = new Dictionary<string, long>();
        await using MySqlDataReader reader = await _command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            values[reader.GetString(0)] = long.Parse(reader.GetString(1), null);

        return new CommandCounts(values);
    }

    /// <summary>What others sent since an earlier reading.</summary>
    public async Task<CommandCounts> SinceAsync(CommandCounts earlier) => await ReadAsync() - earlier - _ofReading;

    public async ValueTask DisposeAsync()
    {
        await _command.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
