using System.Globalization;
using MySqlConnector;
using ResilientMySql.Integration.Statements;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Sessions;

/// <summary>
/// What whoever opens a connection finds on its session, as names and values: the variables of the server and of the user, schema,
/// role, temporary tables, locks, statements prepared by text, and what is recorded of earlier statements.
/// </summary>
/// <remarks>
/// Not compared are the variables that no two sessions have in common: <c>timestamp</c>, <c>rand_seed1</c> and <c>rand_seed2</c> (the
/// moment and chance), <c>statement_id</c> (counts the server's statements), <c>last_gtid</c>, <c>gtid_seq_no</c> and <c>gtid_owned</c>
/// (of the last transaction). <c>pseudo_thread_id</c> is to be the session's own number. <c>last_insert_id</c>, <c>insert_id</c> and
/// the counts of warnings tell of the last statement, which is one of ours here: <see cref="LeftoverTests"/> asks for them.
/// </remarks>
internal sealed class LeasedState
{
    private readonly SessionState _session;
    private readonly string _records;

    private LeasedState(SessionState session, string records)
    {
        _session = session;
        _records = records;
    }

    /// <summary>A session just opened by the driver, with the same settings.</summary>
    public static async Task<LeasedState> FreshAsync(OracleServer server)
    {
        MySqlConnection fresh = await server.OpenAsync();
        try
        {
            return new LeasedState(await SessionState.LookAsync(server, fresh), await RecordsAsync(server, fresh, fresh.ServerThread));
        }
        finally
        {
            await server.CloseAsync(fresh);
        }
    }

    /// <summary>The session of an open connection; first of all what it remembers of statements.</summary>
    public static async Task<LeasedState> OfAsync(OracleServer server, ResilientMySqlConnection connection)
    {
        string records = await RecordsAsync(server, connection, connection.ServerThread);
        return new LeasedState(await SessionState.LookAsync(server, connection, connection.ServerThread), records);
    }

    /// <summary>What is different from a session just opened, a name each.</summary>
    public IEnumerable<string> DifferencesFrom(LeasedState fresh)
    {
        foreach (string name in _session.Differences(fresh._session))
            yield return name;

        if (_session.IsInTransaction)
            yield return "an open transaction";

        if (_records != fresh._records)
            yield return $"records {_records} instead of {fresh._records}";
    }

    /// <summary>Texts of earlier statements that can be read on the session, and the group that its thread runs in.</summary>
    private static async Task<string> RecordsAsync(OracleServer server, System.Data.Common.DbConnection session, int serverThread)
    {
        string records = await OracleServer.ScalarAsync(
            session, "SELECT CONCAT((SELECT COUNT(*) FROM information_schema.OPTIMIZER_TRACE), ' traces, ', (SELECT COUNT(*) FROM information_schema.PROFILING), ' profiles')");
        if (server.Engine is ServerEngine.MariaDb)
            return records;

        string id = serverThread.ToString(CultureInfo.InvariantCulture);
        return records + ", " + await OracleServer.ScalarAsync(server.Onlooker, $"SELECT RESOURCE_GROUP FROM performance_schema.threads WHERE PROCESSLIST_ID = {id}");
    }
}
