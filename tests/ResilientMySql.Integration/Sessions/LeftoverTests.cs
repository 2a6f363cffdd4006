using System.Globalization;
using MySqlConnector;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Sessions;

/// <summary>What a session tells of its last statement, it does not tell the next user, whether it was reset or not.</summary>
public sealed class LeftoverTests
{
    private static readonly string[][] Leases =
    [
        ["INSERT INTO numbers (n) VALUES (1), (2), (3)"],
        ["SELECT n FROM numbers LIMIT 3"],
        ["SELECT CAST('x' AS SIGNED)"],
        ["SELECT nothing"],
        ["SELECT LAST_INSERT_ID(77)"],
        ["SET @v = 1", "INSERT INTO numbers (n) VALUES (1), (2), (3)"],
        ["SET @v = 1", "SELECT n FROM numbers LIMIT 3"],
        ["SET @v = 1", "SELECT CAST('x' AS SIGNED)"],
        ["SET last_insert_id = 77, insert_id = 770000"],
    ];

    /// <summary>Each with what a session just opened may answer: nothing, but for what opening it has run.</summary>
    private static readonly (string Question, string[] Answers)[] Questions =
    [
        ("SELECT LAST_INSERT_ID()", ["0"]),
        ("SELECT @@identity", ["0"]),
        ("SELECT @@last_insert_id", ["0"]),
        ("SELECT @@insert_id", ["0"]),
        ("SELECT ROW_COUNT()", ["0", "-1"]),
        ("SELECT FOUND_ROWS()", ["0", "1"]),
        ("SELECT @@warning_count", ["0"]),
        ("SELECT @@error_count", ["0"]),
        ("SHOW WARNINGS", [""]),
        ("SHOW COUNT(*) ERRORS", ["0"]),
    ];

    [SkippableTheory]
    [MemberData(nameof(Cells.ServersAndModes), MemberType = typeof(Cells))]
    public async Task LastStatement_IsNobodyElses(ServerEngine engine, CallMode mode)
    {
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await rented.Server.ExecuteAsync($"CREATE TABLE {rented.Server.Database}.numbers (id INT PRIMARY KEY AUTO_INCREMENT, n INT)");
        try
        {
            await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Maximum Pool Size=1;Allow User Variables=true");
            var told = new List<string>();
            foreach (string[] lease in Leases)
            {
                foreach ((string question, string[] answers) in Questions)
                {
                    await RunAsync(mode, dataSource, lease);
                    string answer = await AskAsync(mode, dataSource, question);
                    if (!answers.Contains(answer))
                        told.Add($"after {string.Join("; ", lease)}: {question} is {answer}");
                }
            }

            Assert.True(told.Count == 0, string.Join('\n', told));
        }
        finally
        {
            await rented.Server.ExecuteAsync($"DROP TABLE {rented.Server.Database}.numbers");
        }
    }

    [SkippableFact]
    public async Task LastDrawFromASequence_IsNobodyElses()
    {
        await using RentedServer rented = await ServerPool.RentAsync(ServerEngine.MariaDb);
        await rented.Server.ExecuteAsync($"CREATE OR REPLACE SEQUENCE {rented.Server.Database}.numbers");
        try
        {
            await using var dataSource = new ResilientMySqlDataSource(rented.Server.ConnectionString + ";Maximum Pool Size=1");
            await using ResilientMySqlConnection connection = dataSource.CreateConnection();
            connection.Open();
            await CallMode.Sync.ScalarAsync(connection, "SELECT NEXTVAL(numbers)");
            connection.Close();
            connection.Open();

            Assert.Equal(DBNull.Value, await CallMode.Sync.ScalarAsync(connection, "SELECT LASTVAL(numbers)"));
        }
        finally
        {
            await rented.Server.ExecuteAsync($"DROP SEQUENCE {rented.Server.Database}.numbers");
        }
    }

    private static async Task RunAsync(CallMode mode, ResilientMySqlDataSource dataSource, string[] statements)
    {
        await using ResilientMySqlConnection connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        foreach (string sql in statements)
        {
            if (sql is "SELECT nothing")
                await Assert.ThrowsAsync<MySqlException>(() => mode.ScalarAsync(connection, sql));
            else
                await mode.ScalarAsync(connection, sql);
        }

        await mode.CloseAsync(connection);
    }

    private static async Task<string> AskAsync(CallMode mode, ResilientMySqlDataSource dataSource, string question)
    {
        await using ResilientMySqlConnection connection = dataSource.CreateConnection();
        await mode.OpenAsync(connection);
        string answer = Convert.ToString(await mode.ScalarAsync(connection, question), CultureInfo.InvariantCulture) ?? "";
        await mode.CloseAsync(connection);
        return answer;
    }
}
