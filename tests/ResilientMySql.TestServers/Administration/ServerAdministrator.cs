using System.Globalization;
using MySqlConnector;

namespace ResilientMySql.TestServers.Administration;

/// <summary>Asks the server for the truth and ends sessions, each time on a fresh connection.</summary>
internal sealed class ServerAdministrator(ServerEngine engine, IServerHost host)
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan SessionEndTimeout = TimeSpan.FromSeconds(30);

    // MySQL deprecates its list in information_schema; MariaDB's performance_schema is off unless asked for.
    private readonly string _processList = engine switch
    {
        ServerEngine.MariaDb => "information_schema.PROCESSLIST",
        ServerEngine.MySql => "performance_schema.processlist",
        _ => throw new ArgumentOutOfRangeException(nameof(engine)),
    };

    public async Task<T?> QueryAsync<T>(string sql, CancellationToken cancellationToken)
    {
        await using var connection = await host.OpenAdministratorAsync(cancellationToken);
        return await ScalarAsync<T>(connection, sql, cancellationToken);
    }

    public async Task<int> ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var connection = await host.OpenAdministratorAsync(cancellationToken);
        return await NonQueryAsync(connection, sql, cancellationToken);
    }

    public Task<int> CountSessionsAsync(CancellationToken cancellationToken) =>
        QueryAsync<int>($"SELECT COUNT(*) FROM {_processList} WHERE {host.SessionCondition}", cancellationToken);

    public async Task KillSessionAsync(long threadId, CancellationToken cancellationToken)
    {
        await using var connection = await host.OpenAdministratorAsync(cancellationToken);
        await KillAsync(connection, threadId, cancellationToken);
        await WaitUntilGoneAsync(connection, $"ID = {threadId}", cancellationToken);
    }

    public async Task KillAllSessionsAsync(CancellationToken cancellationToken)
    {
        await using var connection = await host.OpenAdministratorAsync(cancellationToken);
        var threadIds = await ListSessionsAsync(connection, cancellationToken);
        if (threadIds.Count == 0)
            return;

        // Only these: a pool may open others in their place at once.
        foreach (var threadId in threadIds)
            await KillAsync(connection, threadId, cancellationToken);
        await WaitUntilGoneAsync(connection, $"ID IN ({string.Join(',', threadIds)})", cancellationToken);
    }

    private async Task<List<long>> ListSessionsAsync(MySqlConnection connection, CancellationToken cancellationToken)
    {
        var threadIds = new List<long>();
        await using var command = new MySqlCommand($"SELECT ID FROM {_processList} WHERE {host.SessionCondition}", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            threadIds.Add(reader.GetInt64(0));
        return threadIds;
    }

    private async Task WaitUntilGoneAsync(MySqlConnection connection, string condition, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(SessionEndTimeout);
        while (await ScalarAsync<int>(connection, $"SELECT COUNT(*) FROM {_processList} WHERE {condition}", timeout.Token) > 0)
            await Task.Delay(PollInterval, timeout.Token);
    }

    private static async Task KillAsync(MySqlConnection connection, long threadId, CancellationToken cancellationToken)
    {
        try
        {
            await NonQueryAsync(connection, $"KILL {threadId}", cancellationToken);
        }
        catch (MySqlException exception) when (exception.ErrorCode == MySqlErrorCode.NoSuchThread)
        {
            // It ended by itself in the meantime.
        }
    }

    private static async Task<int> NonQueryAsync(MySqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new MySqlCommand(sql, connection);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<T?> ScalarAsync<T>(MySqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new MySqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(cancellationToken) switch
        {
            null or DBNull => default,
            T value => value,
            var value => (T)Convert.ChangeType(value, Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T), CultureInfo.InvariantCulture),
        };
    }
}
