using MySqlConnector;
using ResilientMySql.Benchmarks.Servers;

namespace ResilientMySql.Microbenchmarks.Ground;

/// <summary>The server of the run, and what is asked of it.</summary>
/// <remarks>Static, because BenchmarkDotNet makes the objects that use it.</remarks>
internal static class MicroServer
{
    /// <summary>How many rows <c>item</c> has, numbered from 1.</summary>
    public const int Items = 100_000;

    private static readonly string Digits = $"(SELECT 0 AS d {string.Join(' ', Enumerable.Range(1, 9).Select(static digit => $"UNION SELECT {digit}"))})";

    private static readonly string[] Preparation =
    [
        "CREATE TABLE item (id INT NOT NULL PRIMARY KEY, name VARCHAR(50) NOT NULL)",
        $"""
        INSERT INTO item SELECT 1 + a.d + 10 * b.d + 100 * c.d + 1000 * d.d + 10000 * e.d, CONCAT('the item called ', a.d, b.d, c.d, d.d, e.d)
        FROM {Digits} a, {Digits} b, {Digits} c, {Digits} d, {Digits} e
        """,
    ];

    /// <summary>How to reach it.</summary>
    public static string ConnectionString { get; private set; } = "";

    /// <summary>Makes it the one that everybody asks.</summary>
    public static async Task UseAsync(BenchmarkServer server, CancellationToken cancellationToken)
    {
        ConnectionString = server.ConnectionString;
        await using MySqlConnection connection = OpenDriver();
        foreach (string sql in Preparation)
        {
            await using var command = new MySqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>A connection of the driver's own, for synchronous calls.</summary>
    public static MySqlConnection OpenDriver()
    {
        var connection = new MySqlConnection(ConnectionString + ";Pooling=False");
        connection.Open();
        return connection;
    }

    /// <inheritdoc cref="OpenDriver"/>
    public static async Task<MySqlConnection> OpenDriverAsync()
    {
        var connection = new MySqlConnection(ConnectionString + ";Pooling=False");
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>A connection of ours, for synchronous calls.</summary>
    public static ResilientMySqlConnection Open(WireMode wire = WireMode.Off)
    {
        var connection = new ResilientMySqlConnection($"{ConnectionString};Pooling=False;Wire={wire}");
        connection.Open();
        return connection;
    }

    /// <inheritdoc cref="Open"/>
    public static async Task<ResilientMySqlConnection> OpenAsync(WireMode wire = WireMode.Off)
    {
        var connection = new ResilientMySqlConnection($"{ConnectionString};Pooling=False;Wire={wire}");
        await connection.OpenAsync();
        return connection;
    }
}
