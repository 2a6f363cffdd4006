using System.Data.Common;
using System.Globalization;
using MySqlConnector;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Statements;

/// <summary>All that a session is made of and its server shows, as names and values.</summary>
internal sealed class SessionState
{
    /// <summary>Variables that move by themselves, or tell what the last statement did.</summary>
    private static readonly HashSet<string> Moving =
    [
        "timestamp", "rand_seed1", "rand_seed2", "last_insert_id", "identity", "insert_id", "warning_count", "error_count",
        "in_transaction", "last_gtid", "gtid_seq_no", "statement_id", "gtid_owned",
    ];

    private readonly SortedDictionary<string, string> _values = new(StringComparer.Ordinal);

    private SessionState()
    {
    }

    public bool IsInTransaction { get; private set; }

    /// <summary>Looks at the session from inside, and at its locks from outside.</summary>
    public static Task<SessionState> LookAsync(OracleServer server, MySqlConnection session) => LookAsync(server, session, session.ServerThread);

    /// <inheritdoc cref="LookAsync(OracleServer, MySqlConnection)"/>
    public static async Task<SessionState> LookAsync(OracleServer server, DbConnection session, int serverThread)
    {
        string id = serverThread.ToString(CultureInfo.InvariantCulture);
        var state = new SessionState();
        state.IsInTransaction = server.Engine is ServerEngine.MySql
            ? await OracleServer.ScalarAsync(server.Onlooker, Transactions(id)) != "0"
            : await OracleServer.ScalarAsync(session, "SELECT @@in_transaction") != "0";
        await state.ReadAsync(session, server.Engine is ServerEngine.MySql ? MySqlSession : MariaDbSession);
        await state.ReadAsync(server.Onlooker, server.Engine is ServerEngine.MySql ? MySqlServer(id) : MariaDbServer);
        foreach (string table in (string[])["temp1", "t"])
            state._values["temporary " + table] = await IsTemporaryAsync(session, table);

        // So that two sessions can be compared.
        if (state._values.GetValueOrDefault("variable pseudo_thread_id") == id)
            state._values["variable pseudo_thread_id"] = "its own";

        return state;
    }

    /// <summary>The names of what is different.</summary>
    public IEnumerable<string> Differences(SessionState other) => _values.Keys.Union(other._values.Keys)
        .Where(name => _values.GetValueOrDefault(name) != other._values.GetValueOrDefault(name));

    private const string MySqlSession =
        """
        SELECT CONCAT('variable ', LOWER(VARIABLE_NAME)), VARIABLE_VALUE FROM performance_schema.variables_by_thread WHERE THREAD_ID = PS_CURRENT_THREAD_ID();
        SELECT CONCAT('variable @', LOWER(VARIABLE_NAME)), HEX(VARIABLE_VALUE) FROM performance_schema.user_variables_by_thread WHERE THREAD_ID = PS_CURRENT_THREAD_ID();
        SELECT 'schema', DATABASE() UNION ALL SELECT 'role', CURRENT_ROLE();
        """;

    private const string MariaDbSession =
        """
        SELECT CONCAT('variable ', LOWER(VARIABLE_NAME)), SESSION_VALUE FROM information_schema.SYSTEM_VARIABLES WHERE VARIABLE_SCOPE LIKE 'SESSION%';
        SELECT CONCAT('variable @', LOWER(VARIABLE_NAME)), VARIABLE_VALUE FROM information_schema.USER_VARIABLES;
        SELECT 'schema', DATABASE() UNION ALL SELECT 'role', CURRENT_ROLE();
        """;

    private static string Transactions(string id) =>
        $"SELECT COUNT(*) FROM performance_schema.events_transactions_current JOIN performance_schema.threads USING (THREAD_ID) WHERE PROCESSLIST_ID = {id} AND STATE = 'ACTIVE' AND AUTOCOMMIT = 'NO'";

    private static string MySqlServer(string id) =>
        $"""
         SELECT 'named lock', IS_USED_LOCK('l1');
         SELECT CONCAT('lock ', OBJECT_TYPE, ' ', LOCK_TYPE), COUNT(*) FROM performance_schema.metadata_locks JOIN performance_schema.threads ON THREAD_ID = OWNER_THREAD_ID WHERE PROCESSLIST_ID = {id} GROUP BY 1;
         SELECT CONCAT('prepared ', STATEMENT_NAME), 1 FROM performance_schema.prepared_statements_instances;
         """;

    private const string MariaDbServer =
        """
        SELECT 'named lock', IS_USED_LOCK('l1');
        SELECT 'prepared', VARIABLE_VALUE FROM information_schema.GLOBAL_STATUS WHERE VARIABLE_NAME = 'PREPARED_STMT_COUNT';
        SHOW OPEN TABLES WHERE In_use > 0;
        """;

    private async Task ReadAsync(DbConnection connection, string sql)
    {
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        await using DbDataReader reader = await command.ExecuteReaderAsync();
        do
        {
            while (await reader.ReadAsync())
            {
                string name = Text(reader, 0);
                string value = reader.FieldCount == 2 ? Text(reader, 1) : $"{Text(reader, 1)} {Text(reader, 2)}";
                if (!name.StartsWith("variable ", StringComparison.Ordinal) || !Moving.Contains(name["variable ".Length..]))
                    _values[name] = value;
            }
        }
        while (await reader.NextResultAsync());
    }

    private static async Task<string> IsTemporaryAsync(DbConnection session, string table)
    {
        try
        {
            await using DbCommand command = session.CreateCommand();
            command.CommandText = $"SHOW CREATE TABLE {OracleSchema.Name}.{table}";
            await using DbDataReader reader = await command.ExecuteReaderAsync();
            return await reader.ReadAsync() && reader.GetString(1).Contains("TEMPORARY", StringComparison.Ordinal) ? "yes" : "no";
        }
        catch (MySqlException)
        {
            return "no";
        }
    }

    private static string Text(DbDataReader reader, int column) => reader.GetValue(column) switch
    {
        byte[] bytes => Convert.ToHexString(bytes),
        var value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
