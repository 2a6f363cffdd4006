using ResilientMySql.TestServers;

namespace ResilientMySql.Chaos;

/// <summary>The tables that workers write to.</summary>
internal static class Schema
{
    public const int Counters = 4;
    public const int Accounts = 20;
    public const int PaidIn = 10_000;
    public const long Total = (long)Accounts * PaidIn;

    /// <summary>Every session's lock_wait_timeout, unless it is set otherwise; the servers' own defaults differ.</summary>
    public const int LockWaitTimeout = 3600;

    // No unique index on an id: what comes twice is to be seen twice.
    private static readonly string[] Statements =
    [
        "CREATE TABLE chaos_ledger (row_number_ BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, id BIGINT NOT NULL) ENGINE = InnoDB",
        "CREATE TABLE chaos_counter (id INT NOT NULL PRIMARY KEY, value BIGINT NOT NULL) ENGINE = InnoDB",
        "CREATE TABLE chaos_account (id INT NOT NULL PRIMARY KEY, balance BIGINT NOT NULL) ENGINE = InnoDB",
        """
        CREATE TABLE chaos_transfer (row_number_ BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, id BIGINT NOT NULL,
            source INT NOT NULL, target INT NOT NULL, amount INT NOT NULL) ENGINE = InnoDB
        """,
        $"INSERT INTO chaos_counter VALUES {Rows(Counters, 0)}",
        $"INSERT INTO chaos_account VALUES {Rows(Accounts, PaidIn)}",
    ];

    public static async Task CreateAsync(TestServer server)
    {
        foreach (string statement in Statements)
            await server.ExecuteAsync(Qualified(server, statement));
    }

    public static async Task DropAsync(TestServer server)
    {
        foreach (string table in (string[])["chaos_ledger", "chaos_counter", "chaos_account", "chaos_transfer"])
            await server.ExecuteAsync(Qualified(server, $"DROP TABLE IF EXISTS {table}"));
    }

    private static string Qualified(TestServer server, string statement) =>
        statement.Replace("chaos_", $"{server.Database}.chaos_", StringComparison.Ordinal);

    private static string Rows(int count, int value) =>
        string.Join(", ", Enumerable.Range(1, count).Select(id => $"({id}, {value})"));
}
