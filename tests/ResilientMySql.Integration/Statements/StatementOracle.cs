using System.Globalization;
using MySqlConnector;
using ResilientMySql.Statements;
using ResilientMySql.TestServers;

namespace ResilientMySql.Integration.Statements;

/// <summary>Runs statements on a server, and says where it does more with them than the classifier promised.</summary>
internal sealed class StatementOracle(OracleServer server) : IAsyncDisposable
{
    private readonly List<string> _violations = [];
    private readonly HashSet<string> _accepted = [];
    private readonly HashSet<string> _understood = [];
    private MySqlConnection? _session;
    private SessionState? _clean;
    private int _witness;

    /// <summary>What was broken, a line each.</summary>
    public IReadOnlyList<string> Violations => _violations;

    /// <summary>The statements that have succeeded.</summary>
    public IReadOnlySet<string> Accepted => _accepted;

    /// <summary>The statements that were no syntax error.</summary>
    public IReadOnlySet<string> Understood => _understood;

    /// <summary>Runs a statement inside a transaction, and outside where it can be done again.</summary>
    public async Task AskAsync(string sql, string sqlMode = "")
    {
        StatementEffects effects = StatementClassifier.Classify(sql, CorpusServers.DialectOf(server.Engine));

        // Who does not know the server has to fear what either may leave on the session, and more may be feared than is there.
        StatementEffects unsure = StatementClassifier.Classify(sql);
        bool isCertain = unsure.Kind is not StatementKind.Opaque;
        if (isCertain && (unsure with { Trace = effects.Trace } != effects || unsure.Trace < effects.Trace))
            _violations.Add($"{sql} is {unsure} anywhere and {effects} on {server.Engine}");

        bool ran = await InTransactionAsync(sql, sqlMode, effects);
        if (!ran || IsForRows(effects.Kind) || effects.Kind is StatementKind.SetSession or StatementKind.UseSchema or StatementKind.Savepoint)
            await AloneAsync(sql, sqlMode, effects);
    }

    public async ValueTask DisposeAsync()
    {
        if (_session is not null)
            await _session.DisposeAsync();
    }

    private static bool IsForRows(StatementKind kind) => kind is StatementKind.Read or StatementKind.LockingRead or StatementKind.Write;

    private async Task<bool> InTransactionAsync(string sql, string sqlMode, StatementEffects effects)
    {
        MySqlConnection session = await SessionAsync(sqlMode);
        string witness = (++_witness).ToString(CultureInfo.InvariantCulture);
        await OracleServer.ExecuteAsync(session, $"BEGIN; INSERT INTO {OracleSchema.Name}.witness VALUES ({witness})");
        bool ran = await RunAsync(session, sql);

        bool committed = await OracleServer.ScalarAsync(server.Onlooker, $"SELECT COUNT(*) FROM {OracleSchema.Name}.witness WHERE id = {witness}") == "1";
        Check(!committed || effects.MayCommit, sql, effects, "commits");
        if (ran && effects.Kind is StatementKind.Commit or StatementKind.ImplicitCommit or StatementKind.Begin)
            Check(committed, sql, effects, "does not commit");

        await CheckStateAsync(session, sql, effects, ran, rollBack: true);
        return ran;
    }

    private async Task AloneAsync(string sql, string sqlMode, StatementEffects effects)
    {
        MySqlConnection session = await SessionAsync(sqlMode);
        string before = effects.MayRunTwice ? await FingerprintAsync() : "";
        bool ran = await RunAsync(session, sql);
        if (effects.MayRunTwice)
            Check(before == await FingerprintAsync(), sql, effects, "changes rows");

        await CheckStateAsync(session, sql, effects, ran, rollBack: false);
    }

    private async Task CheckStateAsync(MySqlConnection session, string sql, StatementEffects effects, bool ran, bool rollBack)
    {
        SessionState after;
        try
        {
            if (rollBack)
                await CheckTransactionAsync(session, sql, effects, ran);

            after = await SessionState.LookAsync(server, session);
        }
        catch (Exception exception) when (effects.Pins && exception is MySqlException or InvalidOperationException or IOException)
        {
            // Where tables are locked, or the session is gone, nobody can look.
            await RetireAsync();
            return;
        }

        // Where autocommit is off, looking opens a transaction, which locks what is looked at.
        string[] changes = [.. after.Differences(_clean!).Where(name => effects.Kind is not StatementKind.AutocommitOff || !name.StartsWith("lock ", StringComparison.Ordinal))];
        Check(!after.IsInTransaction || effects.Pins || effects.Kind is StatementKind.Begin or StatementKind.AutocommitOff, sql, effects, "leaves a transaction open");
        if (!effects.Pins)
        {
            HashSet<string> promised = PromisedChanges.Of(effects.Kind, sql);
            foreach (string change in changes.Where(change => !promised.Contains(change)))
                _violations.Add($"{server.Engine}: {sql} is {effects.Kind} and changes {change}");
        }

        // Not every lock can be seen.
        if (changes.Length > 0 || after.IsInTransaction || effects.Pins)
            await RetireAsync();
    }

    private async Task CheckTransactionAsync(MySqlConnection session, string sql, StatementEffects effects, bool ran)
    {
        if (ran && !effects.Pins)
        {
            bool isOpen = (await SessionState.LookAsync(server, session)).IsInTransaction;
            bool shouldBeOpen = effects.Kind is not (StatementKind.Commit or StatementKind.Rollback or StatementKind.ImplicitCommit);
            Check(isOpen == shouldBeOpen, sql, effects, isOpen ? "leaves the transaction open" : "ends the transaction");
        }

        await OracleServer.ExecuteAsync(session, "ROLLBACK");
    }

    private async Task<bool> RunAsync(MySqlConnection session, string sql)
    {
        try
        {
            await OracleServer.ExecuteAsync(session, sql);
            _accepted.Add(sql);
            _understood.Add(sql);
            return true;
        }
        catch (MySqlException exception)
        {
            if (exception.ErrorCode is not MySqlErrorCode.ParseError)
                _understood.Add(sql);

            return false;
        }
    }

    /// <summary>All rows, and the next number of the sequence.</summary>
    private async Task<string> FingerprintAsync()
    {
        await using var command = new MySqlCommand($"CHECKSUM TABLE corpus.t, corpus.u, corpus.w, corpus.pt, corpus.ids, corpus.log, corpus.options", server.Onlooker);
        await using MySqlDataReader reader = await command.ExecuteReaderAsync();
        string sums = "";
        while (await reader.ReadAsync())
            sums += reader.GetValue(1) + " ";

        await reader.DisposeAsync();
        string tables = await OracleServer.ScalarAsync(server.Onlooker, "SELECT GROUP_CONCAT(table_name) FROM information_schema.tables WHERE table_schema = 'corpus'");
        string next = server.Engine is ServerEngine.MariaDb
            ? await OracleServer.ScalarAsync(server.Onlooker, "SELECT next_not_cached_value FROM corpus.s")
            : "";
        return $"{sums} {tables} {next}";
    }

    private void Check(bool holds, string sql, StatementEffects effects, string what)
    {
        if (!holds)
            _violations.Add($"{server.Engine}: {sql} is {effects.Kind} and {what}");
    }

    private async Task<MySqlConnection> SessionAsync(string sqlMode)
    {
        if (_session is null)
        {
            _session = await server.OpenAsync();
            await OracleServer.ExecuteAsync(_session, "SET NAMES utf8mb4");
        }

        await OracleServer.ExecuteAsync(_session, $"SET sql_mode = '{sqlMode}'");
        _clean = await SessionState.LookAsync(server, _session);
        return _session;
    }

    private async Task RetireAsync()
    {
        await server.CloseAsync(_session!);
        _session = null;
    }
}
