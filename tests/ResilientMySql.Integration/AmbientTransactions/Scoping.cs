using System.Data.Common;
using System.Transactions;
using MySqlConnector;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.AmbientTransactions;

/// <summary>What the tests of scopes have in common.</summary>
internal static class Scoping
{
    public const string Insert = "INSERT INTO city (city, country_id) VALUES ('Atlantis', 102)";

    /// <summary>A scope that flows with async calls.</summary>
    public static TransactionScope Begin(IsolationLevel level = IsolationLevel.Serializable, TransactionScopeOption option = TransactionScopeOption.Required) =>
        new(option, new TransactionOptions { IsolationLevel = level, Timeout = TimeSpan.FromMinutes(2) }, TransactionScopeAsyncFlowOption.Enabled);

    /// <summary>The connection string; of another pool for each test.</summary>
    public static string Of(this ScopeKind kind, string connectionString, string extra = "") =>
        $"{connectionString};Use XA Transactions={kind is ScopeKind.Xa};Application Name={Guid.NewGuid():N}{extra}";

    public static DbConnection Create(this Provider provider, string connectionString) =>
        provider is Provider.Driver ? new MySqlConnection(connectionString) : new ResilientMySqlConnection(connectionString);

    public static async Task<DbConnection> OpenAsync(this Provider provider, CallMode mode, string connectionString)
    {
        DbConnection connection = provider.Create(connectionString);
        try
        {
            await mode.OpenAsync(connection);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens a connection, inserts, and closes it again.</summary>
    public static async Task InsertAsync(this Provider provider, CallMode mode, string connectionString)
    {
        await using DbConnection connection = await provider.OpenAsync(mode, connectionString);
        await mode.ExecuteAsync(connection, Insert);
    }

    public static async Task<long> ThreadOfAsync(this CallMode mode, DbConnection connection) =>
        Convert.ToInt64(await mode.ScalarAsync(connection, "SELECT CONNECTION_ID()"), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>As others see it, who are in no scope.</summary>
    public static async Task<long> CountAtlantisAsync(this TestServer server)
    {
        using TransactionScope outside = Begin(option: TransactionScopeOption.Suppress);
        return await server.QueryAsync<long>($"SELECT COUNT(*) FROM {server.Database}.city WHERE city = 'Atlantis'");
    }

    /// <summary>Done by somebody else, who is in no scope.</summary>
    public static async Task InsertAsync(this TestServer server)
    {
        using TransactionScope outside = Begin(option: TransactionScopeOption.Suppress);
        await server.ExecuteAsync($"INSERT INTO {server.Database}.city (city, country_id) VALUES ('Atlantis', 102)");
    }
}
