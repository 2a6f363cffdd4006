using System.Text;
using System.Transactions;
using MySqlConnector;
using ResilientMySql.Integration.Faults;
using ResilientMySql.Testing;
using ResilientMySql.Testing.Faults;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.AmbientTransactions;

/// <summary>Faults in the statements of scopes, and what they leave on the server.</summary>
internal static class ScopeFaults
{
    // The server makes this table anew only when nobody has read it for 0.1 s.
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    /// <summary>The server runs the statement that starts so, and nobody hears of it.</summary>
    public static Injection LoseAnswer(this Proxied proxied, string start) => proxied.Lose(new SwallowAnswer(), start);

    public static Injection Lose(this Proxied proxied, Fault fault, string start, int times = 1) =>
        proxied.Proxy.Inject(fault, request => request.Command is ServerCommand.Query && request.Sql?.StartsWith(start, StringComparison.Ordinal) is true, times);

    /// <summary>The branches that are prepared, by the names that statements have for them.</summary>
    public static async Task<List<string>> PreparedBranchesAsync(this TestServer server)
    {
        using TransactionScope outside = Scoping.Begin(option: TransactionScopeOption.Suppress);
        await using var connection = new MySqlConnection(server.ConnectionString);
        await connection.OpenAsync();
        await using var command = new MySqlCommand("XA RECOVER", connection);
        await using MySqlDataReader reader = await command.ExecuteReaderAsync();
        var branches = new List<string>();
        while (await reader.ReadAsync())
        {
            string data = reader.GetValue(3) is byte[] bytes ? Encoding.UTF8.GetString(bytes) : reader.GetString(3);
            int global = reader.GetInt32(1);
            branches.Add($"'{data[..global]}','{data[global..]}'");
        }

        return branches;
    }

    /// <summary>Ends prepared branches, so that they do not hold locks of the server's next user.</summary>
    public static async Task EndBranchesAsync(this TestServer server, string verb)
    {
        foreach (string branch in await server.PreparedBranchesAsync())
        {
            using TransactionScope outside = Scoping.Begin(option: TransactionScopeOption.Suppress);
            await server.ExecuteAsync($"XA {verb} {branch}");
        }
    }

    /// <summary>Sessions that were cut off are rolled back a moment later.</summary>
    public static async Task WaitUntilNobodyHoldsAsync(this TestServer server)
    {
        using TransactionScope outside = Scoping.Begin(option: TransactionScopeOption.Suppress);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await server.QueryAsync<long>("SELECT COUNT(*) FROM information_schema.innodb_trx", limit.Token) > 0)
            await Task.Delay(BetweenLooks, limit.Token);
    }
}
