using System.Security.Cryptography;
using MySqlConnector;

namespace ResilientMySql.TestServers.Administration;

/// <summary>Somebody else's server, used in a schema of our own.</summary>
internal sealed class ExternalServer : IServerHost
{
    private readonly string _administrator;

    private ExternalServer(string connectionString)
    {
        Database = $"resilientmysql_{Environment.ProcessId}_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}";
        UserConnectionString = new MySqlConnectionStringBuilder(connectionString) { Database = Database }.ConnectionString;
        _administrator = new MySqlConnectionStringBuilder(connectionString) { Database = "", Pooling = false }.ConnectionString;
    }

    public string UserConnectionString { get; }

    public string Database { get; }

    // The administrator is the same user, but has chosen no schema.
    public string SessionCondition => $"DB = '{Database}'";

    public static ExternalServer? Find(ServerEngine engine) =>
        Environment.GetEnvironmentVariable(VariableOf(engine)) is { Length: > 0 } connectionString ? new(connectionString) : null;

    public static string VariableOf(ServerEngine engine) => "RESILIENTMYSQL_" + engine.ToString().ToUpperInvariant();

    public async Task<MySqlConnection> OpenAdministratorAsync(CancellationToken cancellationToken)
    {
        var connection = new MySqlConnection(_administrator);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    public Task PrepareAsync(MySqlConnection administrator, CancellationToken cancellationToken) => Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await using var connection = await OpenAdministratorAsync(CancellationToken.None);
        await using var command = new MySqlCommand($"DROP DATABASE IF EXISTS `{Database}`", connection);
        await command.ExecuteNonQueryAsync();
    }
}
