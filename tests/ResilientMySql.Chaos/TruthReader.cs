using System.Globalization;
using MySqlConnector;
using ResilientMySql.Chaos.Ledger;
using ResilientMySql.TestServers;

namespace ResilientMySql.Chaos;

/// <summary>Asks the server itself, not through the proxy, what it has.</summary>
internal static class TruthReader
{
    public static async Task<Truth> ReadAsync(TestServer server)
    {
        await using var connection = new MySqlConnection($"{server.ConnectionString};Pooling=false");
        await connection.OpenAsync();
        Dictionary<long, long> imbalances = await ReadAsync(connection, $"""
            SELECT a.id, CAST(a.balance - {Schema.PaidIn}
                - COALESCE((SELECT SUM(amount) FROM chaos_transfer WHERE target = a.id), 0)
                + COALESCE((SELECT SUM(amount) FROM chaos_transfer WHERE source = a.id), 0) AS SIGNED)
            FROM chaos_account a
            """);
        Dictionary<long, long> balances = await ReadAsync(connection, "SELECT id, balance FROM chaos_account");
        return new Truth
        {
            Inserted = await ReadAsync(connection, "SELECT id, COUNT(*) FROM chaos_ledger GROUP BY id"),
            Transferred = await ReadAsync(connection, "SELECT id, COUNT(*) FROM chaos_transfer GROUP BY id"),
            Counters = await ReadAsync(connection, "SELECT id, value FROM chaos_counter"),
            Imbalances = imbalances,
            Surplus = balances.Values.Sum() - Schema.Total,
        };
    }

    /// <summary>How many ids are there more than once. A moment later there may be more.</summary>
    public static Task<long> CountDoublesAsync(TestServer server, CancellationToken cancellationToken) => server.QueryAsync<long>($"""
        SELECT (SELECT COUNT(*) - COUNT(DISTINCT id) FROM {server.Database}.chaos_ledger)
             + (SELECT COUNT(*) - COUNT(DISTINCT id) FROM {server.Database}.chaos_transfer)
        """, cancellationToken);

    private static async Task<Dictionary<long, long>> ReadAsync(MySqlConnection connection, string sql)
    {
        var rows = new Dictionary<long, long>();
        await using var command = new MySqlCommand(sql, connection);
        await using MySqlDataReader reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            rows.Add(reader.GetInt64(0), Convert.ToInt64(reader.GetValue(1), CultureInfo.InvariantCulture));
        return rows;
    }
}
