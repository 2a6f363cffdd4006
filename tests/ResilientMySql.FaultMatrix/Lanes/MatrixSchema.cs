using MySqlConnector;
using ResilientMySql.TestServers;

namespace ResilientMySql.FaultMatrix.Lanes;

/// <summary>The cells' users and tables.</summary>
internal static class MatrixSchema
{
    public const string Database = "matrix";

    /// <summary>A row that is always there.</summary>
    public const string Seed = "seed";

    /// <summary>Some more that are always there.</summary>
    public const string Listed = "listed";

    public static readonly IReadOnlyList<string> ListedNotes = ["", "one", "two", "three", "four"];

    public static Task CreateUsersAsync(Lane lane) => ExecuteAsync(lane, $"""
        CREATE USER '{Lane.User}'@'%' IDENTIFIED BY '{lane.Password}';
        GRANT ALL PRIVILEGES ON {Database}.* TO '{Lane.User}'@'%';
        GRANT SELECT ON sakila.* TO '{Lane.User}'@'%';
        CREATE USER '{Lane.Filler}'@'%';
        """);

    /// <summary>
    /// The table <c>entry</c> may be locked while transactions are open that have written to <c>booking</c>. Neither has a
    /// unique key that would keep a row from being there twice.
    /// </summary>
    public static Task CreateAsync(Lane lane) => ExecuteAsync(lane, $"""
        DROP DATABASE IF EXISTS {Database};
        CREATE DATABASE {Database};
        CREATE TABLE {Database}.entry (id BIGINT AUTO_INCREMENT PRIMARY KEY, tag VARCHAR(64) NOT NULL, note MEDIUMTEXT NOT NULL, KEY (tag)) ENGINE=InnoDB;
        CREATE TABLE {Database}.booking LIKE {Database}.entry;
        INSERT INTO {Database}.entry (tag, note) VALUES ('{Seed}', '');
        INSERT INTO {Database}.entry (tag, note) VALUES {string.Join(", ", ListedNotes.Select(static note => $"('{Listed}', '{note}')"))};
        """);

    private static async Task ExecuteAsync(Lane lane, string sql)
    {
        await using MySqlConnection root = await lane.OpenRootAsync();
        await using var command = new MySqlCommand(sql, root);
        await command.ExecuteNonQueryAsync();
    }
}
